/** The changes of a scenario as data: plain JSON, each with the date on which it takes effect. */
import type {
  Ability,
  ArrangedEmployment,
  CountryCode,
  EducationLevel,
  LanguageTestKind,
  StatusInCanada,
} from "../facts";
import type { IsoDate } from "../timing/calendar-date";

export type Whose = "principal" | "spouse";

/** CLB or NCLC per ability, or what the report will say. */
export type TestResult =
  { levels: Readonly<Record<Ability, number>> } | { scores: Readonly<Record<Ability, number>> };

/** A test taken (again) on a date, with its result known that day. */
export interface LanguageTestChange {
  kind: "language_test";
  person: Whose;
  test: LanguageTestKind;
  on: IsoDate;
  result: TestResult;
}

/** A new credential: Canadian, or foreign with its ECA on the same date. */
export interface CredentialChange {
  kind: "credential";
  person: Whose;
  level: EducationLevel;
  country: CountryCode;
  /** Completion; of a foreign one the date of the ECA. */
  on: IsoDate;
  programMonths: number | null;
  fullTime: boolean;
  distanceLearning: boolean;
  /** Full-time study in Canada from this day: work meanwhile does not count. null: work goes on. */
  studyFrom: IsoDate | null;
}

/** A new ECA for credentials that have or lack one. */
export interface EcaChange {
  kind: "eca";
  person: Whose;
  /** null: every completed foreign credential. */
  credentialId: string | null;
  on: IsoDate;
}

/** An enhanced nomination, confirmed and accepted on a date; the person then intends to live there. */
export interface NominationChange {
  kind: "nomination";
  province: string;
  on: IsoDate;
}

/** Work from a date: months of it, or without an end. */
export interface WorkChange {
  kind: "work";
  person: Whose;
  place: "canada" | "abroad";
  /** null: the occupation of the present or latest job. */
  nocCode: string | null;
  on: IsoDate;
  months: number | null;
  hoursPerWeek: number;
  /** Last day of a new permit; null: as the file says. */
  permitUntil: IsoDate | null;
  /** Jobs that are open on that day end on its eve. */
  leavesPresentWork: boolean;
}

/** A new status or permit from a date: open jobs in Canada go on counting until its end. */
export interface PermitChange {
  kind: "permit";
  person: Whose;
  on: IsoDate;
  /** null: without an end. */
  until: IsoDate | null;
}

/** Open jobs end: the last day is the eve. */
export interface WorkEndsChange {
  kind: "work_ends";
  person: Whose;
  on: IsoDate;
}

export interface SpouseAccompaniesChange {
  kind: "spouse_accompanies";
  accompanying: boolean;
  on: IsoDate;
}

/** What is known of a partner who is not in the file. */
export interface NewPartner {
  birthDate: IsoDate | null;
  accompanying: boolean;
  statusInCanada: StatusInCanada | null;
  education: { level: EducationLevel; country: CountryCode } | null;
  language: { test: LanguageTestKind; result: TestResult } | null;
  /** Whole years of skilled work in Canada before the union. */
  canadianWorkYears: number;
}

/** A marriage, or the start of living together. */
export interface UnionChange {
  kind: "union";
  union: "married" | "common_law";
  on: IsoDate;
  partner: NewPartner;
}

/** Adult brother or sister in Canada, citizen or permanent resident. */
export interface SiblingChange {
  kind: "sibling";
  inCanada: boolean;
  on: IsoDate;
}

export interface CertificateChange {
  kind: "certificate";
  nocCode: string;
  province: string;
  on: IsoDate;
}

/** A job offer, or none any more. */
export interface JobOfferChange {
  kind: "job_offer";
  offer: { nocCode: string; arrangedEmployment: ArrangedEmployment | null } | null;
  on: IsoDate;
}

export interface SettlementFundsChange {
  kind: "settlement_funds";
  /** Canadian cents. */
  cents: number;
  on: IsoDate;
}

export type FactChange =
  | LanguageTestChange
  | CredentialChange
  | EcaChange
  | NominationChange
  | WorkChange
  | PermitChange
  | WorkEndsChange
  | SpouseAccompaniesChange
  | UnionChange
  | SiblingChange
  | CertificateChange
  | JobOfferChange
  | SettlementFundsChange;

export type FactChangeKind = FactChange["kind"];
