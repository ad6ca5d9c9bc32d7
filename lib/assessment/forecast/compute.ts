/** The forecast screen from facts, rounds and scenarios. Pure: no clock, no database. */
import type { CaseStage } from "@/lib/cases/types";
import { assessCrs } from "@/lib/express-entry/crs/assess";
import { isComplete, selectRuleset } from "@/lib/express-entry/crs/rulesets";
import type { CaseFacts } from "@/lib/express-entry/facts";
import { forecast, stepOn } from "@/lib/express-entry/forecast/forecast";
import type { Forecast, ForecastStep } from "@/lib/express-entry/forecast/types";
import type { RuleTables } from "@/lib/express-entry/rule-tables";
import {
  addDays,
  addMonths,
  daysBetween,
  maxDate,
  type IsoDate,
} from "@/lib/express-entry/timing/calendar-date";
import { dateInZone } from "@/lib/express-entry/timing/zone";
import type { FactChange } from "@/lib/express-entry/what-if/changes";
import { usualEffort } from "@/lib/express-entry/what-if/effort";
import { rankImprovements } from "@/lib/express-entry/what-if/rank";
import type { Ranking, WhatIf } from "@/lib/express-entry/what-if/types";
import { whatIf } from "@/lib/express-entry/what-if/what-if";
import { formatDate } from "@/lib/format/dates";
import { reasonNotToRank } from "../rules";
import { changesOfChoices } from "./changes-of-choices";
import type { Choices } from "./types";
import { presentWords } from "./present";
import { marginOf, roundKinds } from "./rules";
import type { RecordedRound, RoundKind } from "./types";
import type { ForecastFile, ForecastLine, ForecastPage } from "./types";

export interface ForecastInput {
  stage: CaseStage;
  facts: CaseFacts;
  today: IsoDate;
  zone: string;
  choices: Choices;
  tables: RuleTables;
  /** The profile in the pool, if there is one. */
  profile: { submittedAt: Date; expiresAt: Date } | null;
  rounds: readonly RecordedRound[];
  scenarios: readonly { id: string; name: string; changes: readonly FactChange[]; version: number }[];
}

/** A forecast looks back and ahead this far at most. */
const MOST_MONTHS_AWAY = 24;

/** The chosen first day, no farther from today than a forecast is long; today where none is chosen. */
function startOf({ choices: { from }, today }: ForecastInput): IsoDate {
  if (from === null) return today;
  const isNear = from >= addMonths(today, -MOST_MONTHS_AWAY) && from <= addMonths(today, MOST_MONTHS_AWAY);
  return isNear ? from : today;
}

/** How the profile got to where it stands, by the facts as they are. */
function historyOf({ facts, profile, tables, zone }: ForecastInput, start: IsoDate): ForecastStep[] {
  if (!profile) return [];
  const since = maxDate(dateInZone(profile.submittedAt, zone), addMonths(start, -MOST_MONTHS_AWAY));
  if (since >= start) return [];
  const months = Math.ceil(daysBetween(since, start) / 28);
  return forecast(facts, since, { tables, zone, months })
    .steps.filter(({ from }) => from < start)
    .map((step) => (step.to < start ? step : { ...step, to: addDays(start, -1) }));
}

function outOfPool({ leavesPool }: Forecast): string | null {
  return leavesPool === null ? null : `Out of the pool after ${formatDate(leavesPool.lastDay)}`;
}

function fileDetail(file: Forecast): string {
  if (file.entersPool !== null) return `Under no program before ${formatDate(file.entersPool)}`;
  if (!file.best.inPool) return "Under no program in these months";
  return outOfPool(file) ?? "In the pool all the time";
}

function scenarioDetail(answer: WhatIf): string {
  if (answer.gained > 0 && answer.madeOf !== "") return answer.madeOf;
  return outOfPool(answer.forecast) ?? "Nothing gained";
}

function letterAt(order: number): string {
  return String.fromCharCode(65 + order);
}

interface Lines {
  file: Forecast;
  kinds: readonly RoundKind[];
  answer: (changes: readonly FactChange[]) => WhatIf;
}

function marginAtBest({ best, steps }: Forecast, kinds: readonly RoundKind[]) {
  const step = steps.find(({ from }) => from === best.on);
  return step && best.inPool ? marginOf(best.score, step, kinds) : null;
}

function fileLine({ file, kinds }: Lines): ForecastLine {
  return {
    ...{ letter: letterAt(0), kind: "file", name: "File as it stands", detail: fileDetail(file) },
    ...{ best: file.best, gained: 0, margin: marginAtBest(file, kinds), weeks: 0, cost: 0 },
    ...{ forecast: file, changes: [], row: null },
  };
}

function scenarioLine(
  { kinds, answer }: Lines,
  order: number,
  scenario: Pick<ForecastLine, "kind" | "row" | "changes"> & { name?: string },
): ForecastLine {
  const result = answer(scenario.changes);
  const { best, gained, weeks, cost } = result;
  return {
    ...{ letter: letterAt(order), kind: scenario.kind, name: scenario.name ?? result.title },
    ...{ detail: scenarioDetail(result), best, gained, margin: marginAtBest(result.forecast, kinds) },
    ...{ weeks, cost, forecast: result.forecast, changes: scenario.changes, row: scenario.row },
  };
}

/** What is tried: the fields of the screen and the improvements that were added, in this order. */
function triedChanges(
  { choices, facts }: ForecastInput,
  start: IsoDate,
  ranking: Ranking | null,
): FactChange[] {
  const added = choices.add.flatMap(
    (id) => ranking?.improvements.find((one) => one.id === id)?.changes ?? [],
  );
  return [...changesOfChoices(choices, facts, start), ...added];
}

function rulesetDays(tables: RuleTables): ForecastPage["rulesets"] {
  return tables.crs.map((ruleset) => ({ on: ruleset.effective_from, hasValues: isComplete(ruleset) }));
}

function supersededOn(start: IsoDate, tables: RuleTables): ForecastPage["superseded"] {
  const selection = selectRuleset(start, { tables });
  if (selection.kind !== "declared") return null;
  const { latest, ruleset } = selection;
  const to = latest.effective_to ?? addDays(ruleset.effective_from, -1);
  return { from: latest.effective_from, to, missing: ruleset.effective_from };
}

/** Everything on the screen that is derived. */
export function computeForecast(input: ForecastInput): Omit<ForecastPage, keyof ForecastFile> {
  const { facts, today, zone, tables, rounds, choices } = input;
  const start = startOf(input);
  const options = { tables, zone, ...(input.profile ? { profile: input.profile } : {}) };
  const file = forecast(facts, start, options);
  const kinds = roundKinds(rounds);
  const first = stepOn(file, start);
  const open = { programs: first?.programs ?? [], categories: first?.categories ?? [] };
  const margin = marginOf(file.score, open, kinds);
  const notRanked = reasonNotToRank(input.stage);
  const cutOff = margin ? { cutOff: margin.kind.last.lowestCrs } : {};
  const ranking =
    notRanked === null ? rankImprovements(facts, start, { ...options, ...cutOff, asItStands: file }) : null;
  const lines: Lines = {
    file,
    kinds,
    answer: (changes) => whatIf(facts, changes, start, { ...options, asItStands: file }),
  };
  const kept = input.scenarios.map(({ id, version, name, changes }, index) =>
    scenarioLine(lines, index + 1, { kind: "kept", name, changes, row: { id, version } }),
  );
  const changes = triedChanges(input, start, ranking);
  const tried =
    changes.length === 0 ? [] : [scenarioLine(lines, kept.length + 1, { kind: "tried", changes, row: null })];
  return {
    ...{ today, start, choices, kinds, ranking, notRanked, effortLabel: usualEffort.label },
    present: presentWords(facts, assessCrs(facts, start, { tables }).factors, start),
    lines: [fileLine(lines), ...kept, ...tried],
    history: historyOf(input, start),
    now: { score: file.score, margin, ...open },
    roundsUntil: rounds.reduce<IsoDate | null>(
      (last, { date }) => (last === null || date > last ? date : last),
      null,
    ),
    rulesets: rulesetDays(tables),
    superseded: supersededOn(start, tables),
  };
}
