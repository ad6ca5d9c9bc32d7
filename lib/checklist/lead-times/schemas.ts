import { z } from "zod";
import { choice, isoDate, optionalCountry, optionalInteger, requiredText } from "@/lib/command/fields";
import { DOCUMENT_KINDS } from "@/lib/express-entry/documents/document-kind";

export const setLeadTimeInput = z.object({
  kind: choice("the kind of document", DOCUMENT_KINDS),
  country: optionalCountry(),
  /** Empty: back to the shipped days. */
  days: optionalInteger("the usual days").pipe(
    z
      .number()
      .min(0, { error: "Days are 0 or more." })
      .max(365, { error: "A year is the most a document is planned for." })
      .nullable(),
  ),
  effectiveFrom: isoDate(),
  note: requiredText("where the figure comes from", 300),
});
