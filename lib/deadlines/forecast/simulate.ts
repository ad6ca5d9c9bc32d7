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
  /** When the firm asks, from today; 0 for what is asked for already. */
  ask: Float64Array;
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
  const stream = streamOf(`${caseId}:${today}:${item.id}`);
  const { obtain, review, returnShare, redo } = item.durations;
  const waited = item.since === null ? 0 : Math.max(0, daysBetween(item.since, today));
  const planned = item.plannedStart === null ? 0 : Math.max(0, daysBetween(today, item.plannedStart));
  const drawn: Drawn = {
    ask: new Float64Array(RUNS),
    whole: new Float64Array(RUNS),
    rest: new Float64Array(RUNS),
  };
  const still = stillOf(item, waited);
  for (let run = 0; run < RUNS; run += 1) {
    const first = stream.next();
    const second = stream.next();
    const obtained = high(first);
    const back = low(second);
    // One return at most; what lies back with the client has had it.
    const returned = item.state !== "returned" && back < returnShare ? daysAt(redo, back / returnShare) : 0;
    const decided = daysAt(review, high(second)) + returned;
    drawn.rest[run] = decided;
    switch (item.state) {
      case "to_request":
        drawn.ask[run] = planned + daysAt(ASK, low(first));
        drawn.whole[run] = drawn.rest[run] = daysAt(obtain, obtained) + decided;
        break;
      case "requested":
      case "returned":
        drawn.whole[run] = still(obtained) + decided;
        break;
      case "received":
      case "in_review":
        drawn.whole[run] = still(high(second)) + returned;
    }
  }
  return drawn;
}

/** Days by how many runs took them: shares of the runs without sorting them. Whole days; later ones count as the last. */
class DayCount {
  private readonly runs = new Uint16Array(MOST_DAYS + 1);

  add(days: number): void {
    const day = Math.min(Math.max(days, 0), MOST_DAYS);
    this.runs[day] = (this.runs[day] ?? 0) + 1;
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

interface Runs {
  drawn: readonly Drawn[];
  predecessors: readonly (readonly number[])[];
  order: readonly number[];
  signOff: Float64Array;
}

/** When each item is accepted in one run, and which one decides: the longest of the chain that ends last. */
function finishRun({ drawn, predecessors, order }: Runs, run: number, finish: Float64Array): number {
  const boundBy = new Map<number, number>();
  let last = -1;
  for (const index of order) {
    let start = drawn[index]?.ask[run] ?? 0;
    for (const before of predecessors[index] ?? []) {
      const there = finish[before] ?? 0;
      if (there <= start) continue;
      start = there;
      boundBy.set(index, before);
    }
    finish[index] = start + (drawn[index]?.whole[run] ?? 0);
    if (last < 0 || (finish[index] ?? 0) > (finish[last] ?? 0)) last = index;
  }
  let decider = last;
  for (let at = boundBy.get(last); at !== undefined; at = boundBy.get(at)) {
    if ((drawn[at]?.whole[run] ?? 0) > (drawn[decider]?.whole[run] ?? 0)) decider = at;
  }
  return decider;
}

/** Days that must lie between an item's next step and the end, so that so many runs land: it, what waits for it, the sign-off. */
function safeDays({ drawn, predecessors, order, signOff }: Runs): number[] {
  const chains = drawn.map(({ rest }) => Float64Array.from(rest));
  const after = drawn.map(() => new Float64Array(RUNS));
  for (const index of [...order].reverse()) {
    const chain = chains[index];
    const following = after[index];
    if (!chain || !following) continue;
    for (let run = 0; run < RUNS; run += 1) chain[run] = (chain[run] ?? 0) + (following[run] ?? 0);
    for (const before of predecessors[index] ?? []) {
      const behind = after[before];
      if (!behind) continue;
      for (let run = 0; run < RUNS; run += 1) behind[run] = Math.max(behind[run] ?? 0, chain[run] ?? 0);
    }
  }
  return chains.map((chain) => {
    const days = new DayCount();
    for (let run = 0; run < RUNS; run += 1) days.add(Math.ceil((chain[run] ?? 0) + (signOff[run] ?? 0)));
    return days.atShare(SAFE);
  });
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
  const finish = new Float64Array(items.length);
  const decides = new Float64Array(items.length);
  const accepted = items.map(() => new DayCount());
  const complete = new DayCount();
  for (let run = 0; run < RUNS; run += 1) {
    const decider = finishRun(runs, run, finish);
    if (decider >= 0) decides[decider] = (decides[decider] ?? 0) + 1;
    let last = 0;
    for (let index = 0; index < finish.length; index += 1) {
      const days = finish[index] ?? 0;
      accepted[index]?.add(Math.round(days));
      if (days > last) last = days;
    }
    complete.add(Math.round(last + (runs.signOff[run] ?? 0)));
  }
  const safe = safeDays(runs);
  const forecasts = items.map(({ id, durations }, index): ItemForecast => ({
    id,
    likely: addDays(today, accepted[index]?.atShare(0.5) ?? 0),
    latest: addDays(lastDay, -(safe[index] ?? 0)),
    latestForTarget: addDays(targetDay, -(safe[index] ?? 0)),
    source: durations.source,
    decides: (decides[index] ?? 0) / RUNS,
  }));
  return {
    early: addDays(today, complete.atShare(0.1)),
    likely: addDays(today, complete.atShare(0.5)),
    late: addDays(today, complete.atShare(SAFE)),
    byTarget: complete.within(daysBetween(today, targetDay)),
    byLastDay: complete.within(daysBetween(today, lastDay)),
    items: forecasts.sort((a, b) => b.decides - a.decides || (a.id < b.id ? -1 : 1)),
  };
}
