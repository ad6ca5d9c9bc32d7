/** The steps of a score as a path: across at a score, up or down at a change, into the lane where the pool is left. */
import { minDate, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import type { ChartSeries } from "./chart-model";
import type { Stroke } from "./place-labels";

export interface PathScale {
  x: (date: IsoDate) => number;
  y: (score: number) => number;
  /** Where the axis ends. */
  end: IsoDate;
  /** The highest score that is drawn; above it an arrow stands for the line. */
  high: number;
  /** The middle of the lane "not in the pool". */
  lane: number;
}

export interface SeriesPath {
  /** The `d` of an SVG path; empty when nothing of the line is inside the picture. */
  d: string;
  strokes: readonly Stroke[];
  /** Where it falls into the lane. */
  exits: readonly { x: number; on: IsoDate }[];
  /** Where it rises out of the picture, and to what. */
  arrows: readonly { x: number; fromY: number; score: number; on: IsoDate }[];
  /** Height at the right end of the axis; null when it is not there. */
  endY: number | null;
}

/** The score on a day; null outside the pool, undefined before the line begins. */
export function scoreAt({ steps }: ChartSeries, on: IsoDate): number | null | undefined {
  return steps.findLast(({ from }) => from <= on)?.score;
}

/** The day from which a scenario differs from the file as it stands; null: it never does. */
export function divergesOn(series: ChartSeries, base: ChartSeries): IsoDate | null {
  const days = [...new Set([...series.steps, ...base.steps].map(({ from }) => from))].sort();
  return (
    days.find((day) => scoreAt(series, day) !== undefined && scoreAt(series, day) !== scoreAt(base, day)) ??
    null
  );
}

const round = (pixels: number) => Math.round(pixels * 10) / 10;

interface Pen {
  d: string;
  /** Where the pen is down; null: lifted. */
  y: number | null;
  strokes: Stroke[];
}

function moveTo(pen: Pen, x: number, y: number): void {
  if (pen.y === null || pen.d === "") pen.d += `M${x} ${pen.y ?? y}`;
  if (pen.y === null || pen.y === y) return;
  pen.d += `V${y}`;
  pen.strokes.push({ x1: x, y1: pen.y, x2: x, y2: y });
}

interface Start {
  /** Draws from this day on; without it from the first step. */
  since?: IsoDate;
  /** The height it comes from: a scenario branches off the file's own line. */
  from?: number | null;
}

export function seriesPath(series: ChartSeries, scale: PathScale, { since, from }: Start = {}): SeriesPath {
  const exits: { x: number; on: IsoDate }[] = [];
  const arrows: { x: number; fromY: number; score: number; on: IsoDate }[] = [];
  const pen: Pen = { d: "", y: typeof from === "number" ? round(from) : null, strokes: [] };
  const first = since ?? series.steps[0]?.from;
  const begin = first === undefined ? undefined : scoreAt(series, first);
  if (first === undefined || begin === undefined) {
    return { d: "", strokes: [], exits, arrows, endY: null };
  }
  const across = series.steps.filter(({ from: day }) => day > first && day < scale.end);
  let isAbove = false;
  const steps = [{ from: first, score: begin }, ...across];
  steps.forEach(({ from: on, score }, index) => {
    const x = round(scale.x(on));
    if (score === null) {
      if (pen.y !== null) {
        moveTo(pen, x, scale.lane);
        exits.push({ x, on });
      }
      pen.y = null;
      isAbove = false;
    } else if (score > scale.high) {
      if (!isAbove) arrows.push({ x, fromY: pen.y ?? scale.lane, score, on });
      pen.y = null;
      isAbove = true;
    } else {
      const y = round(scale.y(score));
      const until = round(scale.x(minDate(steps[index + 1]?.from ?? scale.end, scale.end)));
      moveTo(pen, x, y);
      pen.d += `H${until}`;
      pen.strokes.push({ x1: x, y1: y, x2: until, y2: y });
      pen.y = y;
      isAbove = false;
    }
  });
  return { d: pen.d, strokes: pen.strokes, exits, arrows, endY: pen.y };
}
