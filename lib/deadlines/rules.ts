/**
 * How a 60-day window stands: when its last document is likely to be in, and which one decides that.
 * Pure. Durations are each document's lead time (rules and firm settings); the forecast says so on the screen.
 */
import type { CaseStage } from "@/lib/cases/types";
import { addDays, daysBetween, minDate } from "@/lib/express-entry/timing/calendar-date";
import type { FactClockKind } from "@/lib/express-entry/timing/fact-clocks";

import type { DatesAsked, DeadlineKind, OpenItem, WindowForecast, WindowRisk, WindowVerdict } from "./types";

/** Days between receipt and the firm's decision. */
export const REVIEW_DAYS = 2;
/** A returned document comes back within a week, or within its own lead time if that is shorter. */
const REDO_DAYS = 7;
/** The band around the likeliest day, as parts of the days that remain. */
const EARLY = 0.7;
const LATE = 1.4;

/** Days until an open item is likely to be accepted; at least one. */
export function remainingDays(item: OpenItem, today: string): number {
  switch (item.state) {
    case "to_request":
      return item.leadDays + REVIEW_DAYS;
    case "requested": {
      const waited = item.since === null ? 0 : daysBetween(item.since, today);
      return Math.max(item.leadDays - waited, 1) + REVIEW_DAYS;
    }
    case "returned":
      return Math.min(item.leadDays, REDO_DAYS) + REVIEW_DAYS;
    case "received":
    case "in_review":
      return REVIEW_DAYS;
  }
}

function nameOf({ title, personName }: OpenItem): string {
  return personName === null ? title : `${title}, ${personName}`;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `4 Dec`: within 60 days the year says nothing. */
function dayMonth(date: string): string {
  return `${Number(date.slice(8))} ${MONTHS[Number(date.slice(5, 7)) - 1]}`;
}

/** One sentence on the item that decides the finish, with the day by which something must happen. */
function sentence(item: OpenItem, likely: string, latestStart: string, today: string): string {
  const since = item.since === null ? null : dayMonth(item.since);
  switch (item.state) {
    case "to_request":
      return latestStart < today
        ? `had to be asked by ${dayMonth(latestStart)}, lands ${dayMonth(likely)}`
        : `request by ${dayMonth(latestStart)} or it lands after the last day`;
    case "requested":
      return since === null
        ? `asked for, expected ${dayMonth(likely)}`
        : `asked ${since}, expected ${dayMonth(likely)}`;
    case "returned":
      return since === null ? "returned, not answered yet" : `returned ${since}, not answered yet`;
    case "received":
    case "in_review":
      return since === null ? "waits for our review" : `waits for our review since ${since}`;
  }
}

function riskOf(forecast: WindowForecast, lastDay: string): WindowRisk {
  if (forecast.early > lastDay) return "past_saving";
  return forecast.late > lastDay ? "at_risk" : "on_track";
}

export interface WindowToJudge {
  deadlineDate: string;
  /** A document that ends earlier; the application must be out by then. */
  earlierStop: { on: string; title: string } | null;
  stage: string;
  required: number;
}

function nothingOpen(window: WindowToJudge, today: string): WindowVerdict {
  const decidedBy =
    window.required === 0
      ? { what: "Checklist", text: "not generated yet; start the preparation" }
      : window.stage === "READY_TO_SUBMIT"
        ? { what: "Submission", text: "everything is ready; submit and record it" }
        : { what: "Sign-off", text: `all ${window.required} accepted; sign off and let the client confirm` };
  const daysLeft = daysBetween(today, window.deadlineDate);
  const risk = daysLeft < 0 ? "past_saving" : window.required === 0 && daysLeft < 45 ? "at_risk" : "on_track";
  return { risk, forecast: null, decidedBy, latestStart: null };
}

/** Judges one window by its open items. */
export function judgeWindow(window: WindowToJudge, items: readonly OpenItem[], today: string): WindowVerdict {
  const ranked = items
    .map((item) => ({ item, days: remainingDays(item, today) }))
    .sort((a, b) => b.days - a.days || nameOf(a.item).localeCompare(nameOf(b.item)));
  const [decider] = ranked;
  if (!decider) return nothingOpen(window, today);

  const { item, days } = decider;
  const forecast = {
    early: addDays(today, Math.max(1, Math.floor(days * EARLY))),
    likely: addDays(today, days),
    late: addDays(today, Math.ceil(days * LATE)),
  };
  const lastDay =
    window.earlierStop === null ? window.deadlineDate : minDate(window.deadlineDate, window.earlierStop.on);
  const latestStart = addDays(lastDay, -days);
  return {
    risk: riskOf(forecast, lastDay),
    forecast,
    decidedBy: { what: nameOf(item), text: sentence(item, forecast.likely, latestStart, today) },
    latestStart: item.state === "to_request" ? latestStart : null,
  };
}

export const RISK_LABELS: Readonly<Record<WindowRisk, string>> = {
  past_saving: "Past saving?",
  at_risk: "At risk",
  on_track: "On track",
};

export const RISK_NOTES: Readonly<Record<WindowRisk, string>> = {
  past_saving: "The whole forecast is after the last day",
  at_risk: "The forecast crosses the last day, or an earlier stop",
  on_track: "The whole forecast is before the last day",
};

/** Worst first, then the fewest days left. */
export const RISK_ORDER: readonly WindowRisk[] = ["past_saving", "at_risk", "on_track"];

const UNTIL_SUBMITTED: readonly CaseStage[] = [
  "RETAINED",
  "ASSESSMENT",
  "PROFILE_PREPARATION",
  "IN_POOL",
  "NOMINATION_OFFERED",
  "ITA_RECEIVED",
  "APPLICATION_PREPARATION",
  "READY_TO_SUBMIT",
  "ITA_EXPIRED",
  "REJECTED_INCOMPLETE",
];

const UNTIL_LANDED: readonly CaseStage[] = [
  ...UNTIL_SUBMITTED,
  "SUBMITTED",
  "IN_PROCESS",
  "APPROVED",
  "CONFIRMATION_ISSUED",
];

/** Stages in which a clock of the facts runs: what is judged on the application's day until then, papers until landing. */
const CLOCK_STAGES: Readonly<Record<FactClockKind, readonly CaseStage[]>> = {
  language_test: UNTIL_SUBMITTED,
  eca: UNTIL_SUBMITTED,
  passport: UNTIL_LANDED,
  work_permit: UNTIL_LANDED,
};

/** Stages in which any clock of the facts runs. */
export const CLOCKED_STAGES = UNTIL_LANDED;

/** Does a clock of the facts run for a file of this stage? A test has done its work once the application is in. */
export function clockRuns(kind: FactClockKind, stage: CaseStage): boolean {
  return CLOCK_STAGES[kind].includes(stage);
}

/** Does a step of the case start or end any clock of its facts? */
export function movesClocks(from: CaseStage, to: CaseStage): boolean {
  const kinds = Object.keys(CLOCK_STAGES) as FactClockKind[];
  return kinds.some((kind) => clockRuns(kind, from) !== clockRuns(kind, to));
}

/** Kinds of clock that have no page of their own. */
export const OTHER_KINDS = [
  "nomination",
  "biometrics",
  "adr",
  "pfl",
  "language_test",
  "eca",
  "passport",
  "work_permit",
  "medical",
  "passport_request",
  "decision",
  "court_leave",
  "copr",
  "pr_card",
  "closing",
  "file_transfer",
] as const satisfies readonly DeadlineKind[];

/** How far ahead one looks, in days. */
export const AHEAD_DAYS = [30, 90, 180, 365] as const;

/** Reads what an address asks for; anything else is every kind, 90 days ahead. */
export function datesAsked({ kind, days }: { kind?: string; days?: string }): DatesAsked {
  return {
    kind: OTHER_KINDS.find((one) => one === kind) ?? null,
    days: AHEAD_DAYS.find((one) => String(one) === days) ?? 90,
  };
}
