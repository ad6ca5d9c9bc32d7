/**
 * The next 24 months of a case: every date on which the score, a verdict, a category, the class or the rules change,
 * why, and the score in between. The answer for a date is always that of `assessCrs`, `assessEligibility` and
 * `categoriesOn` on that date: a forecast only finds the dates.
 */
import type { CaseFacts } from "../facts";
import { addDays, addMonths, type IsoDate } from "../timing/calendar-date";
import { assumptionsOf } from "./assumptions";
import { causesOf } from "./causes";
import { changeDates } from "./change-dates";
import type { ForecastEvent } from "./event";
import { forecastEvents } from "./events";
import { categoryMoves, lineMoves, programMoves, sectionMoves } from "./moves";
import { factsHeldOn, fingerprint, standingOn, stepOf, type FactsFrom, type Standing } from "./standing";
import type {
  BestScore,
  Forecast,
  ForecastChange,
  ForecastMarker,
  ForecastOptions,
  ForecastStep,
} from "./types";
import { changeText, poolMove, summaryOf } from "./words";

const MONTHS = 24;

/** The last day that a forecast from a date looks at. */
export function forecastEnd(from: IsoDate, { months = MONTHS }: ForecastOptions): IsoDate {
  return addMonths(from, months);
}

function changeBetween(before: Standing, after: Standing, events: readonly ForecastEvent[]): ForecastChange {
  const programs = programMoves(before, after);
  const categories = categoryMoves(before, after);
  const [scoreBefore, scoreAfter] = [before.crs.score.total, after.crs.score.total];
  const change = {
    on: after.on,
    points: scoreAfter - scoreBefore,
    scoreBefore,
    scoreAfter,
    causes: causesOf(before, after, { programs, categories }, events),
    lines: lineMoves(before, after),
    sections: sectionMoves(before, after),
    programs,
    categories,
    invitationClass: { before: before.eligibility.invitationClass, after: after.eligibility.invitationClass },
    standing: { before: before.pool, after: after.pool },
    pool: poolMove(before.pool, after.pool),
  };
  return { ...change, text: changeText(change) };
}

/** The first of the highest scores, and the last day in a row with it. */
function bestOf(steps: readonly ForecastStep[]): BestScore {
  const inPool = steps.filter(({ standing }) => standing === "eligible");
  const candidates = inPool.length > 0 ? inPool : steps;
  const [first, ...others] = candidates;
  if (!first) throw new RangeError("a forecast has at least one step");
  const best = others.reduce((kept, step) => (step.score > kept.score ? step : kept), first);
  let until = best.to;
  for (const step of candidates) {
    if (step.score === best.score && step.from === addDays(until, 1)) until = step.to;
  }
  return { score: best.score, on: best.from, until, inPool: inPool.length > 0 };
}

function leavingOf(changes: readonly ForecastChange[]): Forecast["leavesPool"] {
  // A later return makes the way out one to mend, not the end: the last one that nothing follows is the end.
  const moves = changes.filter(({ pool }) => pool !== null);
  const last = moves.at(-1);
  const cause = last?.causes.find(({ lastDay }) => lastDay !== null) ?? last?.causes[0];
  if (!last || last.pool !== "leaves_pool" || !cause) return null;
  return { on: last.on, lastDay: addDays(last.on, -1), cause };
}

function markersOf(events: readonly ForecastEvent[], changes: readonly ForecastChange[]): ForecastMarker[] {
  const told = new Set(
    changes.flatMap(({ on, causes }) =>
      causes.map(({ kind, refId, personId }) => [on, kind, refId, personId].join()),
    ),
  );
  return events.flatMap(({ on, concern: _concern, marker, ...cause }) =>
    marker === null || told.has([on, cause.kind, cause.refId, cause.personId].join())
      ? []
      : [{ ...cause, points: 0, on, text: marker }],
  );
}

interface Walk {
  standings: Standing[];
  changes: ForecastChange[];
}

/** From one date on which something can change to the next, keeping those on which something does. */
function walk(
  timeline: readonly FactsFrom[],
  dates: readonly IsoDate[],
  options: ForecastOptions,
  eventsOn: (on: IsoDate) => readonly ForecastEvent[],
): Walk {
  const [from, ...later] = dates;
  if (from === undefined) throw new RangeError("a forecast has a first day");
  let before = standingOn(timeline, from, options);
  const found: Walk = { standings: [before], changes: [] };
  for (const on of later) {
    const after = standingOn(timeline, on, options);
    if (fingerprint(before) !== fingerprint(after)) {
      found.standings.push(after);
      found.changes.push(changeBetween(before, after, eventsOn(on)));
    }
    // Also without a change of the figures: the factors may have moved below a cap.
    before = after;
  }
  return found;
}

/** The same for facts that change on given dates (what-if). `changed` are the events of those dates. */
export function forecastTimeline(
  timeline: readonly FactsFrom[],
  from: IsoDate,
  options: ForecastOptions = {},
  changed: readonly ForecastEvent[] = [],
): Forecast {
  const to = forecastEnd(from, options);
  const dates = [from, ...changeDates(timeline, from, to, options.tables)];
  const events = timeline.flatMap((entry, index) => {
    const until = timeline[index + 1]?.from;
    return forecastEvents(entry.facts, from, to, options).filter(
      ({ on }) => (index === 0 || entry.from <= on) && (until === undefined || on < until),
    );
  });
  const all = [...events, ...changed];
  const { standings, changes } = walk(timeline, dates, options, (on) =>
    all.filter((event) => event.on === on),
  );
  const steps = standings.map((standing, index) => {
    const next = standings[index + 1];
    return stepOf(standing, next ? addDays(next.on, -1) : to);
  });
  const first = standings[0];
  if (!first) throw new RangeError("a forecast has a first day");
  const starts = first.pool === "eligible" ? null : changes.find(({ pool }) => pool === "enters_pool");
  return {
    from,
    to,
    score: first.crs.score.total,
    steps,
    changes,
    markers: markersOf(all, changes),
    best: bestOf(steps),
    leavesPool: leavingOf(changes),
    entersPool: starts?.on ?? null,
    summary: summaryOf({ changes, to }, options.profile !== undefined),
    notice: standings.find(({ crs }) => crs.notice !== null)?.crs.notice ?? null,
    assumptions: assumptionsOf(factsHeldOn(timeline, from), from, to, options),
  };
}

/** The next months of the file as it stands: `from` is the first day, `options.months` (24) how far it looks. */
export function forecast(facts: CaseFacts, from: IsoDate, options: ForecastOptions = {}): Forecast {
  return forecastTimeline([{ from, facts }], from, options);
}

/** The step that holds on a date of the forecast; null for a date outside it. */
export function stepOn({ steps }: Forecast, on: IsoDate): ForecastStep | null {
  return steps.find((step) => step.from <= on && on <= step.to) ?? null;
}
