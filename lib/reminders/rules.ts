/**
 * Which reminders a clock has, when each is due, and who gets it. Pure: the table below is the firm's ladder.
 * Offsets are calendar days before the date, told at nine in the clock's own zone (SECURITY.md 6.3, 6.5).
 */
import type { DeadlineKind } from "@/lib/deadlines/types";
import { addDays, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { instantInZone } from "@/lib/express-entry/timing/zone";
import type { Recipient, Rung } from "./types";

/** The rung of a date that has passed, told on the day after. */
export const MISSED = -1;
/** Minutes after midnight at which a reminder is told. */
const NINE = 9 * 60;
/** Days between the date and the likeliest finish, below which the ladder has more rungs. */
const TIGHT_SLACK = 10;
/** Days without a visit or an answer after which a client who has something to do is silent. */
const SILENT_DAYS = 7;

const FIRM = ["responsible", "manager"] as const;
const BOTH = ["client", "responsible"] as const;
const EVERYBODY = ["client", "responsible", "manager"] as const;

const told = (days: number, to: readonly Recipient[]): Rung => ({
  ...{ days, to, onlyIfTight: false, escalates: false },
});
const ifTight = (days: number, to: readonly Recipient[]): Rung => ({ ...told(days, to), onlyIfTight: true });
const raised = (days: number, to: readonly Recipient[]): Rung => ({ ...told(days, to), escalates: true });

const missed = raised(MISSED, FIRM);

/** Sixty days: the client hears it from the first, the managers when it tightens. */
const WINDOW: readonly Rung[] = [
  ifTight(45, FIRM),
  told(30, BOTH),
  ifTight(21, EVERYBODY),
  told(14, BOTH),
  ifTight(10, EVERYBODY),
  told(7, EVERYBODY),
  ifTight(5, EVERYBODY),
  raised(3, EVERYBODY),
  ifTight(2, EVERYBODY),
  raised(1, EVERYBODY),
  raised(0, EVERYBODY),
  missed,
];

/** Something to hand in within weeks: thirty days, or what a letter gives. */
const ANSWER: readonly Rung[] = [
  told(21, BOTH),
  told(14, BOTH),
  told(7, EVERYBODY),
  told(3, EVERYBODY),
  raised(1, EVERYBODY),
  raised(0, EVERYBODY),
  missed,
];

/** A paper that ends: it takes months to get another. */
const PAPER: readonly Rung[] = [told(90, BOTH), told(30, BOTH), told(7, EVERYBODY), told(0, FIRM), missed];

/** The year of a profile: a new one is a matter of hours. */
const YEAR: readonly Rung[] = [told(30, BOTH), told(7, BOTH), told(1, EVERYBODY), told(0, EVERYBODY), missed];

/** What the firm owes, or waits for, without the client. */
const DUTY: readonly Rung[] = [
  told(14, ["responsible"]),
  told(7, ["responsible"]),
  told(1, FIRM),
  told(0, FIRM),
  missed,
];

const LADDERS: Readonly<Record<DeadlineKind, readonly Rung[]>> = {
  ita: WINDOW,
  profile: YEAR,
  nomination: ANSWER,
  biometrics: ANSWER,
  adr: ANSWER,
  pfl: ANSWER,
  passport_request: ANSWER,
  court_leave: ANSWER,
  medical: PAPER,
  language_test: PAPER,
  eca: PAPER,
  passport: PAPER,
  work_permit: PAPER,
  copr: PAPER,
  pr_card: PAPER,
  decision: DUTY,
  closing: DUTY,
  file_transfer: DUTY,
};

/** The rungs of a kind of clock, the farthest first. */
export function ladderOf(kind: DeadlineKind): readonly Rung[] {
  return LADDERS[kind];
}

/** Who is told at a rung. Where slack is short the managers are told too, whatever the table says. */
export function recipientsOf(kind: DeadlineKind, days: number, { tight }: { tight: boolean }): Recipient[] {
  const to = LADDERS[kind].find((rung) => rung.days === days)?.to ?? FIRM;
  return tight && !to.includes("manager") ? [...to, "manager"] : [...to];
}

/** Is this rung of a hard date told every day from now on? */
export function escalates(kind: DeadlineKind, days: number): boolean {
  return LADDERS[kind].find((rung) => rung.days === days)?.escalates ?? false;
}

/** When a rung is told: nine in the clock's zone, a time that a spring change leaves out moved forward. */
export function remindAt(dueOn: IsoDate, days: number, zone: string, minutes = NINE): Date {
  return instantInZone(addDays(dueOn, -days), minutes, zone);
}

/** Is so little time left beyond what the open items need that the ladder has more rungs? Days. */
export function isTight({ daysLeft, daysNeeded }: { daysLeft: number; daysNeeded: number }): boolean {
  return daysNeeded > 0 && daysLeft - daysNeeded < TIGHT_SLACK;
}

interface WrittenRung {
  days: number;
  remindAt: Date;
  onlyIfTight: boolean;
}

/**
 * The rungs to write for a clock that is set or moved now. Of those whose time has passed already only the tightest is
 * told, at once, unless that was told before about the same date: `toldDays` is the tightest that was, or null.
 */
export function rungsToWrite(
  clock: { kind: DeadlineKind; dueOn: IsoDate; timeZone: string; missed: boolean },
  now: Date,
  toldDays: number | null,
): WrittenRung[] {
  const all = LADDERS[clock.kind]
    .filter(({ days }) => !clock.missed || days === MISSED)
    .map(({ days, onlyIfTight }) => ({
      ...{ days, onlyIfTight },
      remindAt: remindAt(clock.dueOn, days, clock.timeZone),
    }));
  const untold = all.filter(({ days }) => toldDays === null || days < toldDays);
  const ahead = untold.filter((rung) => rung.remindAt > now);
  const passed = untold.filter((rung) => rung.remindAt <= now && !rung.onlyIfTight).at(-1);
  return passed ? [{ ...passed, remindAt: now }, ...ahead] : ahead;
}

export interface DueRung {
  id: string;
  rung: number;
  onlyIfTight: boolean;
}

/** Of several that are due at once the tightest speaks for all; what only a tight ladder has is spared otherwise. */
export function collapse<R extends DueRung>(
  due: readonly R[],
  { tight, missed: hasPassed }: { tight: boolean; missed: boolean },
): { send: R | null; joined: R[]; spared: R[] } {
  const applies = (one: R) => (tight || !one.onlyIfTight) && (!hasPassed || one.rung === MISSED);
  const [send = null, ...joined] = due.filter(applies).sort((a, b) => a.rung - b.rung);
  return { send, joined, spared: due.filter((one) => !applies(one)) };
}

/** Has a client who has something to do been silent for too long? */
export function isSilent(lastSign: Date | null, now: Date): boolean {
  return lastSign === null || now.getTime() - lastSign.getTime() >= SILENT_DAYS * 86_400_000;
}
