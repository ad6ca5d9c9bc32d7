import { z } from "zod";
import { requiredText, rowIdField, utcInstant } from "@/lib/command/fields";

/** Room for a long letter, not for a file. */
const MAX_MESSAGE = 5_000;

export const sendMessageInput = z.object({
  caseId: rowIdField(),
  body: requiredText("a message", MAX_MESSAGE),
});

export const markReadInput = z.object({
  caseId: rowIdField(),
  /** The newest message that was on the screen: later ones stay unread. */
  until: utcInstant(),
});
