import {
  CLOCKS,
  clockNameOf,
  isHard,
  type ClockKind,
  type ClockName,
} from "@/lib/express-entry/timing/clock-catalogue";
import type { TestDatabase } from "./database";

/** What the 60 days say until the second key (docs/decisions/two-keys.md). */
const UNCONFIRMED = ". Date not confirmed";

/** Does a rule say one of a clock's formulas, whatever stands for what it names? */
function saysFormula(name: ClockName, rule: string): boolean {
  const said = name === "ita" && rule.endsWith(UNCONFIRMED) ? rule.slice(0, -UNCONFIRMED.length) : rule;
  return Object.values<string>(CLOCKS[name].formulas).some((formula) => {
    const parts = formula.split(/\{\w+\}/);
    return said.startsWith(parts[0] ?? "") && said.endsWith(parts.at(-1) ?? "");
  });
}

/**
 * The clocks that the commands of a test have set: which of the catalogue they are, and those whose class or formula is
 * not the catalogue's.
 */
export async function cataloguedClocks(
  database: TestDatabase,
): Promise<{ names: ClockName[]; unlike: object[] }> {
  const { rows } = await database.owner.query<{
    kind: ClockKind;
    sourceKind: string;
    hard: boolean;
    rule: string;
  }>('select distinct kind, source_kind as "sourceKind", hard, rule from deadline');
  const named = rows.map((row) => ({ ...row, name: clockNameOf(row) }));
  return {
    names: [...new Set(named.map(({ name }) => name))].sort(),
    unlike: named.filter(({ name, hard, rule }) => hard !== isHard(name) || !saysFormula(name, rule)),
  };
}
