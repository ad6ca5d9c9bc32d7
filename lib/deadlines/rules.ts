/** Which clocks run when, how risks are called, and the days a single document takes at its lead time. Pure. */
import type { CaseStage } from "@/lib/cases/types";
import { daysBetween } from "@/lib/express-entry/timing/calendar-date";
import type { FactClockKind } from "@/lib/express-entry/timing/fact-clocks";

import type { OpenState } from "./forecast/types";
import type { DatesAsked, DeadlineKind, WindowRisk } from "./types";

/** Days between receipt and the firm's decision. */
export const REVIEW_DAYS = 2;
/** A returned document comes back within a week, or within its own lead time if that is shorter. */
const REDO_DAYS = 7;

interface LineOnItsWay {
  state: OpenState;
  leadDays: number;
  /** Date of the request, or of the last decision; null before the first. */
  since: string | null;
}

/** Days until one document is likely to be accepted at its lead time, at least one: what a client's list is sorted by. */
export function remainingDays(item: LineOnItsWay, today: string): number {
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

export const RISK_LABELS: Readonly<Record<WindowRisk, string>> = {
  past_saving: "Past saving?",
  at_risk: "At risk",
  on_track: "On track",
};

export const RISK_NOTES: Readonly<Record<WindowRisk, string>> = {
  past_saving: "Fewer than one run in ten is complete by the last day",
  at_risk: "The forecast crosses the last day, or an earlier stop",
  on_track: "At least nine runs in ten are complete by the last day",
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

/** A clock that is derived: of a fact, or of a medical exam, whose days were read off the accepted item. */
export type DerivedClockKind = FactClockKind | "medical";

/** Stages in which a derived clock runs: what is judged on the application's day until then, papers until landing. */
const CLOCK_STAGES: Readonly<Record<DerivedClockKind, readonly CaseStage[]>> = {
  language_test: UNTIL_SUBMITTED,
  eca: UNTIL_SUBMITTED,
  passport: UNTIL_LANDED,
  work_permit: UNTIL_LANDED,
  medical: UNTIL_LANDED,
};

/** Stages in which any derived clock runs. */
export const CLOCKED_STAGES = UNTIL_LANDED;

/** Does a derived clock run for a file of this stage? A test has done its work once the application is in. */
export function clockRuns(kind: DerivedClockKind, stage: CaseStage): boolean {
  return CLOCK_STAGES[kind].includes(stage);
}

/** Does a step of the case start or end any derived clock? */
export function movesClocks(from: CaseStage, to: CaseStage): boolean {
  const kinds = Object.keys(CLOCK_STAGES) as DerivedClockKind[];
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
