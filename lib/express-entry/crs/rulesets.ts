/** Which CRS ruleset a date falls in (rules reference 0.2). */
import { crsRulesets, type CompleteRuleset, type CrsRuleset } from "../data/crs-tables";
import type { IsoDate } from "../timing/calendar-date";

export type RulesetSelection =
  | { kind: "complete"; ruleset: CompleteRuleset }
  /** In force but without values: `latest` is the newest ruleset before it that can be computed. */
  | { kind: "declared"; ruleset: CrsRuleset; latest: CompleteRuleset }
  | { kind: "none"; latest: CompleteRuleset };

export function isComplete(ruleset: CrsRuleset): ruleset is CompleteRuleset {
  return ruleset.A_core_human_capital !== null;
}

function inForce(ruleset: CrsRuleset, on: IsoDate): boolean {
  return ruleset.effective_from <= on && (ruleset.effective_to === null || on <= ruleset.effective_to);
}

/**
 * The ruleset in force on a date. Pass an administrator's list to use tables entered after this release.
 * Throws RangeError when the list has no complete ruleset at all.
 */
export function selectRuleset(on: IsoDate, rulesets: readonly CrsRuleset[] = crsRulesets): RulesetSelection {
  const complete = rulesets.filter(isComplete).sort((a, b) => (a.effective_from < b.effective_from ? -1 : 1));
  const newest = complete.at(-1);
  if (!newest) throw new RangeError("no CRS ruleset with values is known");
  const ruleset = rulesets.find((candidate) => inForce(candidate, on));
  if (!ruleset) return { kind: "none", latest: newest };
  if (isComplete(ruleset)) return { kind: "complete", ruleset };
  const latest = complete.filter(({ effective_from }) => effective_from <= on).at(-1);
  return latest ? { kind: "declared", ruleset, latest } : { kind: "none", latest: newest };
}

/** A shipped or entered ruleset by its id, or null. Used to re-score under the ruleset of an invitation (4.2). */
export function findRuleset(id: string, rulesets: readonly CrsRuleset[] = crsRulesets): CrsRuleset | null {
  return rulesets.find((ruleset) => ruleset.id === id) ?? null;
}
