/** The forecast chart measured out: from what it says to where each stroke and word stands. Pure. */
import { textWidth } from "@/components/ui/text-width";
import { timeAxis } from "@/components/ui/time-axis";
import { addMonths, daysBetween, maxDate, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { layoutLabels, type ChartLabel } from "./chart-labels";
import type { ChartModel, ChartRounds } from "./chart-model";
import { layoutMarkers, type PlacedMarker } from "./place-markers";
import { divergesOn, scoreAt, seriesPath, type PathScale, type SeriesPath } from "./series-path";
import { valueScale, type ValueScale } from "./value-scale";

export const LANE_HEIGHT = 20;
const TOP = 44;
const PLOT_HEIGHT = 320;
const LEFT = 40;
/** Room for the labels at the ends of the lines: a desk has more of it. */
const gutter = (width: number) => (width >= 1000 ? 176 : 150);
const TICK_ROOM = 26;
const MARKER_ROW = 18;
/** A scenario this far above everything else is an arrow: drawn to scale it would flatten the rest. */
const OFF_SCALE = 120;

export interface DrawnSeries extends SeriesPath {
  letter: string;
  /** Which of the line styles it has; 0 is the file as it stands. */
  style: number;
}

export interface DrawnRounds extends ChartRounds {
  dots: readonly { x: number; y: number }[];
  /** Which sign its rounds have. */
  sign: number;
  /** From today to the end of the axis, between the lowest and the highest recorded cut-off. */
  band: { x: number; y: number; width: number; height: number } | null;
}

export interface ChartLayout {
  width: number;
  height: number;
  plot: { left: number; right: number; top: number; bottom: number };
  lane: { y: number; height: number };
  axisY: number;
  scale: ValueScale;
  months: readonly { x: number; label: string | null; date: IsoDate }[];
  todayX: number;
  /** Where the score of the file stands at the start of the forecast; null out of the pool. */
  now: { x: number; y: number; score: number } | null;
  rules: readonly { x: number; text: string }[];
  series: readonly DrawnSeries[];
  rounds: readonly DrawnRounds[];
  labels: readonly ChartLabel[];
  markers: readonly PlacedMarker[];
}

function scoresOf(model: ChartModel): number[] {
  const [base, ...others] = model.series;
  const inPool = (steps: readonly { score: number | null }[]) =>
    steps.flatMap(({ score }) => (score === null ? [] : [score]));
  const own = inPool(base?.steps ?? []);
  const open = model.rounds.filter((one) => one.open);
  const cutOffs = open.flatMap(({ rounds }) => rounds.map(({ lowestCrs }) => lowestCrs));
  const ceiling = Math.max(0, ...own, ...cutOffs) + OFF_SCALE;
  const near = others.flatMap(({ steps }) => inPool(steps)).filter((score) => score <= ceiling);
  return [...own, ...cutOffs, ...near];
}

/** Kinds of rounds that are open, and those that a scenario opens inside the picture. */
function drawnRounds(model: ChartModel, scores: readonly number[]): ChartRounds[] {
  const ceiling = Math.max(0, ...scores) + OFF_SCALE;
  return model.rounds.filter(
    ({ open, rounds }) => open || rounds.every(({ lowestCrs }) => lowestCrs <= ceiling),
  );
}

const QUARTER = [1, 4, 7, 10];

function monthTicks(model: ChartModel, x: (date: IsoDate) => number, right: number) {
  const first = addMonths(`${model.from.slice(0, 7)}-01`, model.from.endsWith("-01") ? 0 : 1);
  const ticks: { x: number; date: IsoDate; label: string | null }[] = [];
  let free = 0;
  for (let date = first; date <= model.to; date = addMonths(date, 1)) {
    const month = Number(date.slice(5, 7));
    const isFirst = date === model.from;
    const text = QUARTER.includes(month) || isFirst ? monthLabel(date, isFirst) : "";
    const at = x(date);
    const [begin, end] = isFirst ? [at, at + textWidth(text, 11)] : [at - textWidth(text, 11) / 2, at + 24];
    const fits = text !== "" && begin >= free && at < right - 24;
    if (fits) free = end + 4;
    ticks.push({ x: at, date, label: fits ? text : null });
  }
  return ticks;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `Jul`; with its year where the year is new to the reader. */
function monthLabel(date: IsoDate, isFirst: boolean): string {
  const month = Number(date.slice(5, 7));
  const name = MONTHS[month - 1] ?? "";
  return isFirst || month === 1 ? `${name} ${date.slice(0, 4)}` : name;
}

function layoutSeries(model: ChartModel, scale: PathScale): DrawnSeries[] {
  const [base] = model.series;
  if (!base) return [];
  return model.series.map((series, style) => {
    const { letter } = series;
    if (series === base) return { letter, style, ...seriesPath(series, scale) };
    const since = divergesOn(series, base);
    if (since === null) return { letter, style, d: "", strokes: [], exits: [], arrows: [], endY: null };
    const before = scoreAt(base, since);
    const from = typeof before === "number" && before <= scale.high ? scale.y(before) : null;
    return { letter, style, ...seriesPath(series, scale, { since, from }) };
  });
}

interface Place {
  x: (date: IsoDate) => number;
  y: (score: number) => number;
  right: number;
}

function layoutRounds(
  model: ChartModel,
  kinds: readonly ChartRounds[],
  { x, y, right }: Place,
): DrawnRounds[] {
  const left = x(maxDate(model.today, model.from));
  return kinds.map((kind, sign) => {
    const cutOffs = kind.rounds.map(({ lowestCrs }) => lowestCrs);
    const [top, bottom] = [y(Math.max(...cutOffs)), y(Math.min(...cutOffs))];
    return {
      ...kind,
      sign,
      dots: kind.rounds.map(({ date, lowestCrs }) => ({ x: x(date), y: y(lowestCrs) })),
      // One round, or several at one cut-off, are a band of two pixels.
      band:
        cutOffs.length === 0
          ? null
          : { x: left, y: top, width: right - left, height: Math.max(2, bottom - top) },
    };
  });
}

/** Measures the chart for a width in pixels. Every date of the model outside its days is left out. */
export function layoutChart(model: ChartModel, width: number): ChartLayout {
  const right = width - gutter(width);
  const axis = timeAxis(
    model.from,
    model.to,
    (right - LEFT) / Math.max(1, daysBetween(model.from, model.to)),
  );
  const x = (date: IsoDate) => Math.round((LEFT + axis.x(date)) * 10) / 10;
  const bottom = TOP + PLOT_HEIGHT;
  const scores = scoresOf(model);
  const kinds = drawnRounds(model, scores);
  const cutOffs = kinds.flatMap(({ rounds }) => rounds.map(({ lowestCrs }) => lowestCrs));
  const scale = valueScale([...scores, ...cutOffs], { top: TOP, bottom });
  const lane = { y: bottom, height: LANE_HEIGHT };
  const series = layoutSeries(model, {
    x,
    y: scale.y,
    end: model.to,
    high: scale.high,
    lane: lane.y + lane.height / 2,
  });
  const rounds = layoutRounds(model, kinds, { x, y: scale.y, right });
  const axisY = bottom + LANE_HEIGHT + 4;
  const markers = layoutMarkers(
    model.markers.filter(({ on }) => axis.holds(on)).map(({ on, text }) => ({ x: x(on), text })),
    { left: LEFT, right: width, top: axisY + TICK_ROOM, rowHeight: MARKER_ROW },
  );
  const rows = 1 + Math.max(-1, ...markers.map(({ row }) => row));
  const score = model.series[0] && scoreAt(model.series[0], model.start);
  const plot = { left: LEFT, right, top: TOP, bottom };
  const drawn = {
    ...{ width, plot, lane, axisY, scale, series, rounds, markers },
    height: axisY + TICK_ROOM + rows * MARKER_ROW,
    months: monthTicks(model, x, right),
    todayX: x(model.today),
    now: typeof score === "number" ? { x: x(model.start), y: scale.y(score), score } : null,
    rules: model.ruleChanges.filter(({ on }) => axis.holds(on)).map(({ on, text }) => ({ x: x(on), text })),
  };
  return { ...drawn, labels: layoutLabels(model, drawn, x) };
}
