/** Entered document rules: how long documents count, how far people look back, how long things take. */
import type { DocumentRules } from "../data/document-rules";
import { DOCUMENT_KINDS } from "../documents/document-kind";
import {
  also,
  endsAfterBeginning,
  HEAD_NOTES,
  object,
  reading,
  record,
  sourcedHead,
  whole,
  yesOrNo,
  type Reading,
} from "./checker";

const months = whole(1, 120);

const rules = also<DocumentRules>(
  object({
    required: {
      ...sourcedHead,
      upfront_medical: yesOrNo,
      medical_months: months,
      police_current_country_months: months,
      police_stay_months: months,
      history_years: whole(1, 50),
      photo_months: months,
      passport_months_left: whole(0, 120),
      lead_days: record(DOCUMENT_KINDS, whole(0, 365)),
    },
    ignored: HEAD_NOTES,
  }),
  endsAfterBeginning,
);

/** Reads entered document rules, or says everything that is wrong with them. */
export function readDocumentRules(json: unknown): Reading<DocumentRules> {
  return reading(rules, json);
}
