/** From the forecast of a file to what its chart says. Pure. */
import type { ForecastLine, ForecastPage } from "@/lib/assessment/forecast/types";
import { competesIn } from "@/lib/assessment/forecast/rules";
import type { RoundKind } from "@/lib/assessment/forecast/types";
import type { Forecast, ForecastChange, ForecastStep } from "@/lib/express-entry/forecast/types";
import { addDays, addMonths, maxDate, minDate, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { formatDate, formatDayMonth, formatMonth } from "@/lib/format/dates";
import type {
  ChartChange,
  ChartMarker,
  ChartModel,
  ChartRounds,
  ChartSeries,
  ChartStep,
} from "./chart-model";

/** How much of the past stands left of today. */
const HISTORY_MONTHS = 7;

/** A file that is under no program on any day is drawn by its score all the same. */
function chartSteps(steps: readonly ForecastStep[], isEverIn: boolean): ChartStep[] {
  return steps.map(({ from, score, standing }) => ({
    from,
    score: isEverIn && standing === "not_eligible" ? null : score,
  }));
}

function isEverIn({ steps }: Forecast): boolean {
  return steps.some(({ standing }) => standing !== "not_eligible");
}

/** Why, as short as a label: what moved the score, or what moved the standing. */
function changeReason({ causes }: Pick<ForecastChange, "causes">): string {
  const moving = causes.filter(({ points }) => points !== 0);
  const named = (moving.length > 0 ? moving : causes).map(({ label }) => label);
  return named.length > 2 ? `${named.slice(0, 2).join(", ")} and more` : named.join(" and ");
}

function labelled({ changes }: Forecast): ChartChange[] {
  return changes
    .filter(({ points, pool }) => points !== 0 || pool !== null)
    .map((change) => ({ on: change.on, points: change.points, label: changeReason(change) }));
}

function ending({ leavesPool, changes }: Forecast): string | null {
  if (!leavesPool) return null;
  const after = changes.find(({ on }) => on === leavesPool.on)?.scoreAfter;
  return after === undefined ? null : `${after}, under no program`;
}

function seriesOf(line: ForecastLine, history: readonly ForecastStep[]): ChartSeries {
  const { forecast, letter, kind, name } = line;
  const isIn = isEverIn(forecast);
  return {
    letter,
    name: kind === "file" ? "as it stands" : name,
    steps: [...(kind === "file" ? chartSteps(history, isIn) : []), ...chartSteps(forecast.steps, isIn)],
    changes: labelled(forecast),
    ending: ending(forecast),
  };
}

/** Days of a forecast on which a person competes in rounds of a kind. */
function opensIn({ steps }: Forecast, { program }: RoundKind): boolean {
  return steps.some((step) => competesIn(step, program));
}

const NEEDS: Readonly<Partial<Record<RoundKind["program"], string>>> = {
  french: "only with NCLC 7",
  PNP: "only with a nomination",
};

function roundsOf(page: ForecastPage, from: IsoDate): ChartRounds[] {
  const [file] = page.lines;
  return page.kinds.flatMap((kind) => {
    const rounds = kind.rounds.filter(({ date }) => date >= from);
    const openers = page.lines.filter(({ forecast }) => opensIn(forecast, kind));
    if (rounds.length === 0 || openers.length === 0) return [];
    const open = openers.includes(file);
    const only = NEEDS[kind.program] ?? `only with ${openers.map(({ letter }) => letter).join(", ")}`;
    const since = `range since ${formatMonth(from).slice(0, 3)} ${from.slice(0, 4)}`;
    return [{ key: kind.program, name: kind.name, rounds, open, note: open ? since : only }];
  });
}

function markersOf(page: ForecastPage): ChartMarker[] {
  return page.lines[0].forecast.markers.map(({ on, text }) => ({ on, text }));
}

function scoreWords({ from, score }: ChartStep): string {
  return score === null ? `not in the pool from ${formatDate(from)}` : `${score} from ${formatDate(from)}`;
}

/** The picture in words, for who does not see it; the table beside it has every date. */
function describe(
  page: ForecastPage,
  series: readonly ChartSeries[],
  rounds: readonly ChartRounds[],
): string {
  const lines = page.lines.map(({ letter, name, forecast }, index) => {
    const steps = (series[index]?.steps ?? []).filter(({ from }) => from > page.start);
    return `${letter}, ${name}: ${[`${forecast.score} on ${formatDate(page.start)}`, ...steps.map(scoreWords)].join(", ")}.`;
  });
  const cutOffs = rounds.map(({ name, rounds: recorded }) => {
    const figures = recorded.map(({ lowestCrs }) => lowestCrs);
    return `${name} rounds: ${Math.min(...figures)} to ${Math.max(...figures)}.`;
  });
  return [...lines, ...cutOffs].join(" ");
}

export function buildChartModel(page: ForecastPage): ChartModel {
  const { today, start, lines, history, rulesets } = page;
  const { to } = lines[0].forecast;
  const from = addMonths(`${minDate(today, start).slice(0, 7)}-01`, -HISTORY_MONTHS);
  const past = history
    .filter((step) => step.to >= from)
    .map((step) => ({ ...step, from: maxDate(step.from, from) }));
  const series = lines.map((line) => seriesOf(line, past));
  const rounds = roundsOf(page, from);
  return {
    ...{ from, to: maxDate(to, addDays(today, 1)), today, start, series, rounds },
    ruleChanges: rulesets
      .filter(({ on }) => on >= from && on <= to)
      .map(({ on }) => ({ on, text: `new CRS, ${formatDayMonth(on, today)}` })),
    markers: markersOf(page),
    title: `CRS over the 24 months from ${formatDate(start)}, against recent cut-offs`,
    description: describe(page, series, rounds),
  };
}
