/** What may happen to a task, and when a repeating one comes again. Pure; dates are calendar dates in the firm's zone. */
import {
  addDays,
  addMonths,
  daysBetween,
  maxDate,
  type IsoDate,
} from "@/lib/express-entry/timing/calendar-date";
import type { TaskOrigin, TaskRepeat, TaskState } from "./types";

export const REPEATS = ["none", "daily", "weekly", "monthly"] as const satisfies readonly TaskRepeat[];

export const REPEAT_LABELS: Readonly<Record<TaskRepeat, string>> = {
  none: "Once",
  daily: "Every day",
  weekly: "Every week",
  monthly: "Every month",
};

/** Why a task is there, for one that nobody typed. */
export const ORIGIN_WORDS: Readonly<Record<TaskOrigin, string | null>> = {
  person: null,
  repeat: null,
  mail_bounce: "A mail came back",
  silent_client: "Nothing heard from the client",
  escalation: "Escalated from the board",
  letter: "Follows a letter",
  message: "Follows a message",
  process: "Follows a step at IRCC",
  closing: "A closing duty",
};

interface Series {
  repeat: TaskRepeat;
  /** First date of the series. */
  repeatFrom: IsoDate | null;
  repeatUntil: IsoDate | null;
  dueOn: IsoDate | null;
}

const DAYS_OF_WEEK = 7;

/** The series' date of a number; the 31st of a short month is its last day, and the month after has its own again. */
function dateOfSeries(repeat: Exclude<TaskRepeat, "none">, from: IsoDate, number: number): IsoDate {
  if (repeat === "monthly") return addMonths(from, number);
  return addDays(from, number * (repeat === "weekly" ? DAYS_OF_WEEK : 1));
}

/**
 * When the next of a series falls due that is done today: its first date after this one's that has not passed, so that
 * those missed do not pile up. Null where it does not repeat or its last day is over.
 */
export function nextDueOn(
  { repeat, repeatFrom, repeatUntil, dueOn }: Series,
  today: IsoDate,
): IsoDate | null {
  if (repeat === "none" || repeatFrom === null || dueOn === null) return null;
  const earliest = maxDate(addDays(dueOn, 1), today);
  // A month has at most 31 days, so this number is never past the one looked for.
  const span = { daily: 1, weekly: DAYS_OF_WEEK, monthly: 31 }[repeat];
  let number = Math.max(0, Math.floor(daysBetween(repeatFrom, earliest) / span));
  while (dateOfSeries(repeat, repeatFrom, number) < earliest) number += 1;
  const next = dateOfSeries(repeat, repeatFrom, number);
  return repeatUntil !== null && next > repeatUntil ? null : next;
}

type Step = { allowed: true } | { allowed: false; reason: string };

const STATE_WORDS: Readonly<Record<TaskState, string>> = {
  open: "open",
  done: "done",
  dropped: "dropped",
};

/** Only an open task is changed, done or dropped; only a settled one is opened again. */
export function canLeave(state: TaskState, wanted: "open" | "settled"): Step {
  if ((state === "open") === (wanted === "open")) return { allowed: true };
  return { allowed: false, reason: `This task is ${STATE_WORDS[state]} already. Reload the page to see it.` };
}
