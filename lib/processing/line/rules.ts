/** An application in one short line for the head of its case: what IRCC did last and when, and what it does now. Pure. */
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { LETTER_SHORT, TRACK_LABELS } from "../rules";
import type { ApplicationDto, LetterDto, ProgressLine, TrackLine } from "../types";

type Said = Pick<
  ApplicationDto,
  | "acknowledgedOn"
  | "completeness"
  | "checkedOn"
  | "decision"
  | "decidedOn"
  | "confirmedOn"
  | "landedOn"
  | "heldOn"
  | "challenge"
>;

export interface Standing {
  application: Said;
  tracks: readonly Pick<TrackLine, "track" | "state">[];
  letters: readonly Pick<LetterDto, "kind" | "state" | "dueOn">[];
}

/** The newest of IRCC's own words. */
function lastWord(said: Said): { done: string; on: IsoDate } {
  const { acknowledgedOn, completeness, checkedOn, decision, decidedOn, confirmedOn, landedOn } = said;
  if (landedOn !== null) return { done: "Landed", on: landedOn };
  if (confirmedOn !== null) return { done: "Confirmed", on: confirmedOn };
  if (decision !== null && decidedOn !== null)
    return { done: decision === "approved" ? "Approved" : "Refused", on: decidedOn };
  if (completeness === "returned" && checkedOn !== null) return { done: "Returned", on: checkedOn };
  return { done: "Acknowledged", on: acknowledgedOn };
}

/** Of the checks that are not over, the one that says most: failed, then waiting for us, then the last that runs. */
function runningCheck(tracks: Standing["tracks"]): string | null {
  const newest = (state: TrackLine["state"]) => tracks.findLast((line) => line.state === state);
  const failed = newest("failed");
  if (failed) return `${TRACK_LABELS[failed.track].toLowerCase()} not passed`;
  const waits = newest("action_required");
  if (waits) return `${TRACK_LABELS[waits.track].toLowerCase()} waits for us`;
  const runs = newest("in_progress");
  if (runs) return `${TRACK_LABELS[runs.track].toLowerCase()} in progress`;
  return tracks.length > 0 && tracks.every(({ state }) => state === "passed")
    ? "all four checks passed"
    : null;
}

/** What it does now: a letter that waits, a hold, a check; nothing once it is decided. */
function nowOf({ application, tracks, letters }: Standing): string | null {
  const open = letters
    .filter(({ state }) => state === "open")
    .sort((a, b) => a.dueOn.localeCompare(b.dueOn))[0];
  if (open) return `${LETTER_SHORT[open.kind]} to answer`;
  if (application.heldOn !== null) return application.challenge === null ? "on hold" : "challenged";
  if (
    application.decision !== null ||
    application.landedOn !== null ||
    application.completeness === "returned"
  )
    return null;
  return runningCheck(tracks) ?? (application.completeness === null ? "completeness check next" : null);
}

export function progressOf(standing: Standing): ProgressLine {
  return { ...lastWord(standing.application), now: nowOf(standing) };
}
