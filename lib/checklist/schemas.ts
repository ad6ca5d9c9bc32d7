/** Inputs of the commands on a case's checklist. */
import { z } from "zod";
import {
  checkbox,
  choice,
  optionalDate,
  optionalInteger,
  optionalText,
  requiredText,
  rowIdField,
  versionField,
} from "@/lib/command/fields";

const blankToNull = (value: unknown) => (value === undefined || value === "" ? null : value);

export const refreshChecklistInput = z.object({ caseId: rowIdField() });

const onLine = { requirementId: rowIdField(), version: versionField() };

export const requestRequirementInput = z.object(onLine);

/** Without a day it is taken back. */
export const sayAppliedInput = z.object({ ...onLine, appliedOn: optionalDate() });

export const waiveRequirementInput = z.object({
  ...onLine,
  reason: requiredText("why it is not needed", 300),
  /** A letter of explanation stands in for it. */
  explain: checkbox(),
});

export const addRequirementInput = z.object({
  caseId: rowIdField(),
  /** Nobody: it belongs to the family. */
  personId: z.preprocess(blankToNull, rowIdField().nullable()),
  title: requiredText("what is needed", 120),
  reason: requiredText("why it is needed", 200),
  responsible: choice("who gets it", ["client", "firm", "other"]),
  leadDays: optionalInteger("the usual days").pipe(
    z
      .number()
      .min(0, { error: "Use 0 or more days." })
      .max(365, { error: "Use at most 365 days." })
      .nullable(),
  ),
  required: checkbox(),
  goodExample: optionalText(600),
});

export const startReviewInput = z.object(onLine);

export const holdReviewInput = z.object({
  requirementId: rowIdField(),
  /** Although a colleague has it. */
  takeOver: checkbox(),
});

export const releaseReviewInput = z.object({ requirementId: rowIdField() });

/** A form sends one ticked box as text and several as a list. */
const ticked = z.preprocess(
  (value): unknown => (value === undefined || value === "" ? [] : Array.isArray(value) ? value : [value]),
  z.array(z.string().max(300)).max(40),
);

const onVersion = { ...onLine, versionId: rowIdField() };

export const acceptDocumentInput = z.object({
  ...onVersion,
  issuedOn: optionalDate(),
  validUntil: optionalDate(),
  points: ticked,
  /** Facts that were found on it, each as it reads in the file. */
  agreed: ticked,
  /** Why it is accepted although it contradicts a fact. */
  despite: optionalText(300),
});

export const flagDocumentInput = z.object({
  requirementId: rowIdField(),
  versionId: rowIdField(),
  /** Key of the fact. */
  fact: requiredText("the fact", 120),
  documentSays: requiredText("what the document says", 200),
});

export const settleFlagInput = z.object({
  requirementId: rowIdField(),
  flagId: rowIdField(),
  reason: requiredText("why both may stand", 300),
});

export const moveDocumentInput = z.object({ ...onVersion, targetId: rowIdField() });

export const returnDocumentInput = z.object({
  ...onVersion,
  /** One of the kind's common faults, or `other` with words of one's own. */
  code: requiredText("the reason", 60),
  message: optionalText(600),
  /** Added to what the client reads. */
  note: optionalText(300),
});

export const undoReviewInput = z.object(onLine);
