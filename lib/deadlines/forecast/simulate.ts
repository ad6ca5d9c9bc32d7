/**
 * The chance of a window, by many runs of its open items. Pure and seeded: the same case on the same day gives the same
 * answer. Every item has its own stream of random numbers, so that neither the order of the items nor another item
 * moves what one of them draws: more items, later starts and longer days can then only make a run later.
 */
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { addDays, daysBetween } from "@/lib/express-entry/timing/calendar-date";
import { inOrder, predecessorsOf } from "./dependencies";
import { daysAt, daysStill, spreadOf } from "./quantiles";
import type { CompletionForecast, ForecastInput, ItemForecast, TimedItem, Quantiles } from "./types";

/** Runs of one window: a chance of a half is right to four in a hundred. */
export const RUNS = 200;
/** No window looks further ahead. */
const MOST_DAYS = 730;
/** A start is safe if so many of the runs still land. */
export const SAFE = 0.9;

/** The firm asks for what is open: half of it by tomorrow, all within three days. */
const ASK: Quantiles = spreadOf(1, [
  [0, 0],
  [0.5, 1],
  [1, 3],
]);
/** Sign-off, the client's confirmation and the sending, once all is there. */
const SIGN_OFF: Quantiles = spreadOf(1.5, [
  [0, 0.3],
  [0.5, 1],
  [0.9, 2],
  [1, 3],
]);
/** Once it is signed off only the sending is left. */
const SENDING: Quantiles = spreadOf(0.4, [
  [0, 0.1],
  [0.5, 1],
  [1, 3],
]);

/** A whole number of 32 bits from a text (FNV-1a): a seed, nothing secret. */
function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash | 0;
}

const HALF = 0x1_0000;
/** Two uniform numbers from 0 up to 1 of one draw: 16 bits each are plenty for days. */
const high = (bits: number) => (bits >>> 16) / HALF;
const low = (bits: number) => (bits & 0xffff) / HALF;

/** Draws of 32 bits, the same for the same text. */
const streamOf = (text: string) => xoroshiro128plus(seedOf(text));

/** What one item draws in all runs. Days. */
interface Drawn {
  /** From being free to be asked for to being asked for; null for what is asked for already. */
  ask: Float64Array | null;
  /** Not asked for before so many days from today. */
  planned: number;
  /** From there, or from today, to its acceptance. */
  whole: Float64Array;
  /** From its next step (asking, having it, reviewing it) to its acceptance. */
  rest: Float64Array;
}

/** Days still to wait for what is under way, at a share of the cases that waited as long. */
function stillOf({ state, durations }: TimedItem, waited: number): (u: number) => number {
  const { obtain, review, redo } = durations;
  return daysStill(state === "returned" ? redo : state === "requested" ? obtain : review, waited);
}

function draw(item: TimedItem, { caseId, today }: ForecastInput): Drawn {
  const { state, since, plannedStart } = item;
  const { obtain, review, returnShare, redo } = item.durations;
  const stream = streamOf(`${caseId}:${today}:${item.id}`);
  const isToAsk = state === "to_request";
  const isOurs = state === "received" || state === "in_review";
  // One return at most; what lies back with the client has had it.
  const backShare = state === "returned" ? 0 : returnShare;
  const still = stillOf(item, since === null ? 0 : Math.max(0, daysBetween(since, today)));
  const whole = new Float64Array(RUNS);
  const rest = isToAsk ? whole : new Float64Array(RUNS);
  const ask = isToAsk ? new Float64Array(RUNS) : null;
  for (let run = 0; run < RUNS; run += 1) {
    const first = stream.next();
    const second = stream.next();
    const back = low(second);
    const returned = back < backShare ? daysAt(redo, back / backShare) : 0;
    const decided = daysAt(review, high(second)) + returned;
    if (ask !== null) {
      ask[run] = daysAt(ASK, low(first));
      whole[run] = daysAt(obtain, high(first)) + decided;
    } else {
      rest[run] = decided;
      whole[run] = isOurs ? still(high(second)) + returned : still(high(first)) + decided;
    }
  }
  const planned = plannedStart === null ? 0 : Math.max(0, daysBetween(today, plannedStart));
  return { ask, planned, whole, rest };
}

/** Days by how many runs took them: shares of the runs without sorting them. Whole days; later ones count as the last. */
class DayCount {
  private readonly runs = new Uint16Array(MOST_DAYS + 1);

  /** Counts every run anew. `round` is added before the days are cut to whole ones: a half rounds, nearly one rounds up. */
  of(days: Float64Array, round: number, more: Float64Array | null = null): this {
    const { runs } = this;
    runs.fill(0);
    for (let run = 0; run < RUNS; run += 1) {
      const day = Math.min(((days[run] ?? 0) + (more?.[run] ?? 0) + round) | 0, MOST_DAYS);
      runs[day] = (runs[day] ?? 0) + 1;
    }
    return this;
  }

  /** The day that a share of the runs does not exceed. */
  atShare(share: number): number {
    const enough = Math.ceil(share * RUNS);
    let [day, count] = [0, this.runs[0] ?? 0];
    while (count < enough && day < MOST_DAYS) {
      day += 1;
      count += this.runs[day] ?? 0;
    }
    return day;
  }

  /** Share of the runs that took no longer. */
  within(days: number): number {
    let count = 0;
    for (let day = 0; day <= days && day <= MOST_DAYS; day += 1) count += this.runs[day] ?? 0;
    return count / RUNS;
  }
}

/** To the nearest day; and to the next whole one, but for what differs by no more than rounding. */
const NEAREST = 0.5;
const UP = 1 - 1e-9;

interface Runs {
  drawn: readonly Drawn[];
  predecessors: readonly (readonly number[])[];
  order: readonly number[];
  signOff: Float64Array;
}

interface Finished {
  /** When each item is accepted, run by run, from today. */
  accepted: readonly Float64Array[];
  /** When the last one is. */
  last: Float64Array;
  /** In how many runs each item decides: the longest of the chain that ends last. */
  decides: Float64Array;
}

/** When one item is accepted: what it waits for has to be accepted first, and only then is it asked for. */
function acceptOne(
  { ask, planned, whole }: Drawn,
  before: readonly number[],
  accepted: readonly Float64Array[],
): { row: Float64Array; boundBy: Int16Array | null } {
  if (ask === null) return { row: whole, boundBy: null };
  const row = new Float64Array(RUNS);
  const boundBy = before.length > 0 ? new Int16Array(RUNS).fill(-1) : null;
  for (let run = 0; run < RUNS; run += 1) {
    let free = planned;
    for (const place of before) {
      const there = accepted[place]?.[run] ?? 0;
      if (there <= free) continue;
      free = there;
      if (boundBy) boundBy[run] = place;
    }
    row[run] = free + (ask[run] ?? 0) + (whole[run] ?? 0);
  }
  return { row, boundBy };
}

function finish({ drawn, predecessors, order }: Runs): Finished {
  const accepted = drawn.map(({ whole }) => whole);
  const boundBy: (Int16Array | null)[] = drawn.map(() => null);
  const last = new Float64Array(RUNS);
  const lastItem = new Int16Array(RUNS).fill(-1);
  for (const index of order) {
    const own = drawn[index];
    if (!own) continue;
    const { row, boundBy: bound } = acceptOne(own, predecessors[index] ?? [], accepted);
    [accepted[index], boundBy[index]] = [row, bound];
    for (let run = 0; run < RUNS; run += 1) {
      const days = row[run] ?? 0;
      if (days <= (last[run] ?? 0) && (lastItem[run] ?? -1) >= 0) continue;
      last[run] = days;
      lastItem[run] = index;
    }
  }
  const decides = new Float64Array(drawn.length);
  for (let run = 0; run < RUNS; run += 1) {
    let decider = lastItem[run] ?? -1;
    for (let at = decider; at >= 0; at = boundBy[at]?.[run] ?? -1) {
      if ((drawn[at]?.whole[run] ?? 0) > (drawn[decider]?.whole[run] ?? 0)) decider = at;
    }
    if (decider >= 0) decides[decider] = (decides[decider] ?? 0) + 1;
  }
  return { accepted, last, decides };
}

/** Days that must lie between an item's next step and the end, so that so many runs land: it, what waits for it, the sign-off. */
function safeDays({ drawn, predecessors, order, signOff }: Runs, count: DayCount): number[] {
  const after: (Float64Array | null)[] = drawn.map(() => null);
  const days = drawn.map(() => 0);
  for (const index of [...order].reverse()) {
    const own = drawn[index];
    if (!own) continue;
    const following = after[index] ?? null;
    const chain = following === null ? own.rest : own.rest.map((rest, run) => rest + (following[run] ?? 0));
    days[index] = count.of(chain, UP, signOff).atShare(SAFE);
    for (const before of predecessors[index] ?? []) {
      const behind = (after[before] ??= new Float64Array(RUNS));
      for (let run = 0; run < RUNS; run += 1) {
        behind[run] = Math.max(behind[run] ?? 0, (own.ask?.[run] ?? 0) + (chain[run] ?? 0));
      }
    }
  }
  return days;
}

function drawSignOff({ caseId, today, signedOff }: ForecastInput): Float64Array {
  const stream = streamOf(`${caseId}:${today}:sign-off`);
  return Float64Array.from({ length: RUNS }, () =>
    daysAt(signedOff ? SENDING : SIGN_OFF, high(stream.next())),
  );
}

/**
 * Simulates one window. Items in any order; without items only the sign-off is left. It is about noon now: what ends
 * within half a day ends today.
 */
export function forecastCompletion(input: ForecastInput, items: readonly TimedItem[]): CompletionForecast {
  const { today, lastDay, targetDay } = input;
  const predecessors = predecessorsOf(items);
  const runs: Runs = {
    drawn: items.map((item) => draw(item, input)),
    predecessors,
    order: inOrder(predecessors),
    signOff: drawSignOff(input),
  };
  const { accepted, last, decides } = finish(runs);
  const count = new DayCount();
  const safe = safeDays(runs, count);
  const forecasts = items.map(({ id, durations }, index): ItemForecast => ({
    id,
    likely: addDays(today, count.of(accepted[index] ?? last, NEAREST).atShare(0.5)),
    latest: addDays(lastDay, -(safe[index] ?? 0)),
    source: durations.source,
    decides: (decides[index] ?? 0) / RUNS,
  }));
  const complete = count.of(last, NEAREST, runs.signOff);
  return {
    early: addDays(today, complete.atShare(0.1)),
    likely: addDays(today, complete.atShare(0.5)),
    late: addDays(today, complete.atShare(SAFE)),
    byTarget: complete.within(daysBetween(today, targetDay)),
    byLastDay: complete.within(daysBetween(today, lastDay)),
    items: forecasts.sort((a, b) => b.decides - a.decides || (a.id < b.id ? -1 : 1)),
  };
}
