import type { CaseStage } from "@/lib/cases/types";
import {
  cardAddressOn,
  courtLeaveOn,
  decisionStandardOn,
  letterDueOn,
} from "@/lib/express-entry/processing/letter-dates";
import { addDays, maxDate, minDate, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { formulaOf } from "@/lib/express-entry/timing/clock-catalogue";
import { LETTER_DUTIES, LETTER_LABELS } from "@/lib/processing/rules";
import type { LetterKind, StepKind, Track, TrackState } from "@/lib/processing/types";
import { log, type CaseDraft } from "./case-context";
import type { StageEntry } from "./journey";
import { addPaper } from "./paper-rows";
import { addDeadline } from "./pool-rows";
import type { RowOf } from "./rows";

/** How long the confirmations of these files can be used. */
const CONFIRMATION_DAYS = 150;

type Entries = Partial<Record<CaseStage, StageEntry>>;

interface Story {
  draft: CaseDraft;
  by: Entries;
  applicationId: string;
  receivedOn: IsoDate;
  /** The day of the decision or the return; else today: nothing is told of later. */
  until: IsoDate;
}

/** Ten in the morning in Toronto, the same day all over Canada. */
export const at = (on: IsoDate): Date => new Date(`${on}T15:00:00Z`);

interface Told {
  kind: StepKind;
  on: IsoDate;
  track?: Track;
  state?: TrackState;
  letterId?: string;
  note?: string;
  documentId?: string;
}

function step({ draft, applicationId }: Pick<Story, "draft" | "applicationId">, told: Told): void {
  const { random, order, ids, rows, clientUserId } = draft;
  const { kind, on, track = null, state = null, letterId = null, note = null, documentId = null } = told;
  rows.application_step.push({
    ...{ id: random.id(), applicationId, ...ids, kind, track, state, letterId, happenedOn: on },
    ...{ note, documentId, byUserId: order.owner.id, at: at(on) },
    // The mail itself has gone out and is not kept.
    mailId: clientUserId === null ? null : random.id(),
  });
}

/** How far IRCC has come after so many days from receipt, unless the story ends before. */
const PACE: readonly [number, Track, TrackState][] = [
  [40, "medical", "in_progress"],
  [52, "medical", "passed"],
  [60, "eligibility", "in_progress"],
  [96, "eligibility", "passed"],
  [84, "background", "in_progress"],
  [125, "background", "passed"],
];

/** Of a file that was decided, every check has come to its end. */
function addTracks(story: Story): void {
  const { receivedOn, until, by } = story;
  const decided = by.APPROVED !== undefined || by.REFUSED !== undefined;
  for (const [days, track, state] of PACE) {
    const usual = addDays(receivedOn, days);
    if (!decided && usual > until) continue;
    const fails = by.REFUSED !== undefined && track === "eligibility" && state === "passed";
    step(story, {
      ...{ kind: "track_changed", on: minDate(usual, until), track },
      state: fails ? "failed" : state,
    });
  }
}

interface Letter {
  kind: LetterKind;
  on: IsoDate;
  asks: string;
  answeredOn: IsoDate | null;
  track: Track | null;
}

function addLetter(story: Story, { kind, on, asks, answeredOn, track }: Letter): void {
  const { draft, applicationId } = story;
  const { random, ids, rows } = draft;
  const id = random.id();
  const due = letterDueOn(on, null);
  const documentId = addPaper(draft, `${LETTER_LABELS[kind]}, letter`, on);
  const proofDocumentId = answeredOn === null ? null : addPaper(draft, "Proof of sending", answeredOn);
  const answer = answeredOn === null ? null : "Everything the letter asks for, by IRCC's account";
  rows.ircc_letter.push({
    ...{ id, applicationId, ...ids, kind, track, letterOn: on, dueOn: due.on, dueRule: due.rule, asks },
    ...{ documentId, proofDocumentId, answeredOn, answer, createdAt: at(on) },
    state: answeredOn === null ? "open" : "answered",
  });
  addDeadline(draft, {
    ...{ clock: kind, title: LETTER_DUTIES[kind], sourceKind: "ircc_letter", sourceId: id, rule: due.rule },
    ...{ startDate: on, dueOn: due.on, createdAt: at(on) },
    ...{ state: answeredOn === null ? "open" : "met", closedAt: answeredOn === null ? null : at(answeredOn) },
  });
  const about = { track: track ?? undefined, letterId: id };
  const asked = track === null ? {} : { state: "action_required" as const };
  step(story, { kind: "letter_received", on, note: asks, documentId, ...about, ...asked });
  const object = { kind: "application", id: applicationId };
  log(draft, at(on), "letter.recorded", object, { letter: LETTER_LABELS[kind], on, dueOn: due.on });
  if (answeredOn === null) return;
  const given = kind === "biometrics" ? ("passed" as const) : ("in_progress" as const);
  step(story, {
    ...{ kind: "letter_answered", on: answeredOn, documentId: proofDocumentId ?? undefined, ...about },
    ...(track === null ? {} : { state: given }),
  });
  log(draft, at(answeredOn), "letter.answered", object, { letter: LETTER_LABELS[kind], on: answeredOn });
}

/** Biometrics for everybody, and of some files a request for documents or a fairness letter. */
function addLetters(story: Story): void {
  const { draft, receivedOn, until, by } = story;
  const { order } = draft;
  const askedOn = addDays(receivedOn, 9);
  if (askedOn <= until) {
    const givenOn = addDays(askedOn, 12);
    addLetter(story, {
      ...{ kind: "biometrics", on: askedOn, track: "biometrics" },
      asks: "Fingerprints and a photo of everybody from 14 to 79 years of age",
      answeredOn: givenOn <= until ? givenOn : null,
    });
  }
  const stands = by.IN_PROCESS !== undefined && by.APPROVED === undefined && by.REFUSED === undefined;
  const on = addDays(until, -8);
  if (!stands || order.index % 3 !== 0 || on <= addDays(receivedOn, 30)) return;
  const fairness = order.index % 2 === 0;
  addLetter(story, {
    ...{
      kind: fairness ? "pfl" : "adr",
      on,
      answeredOn: null,
      track: fairness ? "eligibility" : "background",
    },
    asks: fairness
      ? "The hours of the work in Canada seem fewer than were declared: what proves them?"
      : "A new police certificate: the old one is more than six months old",
  });
}

const HOLD_REASON = "IRCC has suspended the security screening, by a note in its account";
/** Since when IRCC has a file on hold whose check does not move. */
const HELD_DAYS = 16;

/** One file in four that IRCC works on and has not written to is on hold. */
function heldOf({ draft, by, until, receivedOn }: Story): Pick<Application, "heldOn" | "heldReason"> {
  const stands = by.IN_PROCESS !== undefined && by.APPROVED === undefined && by.REFUSED === undefined;
  const on = addDays(until, -HELD_DAYS);
  if (!stands || draft.order.index % 4 !== 1 || draft.order.index % 3 === 0 || on <= addDays(receivedOn, 60))
    return UNHELD;
  return { heldOn: on, heldReason: HOLD_REASON };
}

type Application = RowOf<"application">;

const UNHELD = { heldOn: null, heldReason: null } satisfies Partial<Application>;

/** What nobody has said yet. */
const UNSAID = {
  ...{ completeness: null, checkedOn: null, missing: null, feesReturnedOn: null },
  ...{ decision: null, decidedOn: null, approvedBy: null, rprfPaid: null, toldInCanada: null },
  ...{ confirmation: null, confirmedOn: null, confirmationUntil: null, landedOn: null, landedAt: null },
} satisfies Partial<Application>;

function decisionOf({ by }: Story): Partial<Application> {
  const { APPROVED: approved, REFUSED: refused, CONFIRMATION_ISSUED: confirmed, LANDED: landed } = by;
  if (refused) return { decision: "refused", decidedOn: refused.on, toldInCanada: true };
  if (!approved) return {};
  return {
    ...{ decision: "approved", decidedOn: approved.on, approvedBy: "portal", rprfPaid: true },
    ...(confirmed
      ? {
          ...{ confirmation: "ecopr", confirmedOn: confirmed.on },
          confirmationUntil: addDays(confirmed.on, CONFIRMATION_DAYS),
        }
      : {}),
    ...(landed ? { landedOn: landed.on, landedAt: "PR portal" } : {}),
  };
}

type Clock = Pick<Parameters<typeof addDeadline>[1], "clock" | "title" | "rule" | "dueOn"> & {
  startDate: IsoDate;
};

/** A clock that a decision leaves; it is over with the file, with what it waits for, or with its day. */
function addClock({ draft, applicationId, by }: Story, clock: Clock, isMet = false): void {
  const { today } = draft.setting;
  const passed = clock.dueOn < today ? "missed" : "open";
  const state = isMet ? "met" : by.CLOSED ? "void" : passed;
  addDeadline(draft, {
    ...{ sourceKind: "application", sourceId: applicationId, ...clock, state },
    createdAt: at(clock.startDate),
    closedAt: state === "open" ? null : (by.CLOSED?.at ?? at(minDate(clock.dueOn, today))),
  });
}

/** The decision, and what followed it: the Court's clock, the confirmation's, the card's. */
function addDecision(story: Story): void {
  const { draft, by } = story;
  const { APPROVED: approved, REFUSED: refused, CONFIRMATION_ISSUED: confirmed, LANDED: landed } = by;
  if (refused) {
    const { on } = refused;
    step(story, { kind: "refused", on, documentId: addPaper(draft, "Refusal letter", on) });
    addClock(story, {
      ...{ clock: "court_leave", title: "Ask the Federal Court for leave", startDate: on },
      dueOn: courtLeaveOn(on, true),
      rule: formulaOf("court_leave", "in_canada"),
    });
  }
  if (approved) step(story, { kind: "approved", on: approved.on });
  if (confirmed) {
    const { on } = confirmed;
    step(story, { kind: "confirmed", on });
    const words = { title: "Land before the confirmation ends", rule: formulaOf("copr", "named") };
    const confirmation = { ...words, startDate: on, dueOn: addDays(on, CONFIRMATION_DAYS) };
    addClock(story, { clock: "copr", ...confirmation }, landed !== undefined);
  }
  if (landed) {
    const { on } = landed;
    step(story, { kind: "landed", on, note: "PR portal" });
    addClock(story, {
      ...{ clock: "pr_card", title: "Give IRCC an address for the PR card", startDate: on },
      ...{ dueOn: cardAddressOn(on), rule: formulaOf("pr_card", "counted") },
    });
  }
}

/** What IRCC has said of a submission since, up to the stage of the file, with its papers and its clocks. */
export function addProcessing(
  draft: CaseDraft,
  submission: { id: string; on: IsoDate; number: string },
  by: Entries,
): void {
  const { random, setting, ids, rows } = draft;
  const { IN_PROCESS: passed, REJECTED_INCOMPLETE: returned } = by;
  const acknowledgedOn = addDays(submission.on, 1);
  // What was sent yesterday waits for IRCC's word.
  if (acknowledgedOn >= setting.today) return;
  const applicationId = random.id();
  const end = by.APPROVED ?? by.REFUSED ?? returned;
  const until = maxDate(end?.on ?? setting.today, acknowledgedOn);
  const story: Story = { draft, by, applicationId, receivedOn: submission.on, until };
  const checked = passed ?? returned;
  const held = heldOf(story);
  const missing = "A police certificate of a country where the client lived for a year";
  rows.application.push({
    ...UNSAID,
    ...{ id: applicationId, ...ids, submissionId: submission.id, receivedOn: submission.on, acknowledgedOn },
    ...{ number: submission.number, createdAt: at(acknowledgedOn), updatedAt: at(until) },
    ...(checked ? { completeness: passed ? "passed" : "returned", checkedOn: checked.on } : {}),
    ...(returned ? { missing, feesReturnedOn: returned.on } : {}),
    ...decisionOf(story),
    ...held,
  });
  const object = { kind: "application", id: applicationId };
  const paper = addPaper(draft, "Acknowledgement of receipt", acknowledgedOn);
  step(story, { kind: "acknowledged", on: acknowledgedOn, documentId: paper });
  log(draft, at(acknowledgedOn), "application.acknowledged", object, {
    on: acknowledgedOn,
    number: submission.number,
  });
  const dueOn = decisionStandardOn(submission.on);
  addDeadline(draft, {
    ...{ clock: "decision", title: "IRCC's six-month standard", sourceKind: "application" },
    ...{ sourceId: applicationId, startDate: submission.on, dueOn, createdAt: at(acknowledgedOn) },
    rule: formulaOf("decision", "counted"),
    ...{ state: end ? "met" : "open", closedAt: end?.at ?? null },
  });
  if (passed) step(story, { kind: "check_passed", on: passed.on });
  if (returned) step(story, { kind: "check_returned", on: returned.on, note: missing });
  if (!passed) return;
  addLetters(story);
  addTracks(story);
  const { heldOn } = held;
  if (heldOn) step(story, { kind: "held", on: heldOn, note: HOLD_REASON });
  addDecision(story);
}
