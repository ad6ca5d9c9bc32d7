/** Durations as quantile tables: sampled by one uniform number, compared point by point. Pure. */

import type { Quantiles } from "./types";

/** Steps of a table; it has one point more. */
const STEPS = 64;
/** An item later than this share of all is no longer read against the rest: its table says nothing about it. */
const READ_UP_TO = 0.9;
/** The longest of a few files is not the longest there is: so far past it the last step reaches, per distance from the middle. */
const TAIL = 2;

/** Days at a share `u` of all cases, 0 to 1; straight between the points. */
export function daysAt(table: Quantiles, u: number): number {
  // The innermost loop of the forecast: no array is made here.
  const place = u <= 0 ? 0 : u >= 1 ? STEPS : u * STEPS;
  const index = place < STEPS ? place | 0 : STEPS - 1;
  const from = table[index] ?? 0;
  const to = table[index + 1] ?? 0;
  return from + (to - from) * (place - index);
}

/** Share of all cases that took no longer than so many days. */
export function shareWithin(table: Quantiles, days: number): number {
  let [low, high] = [0, STEPS];
  if (days < (table[0] ?? 0)) return 0;
  if (days >= (table[STEPS] ?? 0)) return 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((table[middle] ?? 0) <= days) low = middle;
    else high = middle;
  }
  const [from = 0, to = 0] = [table[low], table[high]];
  return (low + (to > from ? (days - from) / (to - from) : 0)) / STEPS;
}

/**
 * Days still to wait of a case that has waited so long already, at a share `u` of such cases. What has not come
 * although most would have is the slow kind: the shares below are cut off, not the days counted down.
 */
export function daysStill(table: Quantiles, waited: number): (u: number) => number {
  const share = Math.min(shareWithin(table, waited), READ_UP_TO);
  const from = share < READ_UP_TO ? waited : daysAt(table, READ_UP_TO);
  return (u) => Math.max(0, daysAt(table, share + u * (1 - share)) - from);
}

/** The table of what single cases took, in days; at least one. Its ends reach a little past the shortest and longest. */
export function quantilesOf(days: readonly number[]): Quantiles {
  const sorted = Float64Array.from(days).sort();
  const last = sorted.length - 1;
  const at = (place: number) => {
    const index = Math.min(Math.max(Math.floor(place), 0), Math.max(0, last - 1));
    const [from = 0, to = from] = [sorted[index], sorted[Math.min(index + 1, last)]];
    return from + (to - from) * Math.min(Math.max(place - index, 0), 1);
  };
  const middle = at(last / 2);
  // The k-th of n stands for the share k/(n+1): beyond the outermost ones nothing was seen.
  const table = Float64Array.from({ length: STEPS + 1 }, (_, step) => at((step / STEPS) * (last + 2) - 1));
  const longest = sorted[last] ?? 0;
  const unseen = STEPS * (1 - 1 / (last + 2));
  for (let step = Math.ceil(unseen); step <= STEPS; step += 1) {
    const beyond = STEPS === unseen ? 0 : (step - unseen) / (STEPS - unseen);
    table[step] = longest + ((longest - middle) * beyond) / TAIL;
  }
  return table;
}

/** Points of a stated spread, as share of all cases and part of the middle. */
export type Spread = readonly (readonly [share: number, part: number])[];

/** The table of a middle with a stated spread around it. */
export function spreadOf(middle: number, spread: Spread): Quantiles {
  return Float64Array.from({ length: STEPS + 1 }, (_, step) => {
    const u = step / STEPS;
    const above = Math.max(
      1,
      spread.findIndex(([share]) => share >= u),
    );
    const [fromShare, fromPart] = spread[above - 1] ?? [0, 1];
    const [toShare, toPart] = spread[above] ?? [1, fromPart];
    const part = fromPart + ((toPart - fromPart) * (u - fromShare)) / (toShare - fromShare);
    return middle * part;
  });
}

/** One after the other, the slow with the slow. */
export function inTurn(first: Quantiles, then: Quantiles): Quantiles {
  return first.map((days, index) => days + (then[index] ?? 0));
}
