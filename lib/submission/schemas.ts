import { z } from "zod";
import {
  checkbox,
  integer,
  isoDate,
  optionalText,
  requiredText,
  rowIdField,
  utcInstant,
  versionField,
} from "@/lib/command/fields";

export const signOffInput = z.object({
  caseId: rowIdField(),
  /** Why it goes out although something that is claimed is not proven; needed where something is not. */
  reason: optionalText(1000),
});

export const approveInput = z.object({
  caseId: rowIdField(),
  /** The version of the facts that was on the screen. */
  factsVersion: integer("the version"),
  /** The language it was read in, the day it was written for, and the hash of the text itself. */
  locale: requiredText("the language", 10),
  on: isoDate(),
  sha256: requiredText("the text", 64),
  confirmed: checkbox().refine((value) => value, { error: "Tick the box if everything is right." }),
});

export const reopenPreparationInput = z.object({
  caseId: rowIdField(),
  reason: requiredText("why it goes back to preparation", 500),
});

export const recordSubmissionInput = z.object({
  caseId: rowIdField(),
  submittedAt: utcInstant(),
  confirmationNumber: requiredText("the application number", 40),
  /** The frozen package that was sent; nothing where none was made. */
  packageId: z.preprocess((value) => (value === "" ? undefined : value), rowIdField().optional()),
});

export const raiseObjectionInput = z.object({
  caseId: rowIdField(),
  /** The section of the sheet, by its id, and the language it was read in. */
  section: requiredText("the section", 80),
  locale: requiredText("the language", 10),
  note: requiredText("what is wrong", 1000),
});

export const answerObjectionInput = z.object({
  caseId: rowIdField(),
  objectionId: rowIdField(),
  version: versionField(),
  answer: requiredText("your answer", 1000),
});
