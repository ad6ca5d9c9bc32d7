/**
 * What would help a visitor most: the engine's ranked single improvements, cut to what a page shows. Trying each of
 * them over two years takes a while, so the page asks for it in a worker. Pure.
 */
import type { Program } from "@/lib/express-entry/eligibility/criterion";
import type { CaseFacts } from "@/lib/express-entry/facts";
import type { RuleTables } from "@/lib/express-entry/rule-tables";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import type { ImprovementKind } from "@/lib/express-entry/what-if/effort";
import { rankImprovements } from "@/lib/express-entry/what-if/rank";
import { tableOptions } from "../result/rules";

const SHOWN = 3;

export interface Help {
  id: string;
  kind: ImprovementKind;
  /** The engine's own words, English. */
  title: string;
  /** Of the language that it is about; null for what has none. */
  level: number | null;
  gained: number;
  weeks: number;
  opens: Program[];
}

export interface HelpQuestion {
  facts: CaseFacts;
  today: IsoDate;
  tables: RuleTables | null;
}

/** `retest_english:10` is about level 10. */
function levelOf(id: string): number | null {
  const digits = /:(\d+)$/.exec(id)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** The best three, one of each kind of thing; staying in the pool longer is no help to who is not in it. */
export function helpFor({ facts, today, tables }: HelpQuestion): Help[] {
  const { improvements } = rankImprovements(facts, today, tableOptions(tables));
  return improvements
    .filter(({ gained, opens }) => gained > 0 || opens.programs.length > 0)
    .filter(({ group }, index, all) => all.findIndex((other) => other.group === group) === index)
    .slice(0, SHOWN)
    .map(({ id, kind, title, gained, weeks, opens }) => ({
      ...{ id, kind, title, gained, weeks },
      level: levelOf(id),
      opens: opens.programs,
    }));
}
