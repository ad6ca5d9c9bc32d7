/** How far stated chances can be trusted: what was said beside what came. Pure. */

/** A chance that was stated, and whether it came true. */
export interface Said {
  chance: number;
  came: boolean;
}

export interface Bin {
  /** Chances from here up to here. */
  from: number;
  to: number;
  count: number;
  /** Mean of what was said, and the share that came. */
  said: number;
  came: number;
}

export interface Calibration {
  count: number;
  /** Bins that hold anything, the lowest first. */
  bins: Bin[];
  /** Expected calibration error: how far a bin's words are from its truth, weighed by its size. */
  error: number;
  /** Mean square distance of chance and outcome: 0 is perfect. */
  brier: number;
  /** The same of who always says the share that came in the end: what knowing nothing of a case is worth. */
  brierOfBaseRate: number;
}

const BINS = 10;
const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

export function calibrationOf(all: readonly Said[]): Calibration {
  const bins = Array.from({ length: BINS }, (_, index): Bin => {
    const own = all.filter(({ chance }) => Math.min(BINS - 1, Math.floor(chance * BINS)) === index);
    return {
      ...{ from: index / BINS, to: (index + 1) / BINS, count: own.length },
      said: mean(own.map(({ chance }) => chance)),
      came: mean(own.map(({ came }) => Number(came))),
    };
  }).filter(({ count }) => count > 0);
  const base = mean(all.map(({ came }) => Number(came)));
  const away = (chance: number, came: boolean) => (chance - Number(came)) ** 2;
  return {
    count: all.length,
    bins,
    error: bins.reduce((sum, { count, said, came }) => sum + count * Math.abs(said - came), 0) / all.length,
    brier: mean(all.map(({ chance, came }) => away(chance, came))),
    brierOfBaseRate: mean(all.map(({ came }) => away(base, came))),
  };
}
