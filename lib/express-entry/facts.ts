/**
 * The dated facts of a case: what people told us, once. Everything else (eligibility, CRS, checklist,
 * deadlines, funds, fees) is derived from these for a given date. Nothing here is derived.
 *
 * `null` always means "not asked or not known yet", never "no": a rule that needs such a fact answers `unknown`.
 */
import type { IsoDate } from "./timing/calendar-date";

/** ISO 3166-1 alpha-2, upper case: "CA", "IN". */
export type CountryCode = string;

/** Two-letter codes of the provinces and territories. */
export const PROVINCES = [
  "AB",
  "BC",
  "MB",
  "NB",
  "NL",
  "NS",
  "NT",
  "NU",
  "ON",
  "PE",
  "QC",
  "SK",
  "YT",
] as const;
export type Province = (typeof PROVINCES)[number];

export type PersonRole = "principal" | "spouse" | "child";

export const MARITAL_STATUSES = [
  "single",
  "married",
  "common_law",
  "separated",
  "divorced",
  "widowed",
  "annulled",
] as const;
export type MaritalStatus = (typeof MARITAL_STATUSES)[number];

export const STATUSES_IN_CANADA = [
  "none",
  "visitor",
  "student",
  "worker",
  "protected_person",
  "permanent_resident",
  "citizen",
] as const;
export type StatusInCanada = (typeof STATUSES_IN_CANADA)[number];

/** The tests IRCC takes: English first, then French. */
export const LANGUAGE_TEST_KINDS = [
  "ielts_general",
  "celpip_general",
  "pte_core",
  "tef_canada",
  "tcf_canada",
] as const;
export type LanguageTestKind = (typeof LANGUAGE_TEST_KINDS)[number];
export type Ability = "listening" | "reading" | "writing" | "speaking";
export type OfficialLanguage = "en" | "fr";

/** The keys of crs-tables.json, lowest first. */
export const EDUCATION_LEVELS = [
  "less_than_secondary",
  "secondary",
  "one_year_post_secondary",
  "two_year_post_secondary",
  "bachelor_or_three_plus_year",
  "two_or_more_credentials_one_three_plus_year",
  "master_or_entry_to_practice_professional",
  "doctorate",
] as const;
export type EducationLevel = (typeof EDUCATION_LEVELS)[number];

/** One credential's own level: "two or more" is derived from several, never entered. */
export type CredentialLevel = Exclude<EducationLevel, "two_or_more_credentials_one_three_plus_year">;
export const CREDENTIAL_LEVELS = EDUCATION_LEVELS.filter(
  (level): level is CredentialLevel => level !== "two_or_more_credentials_one_three_plus_year",
);

export interface Address {
  id: string;
  country: CountryCode;
  city: string | null;
  from: IsoDate;
  /** null: still lives there. */
  to: IsoDate | null;
}

export interface Job {
  id: string;
  employer: string;
  title: string;
  /** Five-digit NOC 2021 code; null while not classified. */
  nocCode: string | null;
  country: CountryCode;
  city: string | null;
  hoursPerWeek: number;
  from: IsoDate;
  /** null: still in the job. */
  to: IsoDate | null;
  paid: boolean;
  selfEmployed: boolean;
  /** Work in Canada only: permitted by a work permit or an exemption. null: not asked. */
  authorized: boolean | null;
  /** Done while a full-time student in Canada (co-op included). null: not asked. */
  duringFullTimeStudy: boolean | null;
}

export interface LanguageTest {
  id: string;
  kind: LanguageTestKind;
  takenOn: IsoDate;
  resultOn: IsoDate | null;
  /** As printed on the report; TEF Canada: the "equivalent old score" column. */
  scores: Record<Ability, number>;
  reportNumber: string | null;
}

export interface Credential {
  id: string;
  /** The level as claimed; for a foreign credential the Canadian equivalency stated by the ECA. */
  level: EducationLevel;
  field: string | null;
  institution: string;
  country: CountryCode;
  /** Length of the program in months; decides one-year / two-year / three-or-more. null: not asked. */
  programMonths: number | null;
  from: IsoDate | null;
  /** Completion; null: not completed, does not count. */
  awardedOn: IsoDate | null;
  fullTime: boolean;
  /** Mainly distance learning: earns no Canadian-study points. */
  distanceLearning: boolean;
  eca: { body: string; issuedOn: IsoDate; reference: string | null } | null;
}

export interface PersonFacts {
  id: string;
  role: PersonRole;
  givenName: string;
  familyName: string;
  birthDate: IsoDate | null;
  /** Principal is always accompanying. */
  accompanying: boolean;
  statusInCanada: StatusInCanada | null;
  /** Last day of that status (of the work permit of a worker). null: not asked, or without an end. */
  statusExpiresOn: IsoDate | null;
  /** Country the person lives in now. */
  countryOfResidence: CountryCode | null;
  citizenship: CountryCode | null;
  passport: { number: string; country: CountryCode; expiresOn: IsoDate } | null;
  maritalStatus: MaritalStatus | null;
  /** Date of the marriage, or start of cohabitation for a common-law union. */
  unionSince: IsoDate | null;
  /** An earlier marriage or union ended (divorce, annulment, death). null: not asked. */
  earlierUnionEnded: boolean | null;
  otherNames: string | null;
  /** Child only: 22 or over and dependent because of a physical or mental condition since before 22. */
  dependentByCondition: boolean;
  /** Child only: adopted, or custody shared with someone who is not in this file. */
  adoptedOrSharedCustody: boolean;
  addresses: Address[];
  jobs: Job[];
  languageTests: LanguageTest[];
  credentials: Credential[];
}

/** IRPR 82(2): which situation an arranged-employment offer is in. */
export const ARRANGED_EMPLOYMENTS = [
  "lmia_permit_same_employer",
  "exempt_permit_same_employer_one_year",
  "lmia_no_permit",
  "other_permit_with_lmia",
] as const;
export type ArrangedEmployment = (typeof ARRANGED_EMPLOYMENTS)[number];

export interface JobOffer {
  employer: string;
  nocCode: string;
  /** null: does not fit IRPR 82(2). */
  arrangedEmployment: ArrangedEmployment | null;
  fullTime: boolean;
  /** Lasts at least one year after the visa is issued. */
  oneYearAfterVisa: boolean;
}

export interface CertificateOfQualification {
  nocCode: string;
  province: string;
  issuedOn: IsoDate;
  expiresOn: IsoDate | null;
}

export interface Nomination {
  province: string;
  /** Enhanced (Express Entry) nomination; a base nomination earns no points. */
  enhanced: boolean;
  confirmedOn: IsoDate;
  acceptedOn: IsoDate | null;
  certificateNumber: string | null;
  expiresOn: IsoDate | null;
}

/** Facts that belong to the family, not to one person. */
export interface FamilyFacts {
  /** Two-letter province code the principal intends to live in; "QC" excludes the federal programs. null: not asked. */
  intendedProvince: string | null;
  /** Available, transferable, unencumbered, in CAD cents, with the day of the balance. null: not asked. */
  settlementFunds: { cents: number; asOf: IsoDate } | null;
  /** Adult sibling of the principal or accompanying spouse, citizen or PR, living in Canada. null: not asked. */
  siblingInCanada: boolean | null;
  /** IRPR 83(5) relative (grid adaptability). null: not asked. */
  relativeInCanada: boolean | null;
  jobOffer: JobOffer | null;
  certificateOfQualification: CertificateOfQualification | null;
  nomination: Nomination | null;
}

export interface CaseFacts {
  /** Exactly one principal, at most one spouse. Order: principal, spouse, children by age. */
  people: PersonFacts[];
  family: FamilyFacts;
}
