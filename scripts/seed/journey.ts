import type { CaseStage } from "@/lib/db/schema/cases";
import { addDays, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { INVITATION_DAYS } from "@/lib/express-entry/timing/invitation-window";
import type { Random } from "./random";

/** The way of most files; the other stages leave it somewhere. */
const MAIN_WAY: readonly CaseStage[] = [
  "ENQUIRY",
  "CONSULTATION",
  "RETAINER_PENDING",
  "RETAINED",
  "ASSESSMENT",
  "PROFILE_PREPARATION",
  "IN_POOL",
  "ITA_RECEIVED",
  "APPLICATION_PREPARATION",
  "READY_TO_SUBMIT",
  "SUBMITTED",
  "IN_PROCESS",
  "APPROVED",
  "CONFIRMATION_ISSUED",
  "LANDED",
];

/** How often a file left from each stage when it was closed or withdrawn. */
const CLOSED_FROM = {
  ENQUIRY: 5,
  CONSULTATION: 5,
  RETAINER_PENDING: 2,
  LANDED: 7,
  WITHDRAWN: 1,
  REFUSED: 1,
} as const;
const WITHDRAWN_FROM = { RETAINED: 1, ASSESSMENT: 2, PROFILE_PREPARATION: 2, IN_POOL: 4 } as const;

/** Shortest and longest stay in a stage, in days, before the next one. The 60 days always suffice. */
const STAYS: Readonly<Record<CaseStage, readonly [number, number]>> = {
  ENQUIRY: [1, 12],
  CONSULTATION: [1, 10],
  RETAINER_PENDING: [1, 12],
  RETAINED: [1, 8],
  ASSESSMENT: [2, 35],
  PROFILE_PREPARATION: [2, 40],
  IN_POOL: [12, 190],
  NOMINATION_OFFERED: [4, 24],
  ITA_RECEIVED: [1, 4],
  APPLICATION_PREPARATION: [22, 50],
  READY_TO_SUBMIT: [1, 3],
  SUBMITTED: [4, 25],
  IN_PROCESS: [70, 160],
  APPROVED: [5, 25],
  CONFIRMATION_ISSUED: [8, 60],
  LANDED: [5, 40],
  ITA_EXPIRED: [3, 20],
  REJECTED_INCOMPLETE: [3, 25],
  REFUSED: [5, 30],
  WITHDRAWN: [2, 20],
  CLOSED: [5, 60],
};

/** How long a file has been in its last stage by now, where that differs from a usual stay. */
const AGES: Readonly<Partial<Record<CaseStage, readonly [number, number]>>> = {
  IN_POOL: [2, 340],
  ITA_RECEIVED: [1, 6],
  APPLICATION_PREPARATION: [2, 47],
  READY_TO_SUBMIT: [1, 2],
  IN_PROCESS: [2, 150],
  LANDED: [1, 25],
  ITA_EXPIRED: [2, 30],
  REFUSED: [3, 200],
  WITHDRAWN: [2, 700],
  CLOSED: [5, 1_400],
};

export interface StageEntry {
  stage: CaseStage;
  on: IsoDate;
  at: Date;
}

/** The stages a file has been through to be where it is. */
export function wayTo(random: Random, stage: CaseStage): CaseStage[] {
  const upTo = (last: CaseStage) => MAIN_WAY.slice(0, MAIN_WAY.indexOf(last) + 1);
  switch (stage) {
    case "NOMINATION_OFFERED":
      return [...upTo("IN_POOL"), stage];
    case "ITA_EXPIRED":
      return [...upTo("APPLICATION_PREPARATION"), stage];
    case "REJECTED_INCOMPLETE":
      return [...upTo("SUBMITTED"), stage];
    case "REFUSED":
      return [...upTo("IN_PROCESS"), stage];
    case "WITHDRAWN":
      return [...upTo(random.weighted(WITHDRAWN_FROM)), stage];
    case "CLOSED":
      return [...wayTo(random, random.weighted(CLOSED_FROM)), stage];
    default:
      return upTo(stage);
  }
}

/** Days between the entries of a way, and the days since the last one. */
export function staysOf(random: Random, way: readonly CaseStage[]): number[] {
  const stays = way.map((stage, index) => {
    const isLast = index === way.length - 1;
    const [shortest, longest] = (isLast ? AGES[stage] : undefined) ?? STAYS[stage];
    return random.whole(shortest, longest);
  });
  // A window that lapsed had run for all its days.
  const preparation = way.indexOf("ITA_EXPIRED") - 1;
  if (preparation > 0) stays[preparation] = INVITATION_DAYS + 1 - (stays[preparation - 1] ?? 0);
  return stays;
}

/**
 * The same stays with the last stage entered before today: an open window of so many days has no room for a longer
 * preparation. `anchor` is the invitation, `days` what has passed since.
 */
export function withinWindow(stays: readonly number[], anchor: number, days: number): number[] {
  const last = stays.length - 1;
  const since = stays.slice(anchor, last).reduce((sum, stay) => sum + stay, 0);
  const over = Math.max(0, since - (days - 1));
  return stays.map((stay, index) =>
    index === last - 1 && index >= anchor ? Math.max(0, stay - over) : stay,
  );
}

/** An instant on a day, in the firm's office hours: 14:00 to 21:00 UTC is the same calendar day all over Canada. */
export function duringOfficeHours(random: Random, on: IsoDate): Date {
  const seconds = random.whole(14 * 3600, 21 * 3600 - 1);
  return new Date(Date.parse(`${on}T00:00:00Z`) + seconds * 1000);
}

/** Dates every entry of a way, so that `anchor` (an index) is entered on `day`. */
export function entriesOf(
  random: Random,
  way: readonly CaseStage[],
  stays: readonly number[],
  anchor: number,
  day: IsoDate,
): StageEntry[] {
  const before = (index: number) => stays.slice(0, index).reduce((sum, stay) => sum + stay, 0);
  return way.map((stage, index) => {
    const on = addDays(day, before(index) - before(anchor));
    return { stage, on, at: duringOfficeHours(random, on) };
  });
}
