export interface ValueScale {
  low: number;
  high: number;
  /** Pixels from the top of the picture. */
  y: (value: number) => number;
  ticks: readonly number[];
}

/** Room above the highest and below the lowest figure, in points. */
const HEADROOM = 25;
/** The least span that is drawn: a score that never moves is a line in the middle, not a mountain. */
const LEAST_SPAN = 150;

function tickStep(span: number): number {
  return [10, 25, 50, 100, 200].find((step) => span / step <= 7) ?? 200;
}

/** A scale for scores between two heights of the picture, with round figures for its lines. */
export function valueScale(values: readonly number[], area: { top: number; bottom: number }): ValueScale {
  const [lowest, highest] = values.length === 0 ? [400, 500] : [Math.min(...values), Math.max(...values)];
  const missing = Math.max(0, LEAST_SPAN - (highest - lowest + 2 * HEADROOM));
  const low = Math.max(0, Math.floor(lowest - HEADROOM - missing / 2));
  const high = Math.ceil(highest + HEADROOM + missing / 2);
  const step = tickStep(high - low);
  const ticks: number[] = [];
  for (let tick = Math.ceil(low / step) * step; tick <= high; tick += step) ticks.push(tick);
  const y = (value: number) => area.top + ((high - value) / (high - low)) * (area.bottom - area.top);
  return { low, high, y, ticks };
}
