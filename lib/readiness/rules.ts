/** How complete a file would be if its client were invited on a day (rules reference 4.2 and 5). Pure. */
import { lastDayOf } from "@/lib/checklist/rules";
import type { RequirementRow } from "@/lib/checklist/types";
import type { DocumentKind } from "@/lib/express-entry/documents/document-kind";
import type { RequiredDocument } from "@/lib/express-entry/documents/required-document";
import type { DocumentRules } from "@/lib/express-entry/data/document-rules";
import {
  addDays,
  addYears,
  isIsoDate,
  maxDate,
  type IsoDate,
} from "@/lib/express-entry/timing/calendar-date";
import { INVITATION_DAYS, TARGET_DAY } from "@/lib/express-entry/timing/invitation-window";
import type { HypotheticalWindow, MissingItem, ReadyClient, Readiness } from "./types";

/** Points under a cut-off at which a client still counts as likely: cut-offs move by so much between two rounds. */
export const LIKELY_POINTS = 10;

/** Furthest day one may ask about: a profile lives a year. */
const YEARS_AHEAD = 1;

/** The window that an invitation on a day would open. */
export function windowFrom(invitedOn: IsoDate): HypotheticalWindow {
  return {
    invitedOn,
    targetOn: addDays(invitedOn, TARGET_DAY),
    deadline: addDays(invitedOn, INVITATION_DAYS),
  };
}

/** The day that was asked for: not before today, at most a year ahead; today for none and for what is no day. */
export function askedDay(typed: string | undefined, today: IsoDate): IsoDate {
  if (typed === undefined || !isIsoDate(typed) || typed < today) return today;
  const last = addYears(today, YEARS_AHEAD);
  return typed > last ? last : typed;
}

export type StoredLine = Pick<RequirementRow, "ruleKey" | "state" | "issuedOn" | "validUntil">;

export interface ReadinessInput {
  /** What an invitation on the day would call for, with the firm's usual days. */
  documents: readonly RequiredDocument[];
  /** Lines of the case's checklist, where an earlier invitation has made one. */
  lines: readonly StoredLine[];
  window: HypotheticalWindow;
  today: IsoDate;
  rules: DocumentRules;
}

/** Kinds whose paper stands behind a dated fact: entered and alive, it is taken as there. */
const PROVED_BY_FACTS: readonly DocumentKind[] = [
  "passport",
  "language",
  "eca",
  "nomination",
  "certificate_of_qualification",
];

/** A paper in the file that holds on the planned day; nothing that still has to be sent again counts. */
function heldByLine(
  document: RequiredDocument,
  line: StoredLine,
  { window, rules }: ReadinessInput,
): boolean {
  if (line.state === "waived") return true;
  if (!["accepted", "received", "in_review"].includes(line.state)) return false;
  const lastDay = lastDayOf(document.validity.rule, line, rules);
  return lastDay === null || lastDay >= window.targetOn;
}

function isHeld(document: RequiredDocument, line: StoredLine | undefined, input: ReadinessInput): boolean {
  if (line && heldByLine(document, line, input)) return true;
  const { lastDay } = document.validity;
  return PROVED_BY_FACTS.includes(document.kind) && lastDay !== null && lastDay >= input.window.targetOn;
}

/** Everything can be asked for now, but the exam: it comes after the invitation (5.4). */
function missingItem(document: RequiredDocument, { window, today }: ReadinessInput): MissingItem {
  const { key, title, kind, leadDays } = document;
  const startOn = kind === "medical" ? maxDate(today, window.invitedOn) : today;
  return { key, title, leadDays, startOn, readyOn: addDays(startOn, leadDays) };
}

function verdictOf(missing: number, completeOn: IsoDate, window: HypotheticalWindow): Readiness["verdict"] {
  if (missing === 0) return "ready";
  if (completeOn <= window.targetOn) return "in_time";
  return completeOn <= window.deadline ? "tight" : "too_late";
}

/** What is there, what is missing, and when the last of it comes if everything is asked for as early as it can be. */
export function readinessOf(input: ReadinessInput): Readiness {
  const { window, today } = input;
  const lines = new Map(input.lines.map((line) => [line.ruleKey, line]));
  const needed = input.documents.filter(({ required }) => required);
  const missing = needed
    .filter((document) => !isHeld(document, lines.get(document.key), input))
    .map((document) => missingItem(document, input))
    .sort((a, b) => b.readyOn.localeCompare(a.readyOn) || a.key.localeCompare(b.key));
  const completeOn = maxDate(maxDate(today, window.invitedOn), ...missing.map(({ readyOn }) => readyOn));
  return {
    ...{ needed: needed.length, held: needed.length - missing.length, missing, completeOn },
    verdict: verdictOf(missing.length, completeOn, window),
  };
}

function isReady({ readiness }: ReadyClient): boolean {
  return readiness?.verdict === "ready";
}

/** Likely and unready first, of those the latest complete; then likely and ready; then the rest as IRCC ranks them. */
export function byUrgency(a: ReadyClient, b: ReadyClient): number {
  const rank = (client: ReadyClient) => (client.likely ? 2 : 0) + (client.likely && !isReady(client) ? 1 : 0);
  const complete = ({ readiness }: ReadyClient) => readiness?.completeOn ?? "";
  return (
    rank(b) - rank(a) ||
    (a.likely ? complete(b).localeCompare(complete(a)) : 0) ||
    b.score - a.score ||
    a.submittedAt.getTime() - b.submittedAt.getTime()
  );
}

/** How many of the listed are likely, likely and not ready, and likely and past day 60. */
export function countsOf(clients: readonly ReadyClient[]) {
  const likely = clients.filter((client) => client.likely);
  return {
    likely: likely.length,
    likelyUnready: likely.filter((client) => !isReady(client)).length,
    tooLate: likely.filter(({ readiness }) => readiness?.verdict === "too_late").length,
  };
}
