import { z } from "zod";
import { choice, isoDate, optionalText, requiredText, rowIdField, versionField } from "@/lib/command/fields";

const optionalRowId = () =>
  z.preprocess((value) => (value === "" || value === undefined ? null : value), rowIdField().nullable());

export const beginClosingInput = z.object({ caseId: rowIdField(), endedOn: isoDate() });

export const settleDutyInput = z.object({
  caseId: rowIdField(),
  dutyId: rowIdField(),
  version: versionField(),
  outcome: choice("what became of it", ["done", "not_needed"] as const),
  on: isoDate(),
  note: optionalText(500),
  documentId: optionalRowId(),
});

export const nameSuccessorInput = z.object({
  caseId: rowIdField(),
  askedOn: isoDate(),
  successor: requiredText("who takes the file over", 200),
});
