/** What a kind of document is, whoever it is for: how it is judged, how long it takes, what goes wrong with it. */
import { addDays, type IsoDate } from "../timing/calendar-date";

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
  "fee_receipt",
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

/** What a kind of document is, in words. */
export interface KindWords {
  responsible: Responsible;
  /** What the reviewer ticks. */
  acceptancePoints: readonly string[];
  /** What a good one contains, for the client. */
  goodExample: string;
  commonFaults: readonly CommonFault[];
}

export interface KindDetails extends KindWords {
  /** Usual days from asking to having it; a firm may set its own. */
  leadDays: number;
}

/** How the date on the document limits its use. The names keep the figures of 2026; the document rules decide. */
export const VALIDITY_RULES = [
  "none",
  /** Usable through the expiry printed on it. */
  "until_expiry",
  "language_two_years",
  "eca_five_years",
  "police_current_country",
  /** Issued after the last long stay ended. */
  "police_after_last_stay",
  "medical_twelve_months",
  "photo_six_months",
] as const;

export type ValidityRule = (typeof VALIDITY_RULES)[number];

/** Latest day to ask for a document so that it arrives by the planned submission. */
export function latestSafeStart(plannedSubmission: IsoDate, leadDays: number): IsoDate {
  return addDays(plannedSubmission, -leadDays);
}
