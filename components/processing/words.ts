/** The sentences and signs of the page of a case after its submission. */
import type { Tone } from "@/components/ui/tone";
import { LETTER_LABELS, TRACK_LABELS, TRACK_STATE_LABELS } from "@/lib/processing/rules";
import type { Headline, LetterDto, StepDto, StepKind, TrackState } from "@/lib/processing/types";

export const TRACK_TONES: Readonly<Record<TrackState, Tone>> = {
  not_started: "neutral",
  in_progress: "info",
  action_required: "watch",
  passed: "ok",
  failed: "late",
};

export const HEADLINE_TONES: Readonly<Record<Headline, Tone>> = {
  waiting_acknowledgement: "info",
  answer_pfl: "late",
  answer_adr: "watch",
  give_biometrics: "watch",
  send_passport: "watch",
  waiting_completeness: "info",
  returned: "late",
  track_failed: "late",
  action_required: "watch",
  on_hold: "watch",
  in_review: "info",
  all_passed: "ok",
  approved: "ok",
  confirmed: "ok",
  landed: "ok",
  refused: "late",
  challenged: "watch",
  withdrawn: "neutral",
};

const STEP_WORDS: Readonly<Record<Exclude<StepKind, "track_changed">, string>> = {
  acknowledged: "Acknowledged by IRCC",
  check_passed: "Completeness check passed",
  check_returned: "Returned as incomplete",
  letter_received: "Letter received",
  extension_asked: "More time asked for",
  letter_extended: "Time extended",
  letter_answered: "Answered",
  permit_applied: "Bridging permit asked for",
  permit_decided: "Bridging permit answered",
  approved: "Approved",
  refused: "Refused",
  challenged: "Refusal challenged",
  reopened: "Looked at again",
  held: "On hold",
  resumed: "Goes on",
  confirmed: "Confirmation issued",
  landed: "Landed",
  address_given: "Address for the card given",
};

/** What happened, in a few words: `Answered: request for documents (ADR)`. */
export function stepWords({ kind, track, state, letterKind }: StepDto): string {
  if (kind === "track_changed" && track !== null && state !== null)
    return `${TRACK_LABELS[track]}: ${TRACK_STATE_LABELS[state].toLowerCase()}`;
  const words = kind === "track_changed" ? "Checks changed" : STEP_WORDS[kind];
  return letterKind === null ? words : `${words}: ${LETTER_LABELS[letterKind]}`;
}

export const LETTER_TONES: Readonly<Record<LetterDto["state"], Tone>> = {
  open: "watch",
  answered: "ok",
  void: "neutral",
};
