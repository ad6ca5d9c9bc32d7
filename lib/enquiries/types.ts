/** What a visitor answers in the free assessment, as typed: every field is text, an empty one is not answered. */
import type { Ability, LanguageTestKind, MaritalStatus, StatusInCanada } from "@/lib/express-entry/facts";

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
  /** A level of one credential, as CREDENTIAL_LEVELS of lib/people. */
  level: string;
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
    partnerCanadian: YesNo;
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
    province: string;
    /** Dollars. */
    funds: string;
    sibling: YesNo;
    relative: YesNo;
    nominated: YesNo;
    nominatedBy: string;
    nominatedOn: string;
    nominationAccepted: YesNo;
    certified: YesNo;
    certificateNoc: string;
    certificateBy: string;
    certificateOn: string;
    offered: YesNo;
    offerNoc: string;
    offerKind: string;
  };
}

export type SubmissionOutcome = "opened" | "matched";
