/** The dates on which tables of rules begin or end. */
import { isComplete } from "../crs/rulesets";
import type { CrsRuleset, TableVersion } from "../data/crs-tables";
import type { RuleTables } from "../rule-tables";
import { addDays } from "../timing/calendar-date";
import { plainDate } from "../timing/plain-date";
import { makeEvent, type Concern, type ForecastEvent } from "./event";
import type { CauseKind } from "./types";

function rulesetEvent(ruleset: CrsRuleset): ForecastEvent {
  const since = plainDate(ruleset.effective_from);
  const about = { refId: ruleset.id };
  if (isComplete(ruleset)) {
    const words = { label: "new CRS", noun: "the new CRS", clause: "the new CRS begins" };
    return makeEvent(
      ruleset.effective_from,
      "ruleset",
      "ruleset",
      { ...words, marker: `new CRS from ${since}` },
      about,
    );
  }
  const words = {
    label: "new CRS, values not entered",
    noun: "the new CRS",
    clause: "a CRS begins whose values are not entered",
    marker: `CRS of ${since}: values not entered`,
  };
  return makeEvent(ruleset.effective_from, "ruleset_without_values", "ruleset", words, about);
}

/** A ruleset that ends with none after it. */
function endedEvents(rulesets: readonly CrsRuleset[]): ForecastEvent[] {
  return rulesets.flatMap(({ id, effective_to: lastDay }) => {
    const on = lastDay === null ? null : addDays(lastDay, 1);
    if (on === null || rulesets.some(({ effective_from }) => effective_from === on)) return [];
    const words = { label: "end of the CRS known", noun: "the end of the CRS known" };
    return [makeEvent(on, "ruleset_without_values", "ruleset", words, { refId: id, lastDay })];
  });
}

function versionEvents(
  name: string,
  kind: CauseKind,
  concern: Concern,
  versions: readonly TableVersion[],
): ForecastEvent[] {
  return versions.map(({ id, effective_from }) => {
    const marker = `new ${name} from ${plainDate(effective_from)}`;
    const noun = `the new ${name}`;
    const words = {
      label: `new ${name}`,
      noun,
      clause: `${noun} ${name.endsWith("s") ? "begin" : "begins"}`,
      marker,
    };
    return makeEvent(effective_from, kind, concern, words, { refId: id });
  });
}

/** Every beginning, and the ends that nothing follows. */
export function tableEvents(tables: RuleTables): ForecastEvent[] {
  return [
    ...tables.crs.map(rulesetEvent),
    ...endedEvents(tables.crs),
    ...versionEvents("settlement funds table", "funds_table", "funds", tables.funds),
    ...versionEvents("selection grid", "other_rules", "rules", tables.grids),
    ...versionEvents("program thresholds", "other_rules", "rules", tables.thresholds),
    ...versionEvents("category lists", "other_rules", "rules", tables.categories),
  ];
}
