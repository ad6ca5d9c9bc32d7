import { z } from "zod";
import { optionalDate, requiredText, rowIdField, tickedIdsField, utcInstant } from "@/lib/command/fields";

const roundId = () => z.string().min(1).max(40);

export const replayInput = z.object({ replayId: rowIdField() });

export const replayRoundInput = z.object({ roundId: roundId() });

const caseIds = () => tickedIdsField("Tick the clients it is about.");

export const recordInvitationsInput = z.object({
  roundId: roundId(),
  caseIds: caseIds(),
  /** Instant of IRCC's messages. */
  receivedAt: utcInstant(),
  /** Last day as the accounts show it, where it is the same in all. */
  shownExpiry: optionalDate(),
});

export const noteNoInvitationInput = z.object({
  roundId: roundId(),
  caseIds: caseIds(),
  reason: requiredText("what you saw in the account", 300),
});
