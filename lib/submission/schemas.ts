import { z } from "zod";
import { checkbox, integer, requiredText, rowIdField, utcInstant } from "@/lib/command/fields";

export const signOffInput = z.object({ caseId: rowIdField() });

export const approveInput = z.object({
  caseId: rowIdField(),
  /** The version of the facts that was on the screen. */
  factsVersion: integer("the version"),
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
});
