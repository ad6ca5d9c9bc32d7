/**
 * After submission (rules reference 4.3 and 8): which step may follow which, what is wrong with its dates, and where the
 * application is in one word. Pure: screens ask before they offer a step, commands before they take one.
 */
import { canStep, STAGE_LABELS, type Step } from "@/lib/cases/rules";
import type { CaseStage } from "@/lib/cases/types";
import { addDays, maxDate, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import type {
  ApplicationDto,
  Challenge,
  Headline,
  LetterDto,
  LetterKind,
  ProcessingStep,
  Track,
  TrackLine,
  TrackState,
} from "./types";

export const TRACKS = [
  "biometrics",
  "medical",
  "eligibility",
  "background",
] as const satisfies readonly Track[];

export const TRACK_STATES = [
  "not_started",
  "in_progress",
  "action_required",
  "passed",
  "failed",
] as const satisfies readonly TrackState[];

export const TRACK_LABELS: Readonly<Record<Track, string>> = {
  biometrics: "Biometrics",
  medical: "Medical",
  eligibility: "Eligibility",
  background: "Background",
};

export const TRACK_STATE_LABELS: Readonly<Record<TrackState, string>> = {
  not_started: "Not started",
  in_progress: "In progress",
  action_required: "Action required",
  passed: "Passed",
  failed: "Failed",
};

export const LETTER_KINDS = [
  "biometrics",
  "adr",
  "pfl",
  "passport_request",
] as const satisfies readonly LetterKind[];

export const LETTER_LABELS: Readonly<Record<LetterKind, string>> = {
  biometrics: "Biometrics instruction",
  adr: "Request for documents (ADR)",
  pfl: "Procedural fairness letter (PFL)",
  passport_request: "Passport request (PPR)",
};

/** A letter in a word or two, for a narrow line. */
export const LETTER_SHORT: Readonly<Record<LetterKind, string>> = {
  biometrics: "biometrics instruction",
  adr: "ADR",
  pfl: "fairness letter",
  passport_request: "passport request",
};

/** What the clock of a letter is called. */
export const LETTER_DUTIES: Readonly<Record<LetterKind, string>> = {
  biometrics: "Give biometrics",
  adr: "Answer IRCC's request for documents",
  pfl: "Answer IRCC's procedural fairness letter",
  passport_request: "Send the passport to IRCC",
};

/** What a letter asks of the firm, as a task. */
export const LETTER_TASKS: Readonly<Record<LetterKind, string>> = {
  biometrics: "Book biometrics with the client",
  adr: "Prepare the answer to IRCC's request for documents",
  pfl: "Prepare the answer to IRCC's fairness letter",
  passport_request: "Get the passport from the client and send it to IRCC",
};

/** So many days before a letter's day its task is due. */
const TASK_LEAD_DAYS = 7;

/** When the task of a letter is due: a week before the letter's day, today at the earliest. */
export function letterTaskOn(dueOn: IsoDate, today: IsoDate): IsoDate {
  return maxDate(addDays(dueOn, -TASK_LEAD_DAYS), today);
}

/** Stages 12 to 18: IRCC has the application, and a letter may come in any of them and leads back to it. */
const WITH_IRCC = [
  "SUBMITTED",
  "IN_PROCESS",
  "APPROVED",
  "CONFIRMATION_ISSUED",
] as const satisfies readonly CaseStage[];

const YES: Step = { allowed: true };
const no = (reason: string): Step => ({ allowed: false, reason });

export function isWithIrcc(stage: CaseStage): boolean {
  return WITH_IRCC.some((one) => one === stage);
}

type Known = Pick<
  ApplicationDto,
  "completeness" | "decision" | "challenge" | "heldOn" | "addressGivenOn" | "landedOn" | "permitOutcome"
>;

/** Stage that each step leaves or needs. */
const STEP_STAGES: Readonly<Record<ProcessingStep, readonly CaseStage[]>> = {
  acknowledge: ["SUBMITTED", "IN_PROCESS"],
  check: ["SUBMITTED"],
  change_track: ["SUBMITTED", "IN_PROCESS"],
  record_letter: WITH_IRCC,
  decide: ["IN_PROCESS"],
  challenge: ["REFUSED"],
  reopen: ["REFUSED"],
  confirm: ["APPROVED"],
  land: ["CONFIRMATION_ISSUED"],
  give_address: ["LANDED"],
  permit: ["IN_PROCESS", "APPROVED"],
  hold: WITH_IRCC,
  resume: WITH_IRCC,
};

const STEP_WORDS: Readonly<Record<ProcessingStep, string>> = {
  acknowledge: "an acknowledgement of receipt",
  check: "the completeness check",
  change_track: "a change of IRCC's checks",
  record_letter: "a letter of IRCC",
  decide: "a decision",
  challenge: "a challenge of the refusal",
  reopen: "that IRCC looks at it again",
  confirm: "the confirmation of permanent residence",
  land: "the landing",
  give_address: "the address for the card",
  permit: "a bridging permit",
  hold: "that it is on hold",
  resume: "that it goes on",
};

const PROCESSING_STEPS = Object.keys(STEP_STAGES) as ProcessingStep[];

/** May this step be recorded of an application, in this stage of its case? `null`: nothing was acknowledged yet. */
export function mayRecord(step: ProcessingStep, stage: CaseStage, application: Known | null): Step {
  if (!STEP_STAGES[step].includes(stage))
    return no(`This case is at “${STAGE_LABELS[stage]}”: ${STEP_WORDS[step]} cannot be recorded now.`);
  if (step === "acknowledge")
    return application === null ? YES : no("The acknowledgement is recorded already.");
  if (application === null) return no("Record IRCC's acknowledgement of receipt first.");
  switch (step) {
    case "challenge":
      return application.challenge === null ? YES : no("A challenge of this refusal is recorded already.");
    case "reopen":
      return application.challenge === null
        ? no("Nobody has asked IRCC or the Court to look at it again.")
        : canStep(stage, "IN_PROCESS");
    case "give_address":
      return application.addressGivenOn === null ? YES : no("The address was given already.");
    case "hold":
      return application.heldOn === null ? YES : no("It is on hold already.");
    case "resume":
      return application.heldOn !== null ? YES : no("It is not on hold.");
    case "permit":
      return application.permitOutcome === null ? YES : no("The answer to the permit is recorded already.");
    default:
      return YES;
  }
}

/** Every step that may be recorded now, in the order of the journey. */
export function stepsOf(stage: CaseStage, application: Known | null): ProcessingStep[] {
  return PROCESSING_STEPS.filter((step) => mayRecord(step, stage, application).allowed);
}

interface Standing {
  stage: CaseStage;
  application: Pick<ApplicationDto, "completeness" | "heldOn"> | null;
  tracks: readonly Pick<TrackLine, "state">[];
  letters: readonly Pick<LetterDto, "kind" | "state">[];
}

const ENDED: Readonly<Partial<Record<CaseStage, Headline>>> = {
  LANDED: "landed",
  REJECTED_INCOMPLETE: "returned",
  REFUSED: "refused",
  WITHDRAWN: "withdrawn",
};

/** Which letter presses most: a fairness letter first. */
const PRESSING: readonly (readonly [LetterKind, Headline])[] = [
  ["pfl", "answer_pfl"],
  ["adr", "answer_adr"],
  ["biometrics", "give_biometrics"],
  ["passport_request", "send_passport"],
];

const has = (tracks: Standing["tracks"], state: TrackState) => tracks.some((track) => track.state === state);

/** The one sentence about an application: an end, then what has to be answered, a hold, then how IRCC's checks stand. */
export function headlineOf({ stage, application, tracks, letters }: Standing): Headline {
  const isHeld = application !== null && application.heldOn !== null;
  if (stage === "REFUSED" && isHeld) return "challenged";
  const ended = ENDED[stage];
  if (ended) return ended;
  const open = letters.filter(({ state }) => state === "open");
  const pressing = PRESSING.find(([kind]) => open.some((letter) => letter.kind === kind));
  if (pressing) return pressing[1];
  if (isHeld) return "on_hold";
  if (stage === "CONFIRMATION_ISSUED") return "confirmed";
  if (stage === "APPROVED") return "approved";
  if (application === null) return "waiting_acknowledgement";
  if (has(tracks, "failed")) return "track_failed";
  if (has(tracks, "action_required")) return "action_required";
  if (application.completeness === null) return "waiting_completeness";
  const everyOne = tracks.length > 0 && tracks.every(({ state }) => state === "passed");
  return everyOne ? "all_passed" : "in_review";
}

export const HEADLINES: Readonly<Record<Headline, string>> = {
  waiting_acknowledgement: "Sent: IRCC has not acknowledged it yet",
  answer_pfl: "A procedural fairness letter waits for an answer",
  answer_adr: "IRCC asks for documents",
  give_biometrics: "Biometrics have to be given",
  send_passport: "IRCC asks for the passport",
  waiting_completeness: "Received: IRCC checks whether it is complete",
  returned: "Returned as incomplete: a new profile is needed",
  track_failed: "One of IRCC's checks was not passed",
  action_required: "One of IRCC's checks waits for us",
  on_hold: "On hold: every date goes on running",
  in_review: "Complete: IRCC is checking it",
  all_passed: "All four checks are passed: the decision is next",
  approved: "Approved: the confirmation is next",
  confirmed: "Confirmation issued: the landing is next",
  landed: "Landed: permanent resident",
  refused: "Refused",
  challenged: "Refused and challenged: it waits for the answer",
  withdrawn: "Withdrawn",
};

interface TrackStep {
  track: Track | null;
  state: TrackState | null;
  happenedOn: IsoDate;
  note?: string | null;
}

/** How the four tracks stand by what was recorded, newest first. */
export function tracksFrom(steps: readonly TrackStep[]): TrackLine[] {
  return TRACKS.map((track) => {
    const newest = steps.find((step) => step.track === track);
    return {
      track,
      state: newest?.state ?? "not_started",
      since: newest?.happenedOn ?? null,
      note: newest?.note ?? null,
    };
  });
}

/** How the check a letter was about stands once it is answered: biometrics are given, the rest IRCC looks at. */
export function answeredTrackState(kind: LetterKind): TrackState {
  return kind === "biometrics" ? "passed" : "in_progress";
}

export const CHALLENGE_LABELS: Readonly<Record<Challenge, string>> = {
  reconsideration: "IRCC asked to reconsider",
  court: "Leave of the Federal Court asked for, by counsel",
};
