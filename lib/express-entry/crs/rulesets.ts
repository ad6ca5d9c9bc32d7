/** Which CRS ruleset a date falls in (rules reference 0.2). */
import type { CompleteRuleset, CrsRuleset } from "../data/crs-tables";
import { shippedTables, versionOn, type TableOptions } from "../rule-tables";
import type { IsoDate } from "../timing/calendar-date";

export type RulesetSelection =
  | { kind: "complete"; ruleset: CompleteRuleset }
  /** In force but without values: `latest` is the newest ruleset before it that can be computed. */
  | { kind: "declared"; ruleset: CrsRuleset; latest: CompleteRuleset }
  | { kind: "none"; latest: CompleteRuleset };

export function isComplete(ruleset: CrsRuleset): ruleset is CompleteRuleset {
  return ruleset.A_core_human_capital !== null;
}

/** The ruleset in force on a date. Throws RangeError when the tables have no complete ruleset at all. */
export function selectRuleset(on: IsoDate, { tables = shippedTables }: TableOptions = {}): RulesetSelection {
  const complete = tables.crs
    .filter(isComplete)
    .sort((a, b) => (a.effective_from < b.effective_from ? -1 : 1));
  const newest = complete.at(-1);
  if (!newest) throw new RangeError("no CRS ruleset with values is known");
  const ruleset = versionOn(tables.crs, on);
  if (!ruleset) return { kind: "none", latest: newest };
  if (isComplete(ruleset)) return { kind: "complete", ruleset };
  const latest = complete.filter(({ effective_from }) => effective_from <= on).at(-1);
  return latest ? { kind: "declared", ruleset, latest } : { kind: "none", latest: newest };
}

/**
 * A ruleset by its id, or null: in force, past, or taken out of force; with values where any of that id has them. Used
 * to re-score under the ruleset of an invitation (4.2).
 */
export function findRuleset(id: string, { tables = shippedTables }: TableOptions = {}): CrsRuleset | null {
  const named = [...tables.crs, ...tables.retired].filter((ruleset) => ruleset.id === id);
  return named.find(isComplete) ?? named[0] ?? null;
}
