"use server";
import type { ActionResult } from "@/lib/command/action-result";
import { defineAction } from "@/lib/command/define-action";
import { correctRound } from "./commands/correct-round";
import { noteNoInvitation } from "./commands/note-no-invitation";
import { recordInvitations } from "./commands/record-invitations";
import { recordRound } from "./commands/record-round";
import { replayRound } from "./commands/replay-round";

export const recordRoundAction = defineAction(recordRound, {
  redirectTo: ({ roundId }) => `/draws/${roundId}`,
});

/** Stays on the page, which shows how far the replay is. */
export const replayRoundAction = defineAction(replayRound);

const record = defineAction(recordInvitations);
const note = defineAction(noteNoInvitation);

type Decided = { recorded: number } | { noted: number };

/** One list of ticked clients, two buttons: an ITA came for each of them, or for none. */
export async function decideReachedAction(
  _previous: ActionResult<Decided> | null,
  form: FormData,
): Promise<ActionResult<Decided>> {
  return form.get("decide") === "none" ? note(null, form) : record(null, form);
}

export const correctRoundAction = defineAction(correctRound, {
  redirectTo: ({ roundId }) => `/draws/${roundId}`,
});
