/** What a visitor answers in the free assessment, as typed: every field is text, an empty one is not answered. */
import type { RoundProgram } from "@/lib/express-entry/draws/invited";
import type {
  Ability,
  ArrangedEmployment,
  CredentialLevel,
  LanguageTestKind,
  MaritalStatus,
  StatusInCanada,
} from "@/lib/express-entry/facts";
import type { RuleTables } from "@/lib/express-entry/rule-tables";
import type { ComparisonItem } from "./comparison/types";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";

export type YesNo = "" | "yes" | "no";

/** A language: a test that was taken, the visitor's own guess, or none. The guess is never stored as a test. */
export interface LanguageAnswer extends Record<Ability, string> {
  source: "" | "test" | "estimate" | "none";
  kind: "" | LanguageTestKind;
  takenOn: string;
  /** CLB or NCLC that the visitor believes to have, `4` to `10`, in all four abilities. */
  estimate: string;
}

export interface EducationAnswer {
  level: "" | CredentialLevel;
  /** ISO 3166-1 alpha-2. */
  country: string;
  awardedOn: string;
  /** Canada: length of the program. */
  months: string;
  /** Elsewhere: assessed for Canada (ECA). */
  assessed: YesNo;
  assessedOn: string;
}

export interface JobAnswer {
  title: string;
  /** NOC 2021 code; empty: not found or not looked for. */
  nocCode: string;
  /** ISO 3166-1 alpha-2; `CA` for work in Canada. */
  country: string;
  hours: string;
  from: string;
  /** Empty: still there. */
  to: string;
  selfEmployed: YesNo;
  /** Canada only. */
  authorized: YesNo;
  duringStudy: YesNo;
}

export interface Answers {
  you: {
    birthDate: string;
    citizenship: string;
    livesIn: string;
    status: "" | StatusInCanada;
    statusEndsOn: string;
  };
  family: {
    maritalStatus: "" | MaritalStatus;
    unionSince: string;
    partnerComes: YesNo;
    partnerStatus: "" | StatusInCanada;
    /** Children under 22. */
    children: string;
  };
  partner: {
    language: LanguageAnswer;
    education: EducationAnswer;
    jobs: JobAnswer[];
  };
  english: LanguageAnswer;
  french: LanguageAnswer;
  education: EducationAnswer[];
  canada: { worked: YesNo; jobs: JobAnswer[] };
  abroad: { worked: YesNo; jobs: JobAnswer[] };
  more: {
    /** Two letters; `ANY`: not decided, but not Quebec. */
    province: string;
    /** Dollars. */
    funds: string;
    sibling: YesNo;
    relative: YesNo;
    nominated: YesNo;
    nominatedBy: string;
    nominatedOn: string;
    /** Accepted in the Express Entry account; empty: not yet. */
    nominationAcceptedOn: string;
    certified: YesNo;
    certificateNoc: string;
    certificateBy: string;
    certificateOn: string;
    offered: YesNo;
    offerNoc: string;
    offerKind: "" | ArrangedEmployment;
  };
}

export type SubmissionOutcome = "opened" | "matched";

/** Text answers by their path: `you.birthDate`, `canada.jobs.0.from`. */
type PathIn<T> = {
  [Key in keyof T & string]: T[Key] extends string
    ? Key
    : T[Key] extends readonly (infer Item)[]
      ? `${Key}.${number}.${PathIn<Item>}`
      : `${Key}.${PathIn<T[Key]>}`;
}[keyof T & string];

export type AnswerPath = PathIn<Answers>;

/** The lists of the questionnaire. */
export type ListPath = "education" | "canada.jobs" | "abroad.jobs" | "partner.jobs";

export type StepId =
  "you" | "family" | "partner" | "english" | "french" | "education" | "canada" | "abroad" | "more";

/** Why an answer does not do; the words are in the messages of each language. */
export type FaultCode =
  | "required"
  | "date"
  | "future"
  | "beforeBirth"
  | "order"
  | "age"
  | "number"
  | "range"
  | "score"
  | "tefColumn"
  | "testTooEarly"
  | "tooLong";

export interface Fault {
  code: FaultCode;
  /** `min`, `max` and the like, for the words. */
  values?: Readonly<Record<string, number>>;
}

export type Faults = Readonly<Partial<Record<AnswerPath, Fault>>>;

/** The newest round of a program or a category. */
export interface RecentRound {
  program: RoundProgram;
  date: IsoDate;
  lowestCrs: number;
}

/** How a visitor reaches the firm. */
export interface FirmContact {
  name: string;
  address: string | null;
  phone: string | null;
  email: string | null;
  /** Who answers for the advice, with the College's number; null while nobody's is entered. */
  licensed: { name: string; number: string } | null;
}

/** What the page of the free assessment is given. */
export interface Visit {
  today: IsoDate;
  firm: FirmContact;
  rounds: RecentRound[];
  /** null: the tables the software was shipped with. */
  tables: RuleTables | null;
  /** Signed, with its time: comes back with the contact. */
  token: string;
}

/** What somebody sent from the free assessment, as staff read it. */
export interface Submission {
  id: string;
  receivedAt: Date;
  /** The day it came, in the firm's zone: the day of its facts. */
  receivedOn: IsoDate;
  locale: "en" | "fr";
  answers: Answers;
  givenName: string;
  familyName: string;
  email: string;
  phone: string | null;
  consentVersion: string;
  consentText: string;
  consentedAt: Date;
  outcome: SubmissionOutcome;
  comparedAt: Date | null;
}

export interface SubmissionNotice {
  receivedOn: IsoDate;
  /** Nobody has compared it with the file yet. */
  waits: boolean;
}

export interface AnswersComparison {
  caseId: string;
  timeZone: string;
  submission: Submission;
  items: (Omit<ComparisonItem, "operation"> & { takeable: boolean })[];
  guesses: { who: "english" | "french" | "partner"; level: number }[];
  allowed: { import: boolean };
}
