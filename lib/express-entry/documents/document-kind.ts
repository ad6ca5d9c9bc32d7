/** What a kind of document is, whoever it is for: how it is judged, how long it takes, what goes wrong with it. */
import { addDays, type IsoDate } from "../timing/calendar-date";
import {
  currentPoliceCertificateLastDay,
  ecaLastDay,
  languageTestLastDay,
  medicalExamLastDay,
  photoLastDay,
} from "../timing/document-validity";

/** Slots of the application, in the order in which they are shown. */
export const DOCUMENT_KINDS = [
  "passport",
  "language",
  "eca",
  "diploma",
  "reference_letter",
  "self_employment",
  "police",
  "medical",
  "funds",
  "funds_exemption",
  "photo",
  "birth_certificate",
  "marriage_certificate",
  "end_of_union",
  "imm5409",
  "cohabitation",
  "custody",
  "imm5604",
  "dependent_over_22",
  "imm5476",
  "nomination",
  "job_offer",
  "certificate_of_qualification",
  "sibling",
  "relative",
  "name_change",
  "letter_of_explanation",
] as const;

export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** Who gets it. `other`: an institution the client has to ask (employer, police, panel physician). */
export type Responsible = "client" | "firm" | "other";

export interface CommonFault {
  /** Stable within the kind. */
  code: string;
  /** For the reviewer. */
  label: string;
  /** What the client reads when it is returned for this reason. */
  clientMessage: string;
}

export interface KindDetails {
  responsible: Responsible;
  /** Usual days from asking to having it; a firm may set its own. */
  leadDays: number;
  /** What the reviewer ticks. */
  acceptancePoints: readonly string[];
  /** What a good one contains, for the client. */
  goodExample: string;
  commonFaults: readonly CommonFault[];
}

/** How the date on the document limits its use. */
export type ValidityRule =
  | "none"
  /** Usable through the expiry printed on it. */
  | "until_expiry"
  | "language_two_years"
  | "eca_five_years"
  | "police_current_country"
  /** Issued after the last stay of six months or more ended. */
  | "police_after_last_stay"
  | "medical_twelve_months"
  | "photo_six_months";

export const VALIDITY_WORDS: Record<ValidityRule, string> = {
  none: "Does not expire",
  until_expiry: "Valid through the date printed on it",
  language_two_years: "Less than two years old on the day the application is sent",
  eca_five_years: "Less than five years old on the day the application is sent",
  police_current_country: "Issued no more than six months before the application is sent",
  police_after_last_stay: "Issued after the last stay of six months or more there",
  medical_twelve_months: "Valid for twelve months from the exam",
  photo_six_months: "Taken no more than six months before the application is sent",
};

/**
 * Last day on which a document of `date` (issue, test, exam or, for `until_expiry`, the printed expiry) can be sent;
 * null where it does not run out. For a police certificate of an earlier country this is null too: it is judged by
 * being issued after the stay.
 */
export function documentLastDay(rule: ValidityRule, date: IsoDate): IsoDate | null {
  switch (rule) {
    case "until_expiry":
      return date;
    case "language_two_years":
      return languageTestLastDay({ takenOn: date, resultOn: null });
    case "eca_five_years":
      return ecaLastDay(date);
    case "police_current_country":
      return currentPoliceCertificateLastDay(date);
    case "medical_twelve_months":
      return medicalExamLastDay(date);
    case "photo_six_months":
      return photoLastDay(date);
    case "none":
    case "police_after_last_stay":
      return null;
  }
}

/** Latest day to ask for a document so that it arrives by the planned submission. */
export function latestSafeStart(plannedSubmission: IsoDate, leadDays: number): IsoDate {
  return addDays(plannedSubmission, -leadDays);
}
