/** What changes of facts would do to the score and to eligibility over the next 24 months. */
import type { Category } from "../draws/categories";
import type { Program } from "../eligibility/criterion";
import type { CaseFacts } from "../facts";
import { makeEvent, type ForecastEvent } from "../forecast/event";
import { forecast, forecastTimeline } from "../forecast/forecast";
import { factsHeldOn, type FactsFrom } from "../forecast/standing";
import type { Forecast, ForecastOptions } from "../forecast/types";
import { assessCrs, type CrsAssessment } from "../crs/assess";
import { daysBetween, type IsoDate } from "../timing/calendar-date";
import { applyChanges, replacesAFact } from "./apply-changes";
import type { FactChange } from "./changes";
import { describeChange, describeChanges } from "./describe";
import { differenceParts, inWords } from "./difference";
import { usualEffort } from "./effort";
import { effortOf } from "./effort-of";
import type { DifferencePart, WhatIf, WhatIfOptions } from "./types";

/** The facts from each date on which a change replaces one. */
function scenarioTimeline(facts: CaseFacts, changes: readonly FactChange[], from: IsoDate): FactsFrom[] {
  const later = changes.filter((given) => replacesAFact(given) && given.on > from).map(({ on }) => on);
  return [from, ...[...new Set(later)].sort()].map((on) => ({
    from: on,
    facts: applyChanges(facts, changes, on),
  }));
}

/** What a scenario does on the dates on which it replaces facts, for changes that nothing else explains. */
function scenarioEvents(changes: readonly FactChange[]): ForecastEvent[] {
  return changes.map((given) => {
    const label = describeChange(given);
    return makeEvent(given.on, "what_if", "anything", { label, noun: label, clause: `${label} counts` });
  });
}

/** A forecast of the facts with the changes made, each from its date. */
export function forecastChanges(
  facts: CaseFacts,
  changes: readonly FactChange[],
  from: IsoDate,
  options: ForecastOptions = {},
): Forecast {
  return forecastTimeline(scenarioTimeline(facts, changes, from), from, options, scenarioEvents(changes));
}

/** Changes, and what they come to. */
export interface Scenario {
  changes: readonly FactChange[];
  forecast: Forecast;
}

/** The score on the day of the best, with its lines. */
function bestAssessment(
  facts: CaseFacts,
  changes: readonly FactChange[],
  { from, best }: Forecast,
  { tables, ageOn }: ForecastOptions,
): CrsAssessment {
  return assessCrs(factsHeldOn(scenarioTimeline(facts, changes, from), best.on), best.on, { tables, ageOn });
}

/** The points that the best of one scenario has beyond the best of another, from the same day; add up to the difference. */
export function partsBetween(
  facts: CaseFacts,
  before: Scenario,
  after: Scenario,
  options: ForecastOptions,
): DifferencePart[] {
  return differenceParts(
    bestAssessment(facts, before.changes, before.forecast, options),
    bestAssessment(facts, after.changes, after.forecast, options),
  );
}

function daysInPool({ steps }: Forecast): number {
  return steps
    .filter(({ standing }) => standing === "eligible")
    .reduce((days, { from, to }) => days + daysBetween(from, to) + 1, 0);
}

function openOn({ steps }: Forecast): { programs: Program[]; categories: Category[] } {
  return {
    programs: [...new Set(steps.flatMap(({ programs }) => programs))],
    categories: [...new Set(steps.flatMap(({ categories }) => categories))],
  };
}

function beyond(one: Forecast, other: Forecast): WhatIf["opens"] {
  const [more, less] = [openOn(one), openOn(other)];
  return {
    programs: more.programs.filter((program) => !less.programs.includes(program)),
    categories: more.categories.filter((category) => !less.categories.includes(category)),
  };
}

/**
 * A scenario beside the file as it stands. Dates before `from` are allowed: such a change holds from the start. Nothing
 * changed gives the forecast of the file itself.
 */
export function whatIf(
  facts: CaseFacts,
  changes: readonly FactChange[],
  from: IsoDate,
  options: WhatIfOptions = {},
): WhatIf {
  const { asItStands = forecast(facts, from, options), effort = usualEffort } = options;
  const ahead = changes.length === 0 ? asItStands : forecastChanges(facts, changes, from, options);
  const file = { changes: [], forecast: asItStands };
  const parts = partsBetween(facts, file, { changes, forecast: ahead }, options);
  return {
    changes: [...changes],
    title: describeChanges(changes),
    score: ahead.score,
    best: ahead.best,
    gained: ahead.best.score - asItStands.best.score,
    parts,
    madeOf: inWords(parts),
    opens: beyond(ahead, asItStands),
    closes: beyond(asItStands, ahead),
    daysInPool: { asItStands: daysInPool(asItStands), withChanges: daysInPool(ahead) },
    standing: ahead.steps[0]?.standing ?? "unknown",
    ...effortOf(changes, facts, from, effort),
    forecast: ahead,
  };
}
