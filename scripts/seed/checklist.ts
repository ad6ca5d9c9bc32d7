import type { RequirementState } from "@/lib/db/schema/documents";
import { dateQuestion, lastDayOf, type ReadDates } from "@/lib/checklist/rules";
import { durationsOf, stepsOf } from "@/lib/deadlines/forecast/durations";
import type { OpenItem, TimedItem } from "@/lib/deadlines/forecast/types";
import { judgeWindow } from "@/lib/deadlines/forecast/verdict";
import { documentRulesOn } from "@/lib/express-entry/rule-tables";
import type { WindowRisk } from "@/lib/deadlines/types";
import { latestSafeStart } from "@/lib/express-entry/documents/document-kind";
import type { RequiredDocument } from "@/lib/express-entry/documents/required-document";
import {
  addDays,
  addYears,
  daysBetween,
  minDate,
  type IsoDate,
} from "@/lib/express-entry/timing/calendar-date";
import { INVITATION_DAYS } from "@/lib/express-entry/timing/invitation-window";
import type { Random } from "./random";

/** One line of a checklist with what has happened to it. */
export interface SeededLine {
  document: RequiredDocument;
  state: Exclude<RequirementState, "waived">;
  /** Day on which each thing happened; null: it has not. */
  requestedOn: IsoDate | null;
  receivedOn: IsoDate | null;
  decidedOn: IsoDate | null;
  /** A first file was sent back before the one that stands. */
  secondTry: boolean;
  read: ReadDates;
}

export interface ChecklistStory {
  documents: readonly RequiredDocument[];
  /** First day of the preparation, and the last day anything can have happened. */
  from: IsoDate;
  until: IsoDate;
  /** Last day of the window. */
  deadline: IsoDate;
}

/** The dates a reviewer would have read off a document accepted on a day. */
function readDates(
  random: Random,
  document: RequiredDocument,
  decidedOn: IsoDate,
  story: ChecklistStory,
): ReadDates {
  const { rule, lastDay } = document.validity;
  const question = dateQuestion(rule);
  if (question === null) return { issuedOn: null, validUntil: null };
  if (question.field === "validUntil")
    return { issuedOn: null, validUntil: lastDay ?? addDays(story.deadline, 400) };
  const years = rule === "language_two_years" ? 2 : rule === "eca_five_years" ? 5 : null;
  const issuedOn =
    years !== null && lastDay !== null
      ? addYears(addDays(lastDay, 1), -years)
      : addDays(decidedOn, -random.whole(3, 20));
  return { issuedOn, validUntil: lastDayOf(rule, { issuedOn, validUntil: null }) };
}

function seededLine(
  random: Random,
  document: RequiredDocument,
  state: SeededLine["state"],
  story: ChecklistStory,
  askedLate: number,
): SeededLine {
  const span = Math.max(0, daysBetween(story.from, story.until));
  const day = (days: number) => addDays(story.from, Math.min(span, Math.max(0, days)));
  const asked = Math.min(span, random.whole(0, 2) + Math.floor(askedLate * span));
  const requestedOn = state === "to_request" ? null : day(asked);
  const isIn = state !== "to_request" && state !== "requested";
  const decided = asked + Math.floor((span - asked) * (0.25 + 0.7 * random.fraction()));
  // What waits for a review has come in lately.
  const waits = state === "received" || state === "in_review";
  const received = waits ? span - random.whole(0, 3) : decided - random.whole(0, 2);
  const isDecided = state === "accepted" || state === "returned";
  const decidedOn = isDecided ? day(decided) : null;
  return {
    document,
    state,
    requestedOn,
    receivedOn: isIn ? day(Math.max(asked, received)) : null,
    decidedOn,
    secondTry: state === "accepted" && decided > asked + 3 && random.chance(0.14),
    read:
      state === "accepted" && decidedOn !== null
        ? readDates(random, document, decidedOn, story)
        : { issuedOn: null, validUntil: null },
  };
}

/** Everything accepted: an application that is ready or has been sent. */
export function completeLines(random: Random, story: ChecklistStory): SeededLine[] {
  return story.documents.map((document) => seededLine(random, document, "accepted", story, 0));
}

/** Nobody asks for what is only advisable, or comes with the submission itself, while the rest is not in. */
function ifRequired({ required }: RequiredDocument, state: SeededLine["state"]): SeededLine["state"] {
  return required ? state : "to_request";
}

/** Lines of which each document's state is told. */
export function toldLines(
  random: Random,
  story: ChecklistStory,
  states: (document: RequiredDocument, nthOfKind: number) => SeededLine["state"],
): SeededLine[] {
  return story.documents.map((document, index) => {
    const before = story.documents.slice(0, index).filter(({ kind }) => kind === document.kind);
    return seededLine(random, document, ifRequired(document, states(document, before.length)), story, 0);
  });
}

/** Lines of a window in mid-course: quick documents first, `progress` (0 to 1) of them in. */
function linesInProgress(
  random: Random,
  story: ChecklistStory,
  progress: number,
  askedLate: number,
): SeededLine[] {
  const ranked = story.documents
    .map((document) => ({ document, rank: document.leadDays + random.whole(-12, 12) }))
    .sort((a, b) => a.rank - b.rank);
  return ranked.map(({ document }, index) => {
    const place = (index + 0.5) / ranked.length;
    const arrived = random.weighted({ accepted: 76, received: 11, in_review: 4, returned: 9 });
    const open = place < progress + 0.3 || askedLate > 0 ? "requested" : "to_request";
    return seededLine(
      random,
      document,
      ifRequired(document, place < progress ? arrived : open),
      story,
      place < progress ? 0 : askedLate,
    );
  });
}

function openItem({ document, state, requestedOn, receivedOn, decidedOn }: SeededLine): OpenItem[] {
  if (state === "accepted" || !document.required) return [];
  const since = state === "requested" ? requestedOn : state === "returned" ? decidedOn : receivedOn;
  const { key, kind, personId, country, title, leadDays } = document;
  return [{ id: key, kind, personId, country, title, personName: null, state, leadDays, since }];
}

/** As the board judges it while the firm has too few closed items: by the lead times. */
function riskOf(lines: readonly SeededLine[], { deadline, until }: ChecklistStory): WindowRisk {
  const ends = lines.flatMap(({ read }) =>
    read.validUntil !== null && read.validUntil < deadline ? [read.validUntil] : [],
  );
  const [first, ...rest] = ends;
  const window = {
    caseId: deadline,
    issueDate: addDays(deadline, -INVITATION_DAYS),
    deadlineDate: deadline,
    earlierStop: first === undefined ? null : { on: minDate(first, ...rest), title: "" },
    stage: "APPLICATION_PREPARATION",
    required: lines.length,
  };
  const today = addDays(until, 1);
  const shipped = documentRulesOn(today).lead_days;
  const timed = (item: OpenItem): TimedItem => ({
    ...item,
    durations: stepsOf(item, durationsOf([]), shipped),
    plannedStart: null,
  });
  return judgeWindow(window, lines.flatMap(openItem).map(timed), today).risk;
}

const TRIES = 40;

/** Lines of an open window which the board judges as wanted, or as near as chance and its days allow. */
export function openLines(random: Random, story: ChecklistStory, wanted: WindowRisk): SeededLine[] {
  const day = daysBetween(story.from, story.until);
  const natural = Math.min(0.9, day / 50);
  let lines: SeededLine[] = [];
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const drift = (attempt / TRIES) * random.fraction();
    const progress = wanted === "on_track" ? natural + drift : natural * (1 - drift);
    // Mostly a document that nobody has asked for decides a window at risk.
    const askedLate = random.chance(wanted === "on_track" ? 0.5 : 0.8) ? 0 : random.fraction();
    lines = linesInProgress(random, story, Math.min(0.97, progress), askedLate);
    if (riskOf(lines, story) === wanted) return lines;
  }
  return lines;
}

/** Day by which a document has to be asked for, as the checklist stores it. */
export function dueOnOf({ leadDays }: RequiredDocument, plannedSubmission: IsoDate): IsoDate {
  return latestSafeStart(plannedSubmission, leadDays);
}
