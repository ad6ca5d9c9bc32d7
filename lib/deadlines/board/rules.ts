/** What the board shows of all lanes, and the days of a month. Pure. */
import { addDays, addMonths, dayNumber, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { RISK_ORDER } from "../rules";
import type { WindowLane } from "../types";
import type { BoardAsked, BoardLane, DeadlineMonth, MonthEntry, Waiting } from "./types";

const WAITING: readonly Waiting[] = ["client", "us", "nothing"];

/** Offered as "at most so many days left". */
export const LEFT_DAYS = [7, 14, 30, 45] as const;

/** Who must act next: our review comes first, then the client's answer; each lane is in exactly one group. */
export function waitingOn(lane: Pick<WindowLane, "review" | "required" | "accepted">): Waiting {
  if (lane.review > 0 || lane.required === 0) return "us";
  return lane.accepted < lane.required ? "client" : "nothing";
}

export type BoardParams = Partial<Record<keyof BoardAsked, string | string[]>>;

/** Reads what an address asks for; what it does not know stands for all. */
export function boardAsked(params: BoardParams): BoardAsked {
  const one = (value: string | string[] | undefined) =>
    typeof value === "string" && value !== "" ? value : null;
  return {
    waiting: WAITING.find((waiting) => waiting === params.waiting) ?? null,
    group: params.group === "consultant" ? "consultant" : "risk",
    consultant: one(params.consultant),
    risk: RISK_ORDER.find((risk) => risk === params.risk) ?? null,
    program: one(params.program),
    left: LEFT_DAYS.find((days) => String(days) === params.left) ?? null,
    date: params.date === "unconfirmed" ? "unconfirmed" : null,
  };
}

/** The same question as an address, with what is changed in it. */
export function boardAddress(
  asked: BoardAsked,
  change: Partial<BoardAsked> = {},
  path = "/deadlines",
): string {
  const wanted = { ...asked, ...change };
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(wanted)) {
    if (value !== null && !(key === "group" && value === "risk")) params.set(key, String(value));
  }
  const query = params.toString();
  return query === "" ? path : `${path}?${query}`;
}

/** The lanes an address leaves, in their order. */
export function lanesAsked(lanes: readonly WindowLane[], asked: BoardAsked): WindowLane[] {
  return lanes.filter(
    (lane) =>
      (asked.waiting === null || waitingOn(lane) === asked.waiting) &&
      (asked.consultant === null || lane.owner.id === asked.consultant) &&
      (asked.risk === null || lane.risk === asked.risk) &&
      (asked.program === null || lane.invitationClass === asked.program) &&
      (asked.left === null || lane.daysLeft <= asked.left) &&
      (asked.date === null || !lane.confirmed),
  );
}

/** What the board shows of a lane; a mark a day for what is still to be asked for, the first of each day. */
export function boardLane(lane: WindowLane): BoardLane {
  const { caseId, number, displayName, owner, risk, words, decidedBy, basis, safeStarts } = lane;
  const { issueDate, targetDate, deadlineDate, daysLeft, shownExpiry, computedDeadline, confirmed } = lane;
  const { required, accepted, escalation, mayEscalate, earlierStop, forecast } = lane;
  const starts = new Map(safeStarts.toReversed().map((start) => [start.on, start]));
  return {
    ...{ caseId, number, displayName, owner, risk, words, decidedBy, basis },
    ...{ issueDate, targetDate, deadlineDate, daysLeft, shownExpiry, computedDeadline, confirmed },
    ...{ required, accepted, escalation, mayEscalate, earlierStop },
    safeStarts: [...starts.values()].reverse(),
    forecast: forecast && {
      ...{ early: forecast.early, likely: forecast.likely, late: forecast.late },
      ...{ byTarget: forecast.byTarget, byLastDay: forecast.byLastDay },
    },
    itemId: forecast?.items[0]?.id ?? null,
  };
}

/** `2026-12`; anything else is the month of today. */
export function monthAsked(month: string | undefined, today: IsoDate): string {
  return month !== undefined && /^20\d\d-(?:0[1-9]|1[0-2])$/.test(month) ? month : today.slice(0, 7);
}

/** First and last day of the whole weeks, Monday to Sunday, that a month lies in. */
export function weeksOf(month: string): { from: IsoDate; to: IsoDate } {
  const first: IsoDate = `${month}-01`;
  const last = addDays(addMonths(first, 1), -1);
  // Day 0 was a Thursday.
  const weekday = (date: IsoDate) => (((dayNumber(date) + 3) % 7) + 7) % 7;
  return { from: addDays(first, -weekday(first)), to: addDays(last, 6 - weekday(last)) };
}

/** Every day of the weeks of a month, each with what ends on it. */
export function monthGrid(month: string, entries: readonly MonthEntry[]): DeadlineMonth["weeks"] {
  const { from, to } = weeksOf(month);
  const weeks: DeadlineMonth["weeks"] = [];
  for (let monday = from; monday <= to; monday = addDays(monday, 7)) {
    weeks.push(
      Array.from({ length: 7 }, (_, day) => {
        const on = addDays(monday, day);
        return { on, inMonth: on.startsWith(month), entries: entries.filter(({ dueOn }) => dueOn === on) };
      }),
    );
  }
  return weeks;
}
