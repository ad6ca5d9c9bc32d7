/**
 * The order of Today, and what may be put off. Pure; dates are calendar dates in the firm's zone.
 * Decided in docs/decisions/today.md.
 */
import type { CaseStage } from "@/lib/cases/types";
import { addDays, maxDate, minDate, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import type { Thing, ThingGroup } from "./types";

/** A window this near asks for a decision, whatever its stage; dates and tasks come to Today as far ahead. */
export const CLOSING_DAYS = 14;
/** A document asked for or sent back that nobody touched for this long has stalled. */
export const STALLED_DAYS = 7;
/** A hard date this near is decided today, whatever it is of. */
export const HARD_TODAY_DAYS = 3;
/** A soft date counts as this much further away: what it costs can be had back, what a hard one costs cannot. */
const SOFT_GRACE_DAYS = 7;
/** A hard date may not be out of sight in its last days, nor after. */
const HARD_IN_SIGHT_DAYS = 3;
/** Nothing is put off for longer; it can be put off again. */
const SNOOZE_DAYS = 30;

/**
 * The one order of the groups: what is lost today first; then what others wait for us with, the file before the
 * letter, since a review may send the client back to an authority; then what comes; then what no date asks for.
 */
export const GROUPS = [
  "decide",
  "review",
  "replies",
  "coming",
  "steps",
] as const satisfies readonly ThingGroup[];

/** The day that a date counts as in the order: itself where it is hard, a week later where it is soft. */
function lossDay(due: NonNullable<Thing["due"]>): IsoDate {
  return due.hard ? due.on : addDays(due.on, SOFT_GRACE_DAYS);
}

/** Decided today: a date that has come or passed, and a hard one that is near. */
export function isForToday(due: NonNullable<Thing["due"]>, today: IsoDate): boolean {
  return due.on <= (due.hard ? addDays(today, HARD_TODAY_DAYS) : today);
}

const NEVER = "9999-12-31";

/**
 * What loses most first: by group, inside a group by the day of the loss, then hard before soft, then what has waited
 * longest, then by key so that the order is one. What has no date comes last of its group, the longest waiting first.
 */
export function byLoss(a: Thing, b: Thing): number {
  const ranks = (thing: Thing): readonly (string | number)[] => [
    GROUPS.indexOf(thing.group),
    thing.due === null ? NEVER : lossDay(thing.due),
    thing.due?.hard ? 0 : 1,
    thing.since === null ? NEVER : thing.since.toISOString(),
    thing.key,
  ];
  const [of, other] = [ranks(a), ranks(b)];
  for (const [index, rank] of of.entries()) {
    const against = other[index] ?? rank;
    if (rank !== against) return rank < against ? -1 : 1;
  }
  return 0;
}

/**
 * The last day until which a thing may be put off, or null where it may not be: a hard date comes back three days
 * before it at the latest, everything else after a month.
 */
export function lastSnoozeDay(due: Thing["due"], today: IsoDate): IsoDate | null {
  const furthest = addDays(today, SNOOZE_DAYS);
  const last = due?.hard ? minDate(furthest, addDays(due.on, -HARD_IN_SIGHT_DAYS)) : furthest;
  return last > today ? last : null;
}

/** Why a thing cannot be put off until that day; null: it can. */
export function snoozeFault(due: Thing["due"], until: IsoDate, today: IsoDate): string | null {
  const last = lastSnoozeDay(due, today);
  if (last === null) return "A hard date this near stays in sight: it cannot be put off.";
  if (until < addDays(today, 1)) return "Choose a day after today.";
  if (until > maxDate(last, addDays(today, 1)))
    return due?.hard
      ? "A hard date stays in sight for its last three days: choose an earlier day."
      : "Thirty days at most. It can be put off again then.";
  return null;
}

interface StepWords {
  title: string;
  action: string;
  page: "overview" | "assessment";
}

/** The firm's next step at the stages where it is its move. */
export const STEP_WORDS: Readonly<Partial<Record<CaseStage, StepWords>>> = {
  ENQUIRY: { title: "Record the consultation", action: "Record", page: "overview" },
  CONSULTATION: { title: "Send the service agreement", action: "Send", page: "overview" },
  RETAINER_PENDING: { title: "Record the signed agreement", action: "Record", page: "overview" },
  RETAINED: { title: "Enter the facts and assess", action: "Assess", page: "assessment" },
  ASSESSMENT: { title: "Complete the assessment", action: "Assess", page: "assessment" },
  PROFILE_PREPARATION: { title: "Submit the profile and record it", action: "Record", page: "overview" },
  ITA_EXPIRED: { title: "Decide: a new profile, or close", action: "Decide", page: "overview" },
  REJECTED_INCOMPLETE: { title: "Decide: a new profile, or close", action: "Decide", page: "overview" },
};
