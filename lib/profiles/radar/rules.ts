/** When a profile begins or ceases to be reached by the recent cut-offs. Pure. */
import { isInvited } from "@/lib/express-entry/draws/invited";
import { addDays, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import type { RecentRound, StandingChange, StandingStep } from "../pool/types";
import { splitClasses } from "../rules";
import { RADAR_DAYS, type Crossing } from "./types";

/** The longest look of the radar. */
export const LOOK_DAYS = Math.max(...RADAR_DAYS);

const AT_YEARS_END = "A new profile from that day on; its place among equals is then the new instant";

function isReached({ score, classes }: StandingStep, submittedAt: Date, round: RecentRound): boolean {
  return isInvited({ score, submittedAt, ...splitClasses(classes) }, round).invited;
}

interface Ahead {
  steps: readonly StandingStep[];
  changes: readonly StandingChange[];
  submittedAt: Date;
  /** The day on which the profile's year is over. */
  endsOn: IsoDate;
}

/** The first day on which a round that reaches the profile no longer would, or one that does not begins to. */
function crossingOf(ahead: Ahead, steps: readonly StandingStep[], round: RecentRound): Crossing | null {
  const { submittedAt, changes } = ahead;
  const [first, ...later] = steps;
  if (!first) return null;
  const now = isReached(first, submittedAt, round);
  const place = later.findIndex((step) => isReached(step, submittedAt, round) !== now);
  const after = later[place];
  if (!after) return null;
  const before = later[place - 1] ?? first;
  return {
    direction: now ? "falls" : "rises",
    isYearsEnd: false,
    on: after.from,
    roundId: round.id,
    label: changes.find(({ on }) => on === after.from)?.label ?? "the rules of that day",
    points: after.score - before.score,
    scoreBefore: before.score,
    scoreAfter: after.score,
  };
}

/** A profile that a round reaches to its last day falls out of the pool on that day. */
function yearsEnd(
  { submittedAt, endsOn }: Ahead,
  steps: readonly StandingStep[],
  round: RecentRound,
): Crossing[] {
  const last = steps.find(({ from, to }) => from <= endsOn && endsOn <= to);
  if (!last || !isReached(last, submittedAt, round)) return [];
  const { score } = last;
  return [
    {
      ...{ direction: "falls", isYearsEnd: true, on: endsOn, roundId: round.id, points: 0 },
      ...{ label: "the profile’s year ends", scoreBefore: score, scoreAfter: score },
    },
  ];
}

/**
 * The first day within `days` of `today` on which each recent round that reaches the profile no longer would, or one
 * that does not begins to; by the round's cut-off and tie-break, and by the end of the profile's year. At most one a
 * round, the earliest first.
 */
export function crossings(
  ahead: Ahead,
  rounds: readonly RecentRound[],
  today: IsoDate,
  days: number,
): Crossing[] {
  const until = addDays(today, days);
  const steps = ahead.steps.filter(({ from, to }) => to >= today && from <= until);
  return rounds
    .flatMap((round) => {
      const crossing = crossingOf(ahead, steps, round);
      if (crossing && crossing.on < ahead.endsOn) return [crossing];
      return ahead.endsOn <= until ? yearsEnd(ahead, steps, round) : [];
    })
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** What is stored of a profile's crossings: by it the radar finds whom to show. */
export interface Turns {
  fallsOn: IsoDate | null;
  /** Points that would make up for the fall; null where no score does. */
  fallsBy: number | null;
  risesOn: IsoDate | null;
  advice: string | null;
}

/**
 * The first fall and the first rise within the longest look. The advice known for the same fall by as many points is
 * kept; that on the end of a profile's year is always the same.
 */
export function turnsOf(
  ahead: Ahead,
  rounds: readonly RecentRound[],
  today: IsoDate,
  known: Pick<Turns, "fallsOn" | "fallsBy" | "advice"> | null,
): Turns {
  const found = crossings(ahead, rounds, today, LOOK_DAYS);
  const falls = found.find(({ direction }) => direction === "falls");
  const risesOn = found.find(({ direction }) => direction === "rises")?.on ?? null;
  if (!falls) return { fallsOn: null, fallsBy: null, risesOn, advice: null };
  const { on: fallsOn, isYearsEnd, roundId, scoreAfter } = falls;
  if (isYearsEnd) return { fallsOn, fallsBy: null, risesOn, advice: AT_YEARS_END };
  const lowestCrs = rounds.find(({ id }) => id === roundId)?.lowestCrs ?? 0;
  const fallsBy = Math.max(1, lowestCrs - scoreAfter);
  const same = known?.fallsOn === fallsOn && known.fallsBy === fallsBy;
  return { fallsOn, fallsBy, risesOn, advice: same ? known.advice : null };
}
