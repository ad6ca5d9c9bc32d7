import { z } from "zod";
import { requiredText, rowIdField } from "@/lib/command/fields";

export const deriveClocksInput = z.object({
  /** The last file that is done; null: none yet. */
  after: rowIdField().nullable(),
});

export const escalateWindowInput = z.object({
  caseId: rowIdField(),
  managerId: rowIdField(),
  reason: requiredText("the reason", 300),
});
