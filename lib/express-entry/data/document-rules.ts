/** The types of `document-rules.json`: how long documents count, how far back people look, how long things take. */
import type { DocumentKind } from "../documents/document-kind";
import type { TableVersion } from "./crs-tables";
import json from "./document-rules.json";

/** Tests and assessments are not here: two and five years are constants of the regulation (IRPR 75(2), 73(1)). */
export interface DocumentRules extends TableVersion {
  /** The medical exam comes with the application. */
  upfront_medical: boolean;
  /** From the exam. */
  medical_months: number;
  /** Age of a police certificate of the country the person lives in. */
  police_current_country_months: number;
  /** Months in a row in a country that call for its certificate. */
  police_stay_months: number;
  /** How far certificates and the personal history look back. */
  history_years: number;
  photo_months: number;
  /** What should be left on a passport. */
  passport_months_left: number;
  /** Usual days from asking to having it: estimates of our own, without a source. A firm sets its own beside them. */
  lead_days: Record<DocumentKind, number>;
  confidence: string;
  source: string;
}

/** Oldest first. */
export const documentRules: readonly DocumentRules[] = json.versions;
