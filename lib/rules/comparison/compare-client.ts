/** What another set of tables would change for one client. Pure: facts, a day and two bundles in, a line out. */
import { assessCrs } from "@/lib/express-entry/crs/assess";
import type { RoundProgram } from "@/lib/express-entry/draws/invited";
import { isInvited } from "@/lib/express-entry/draws/invited";
import { settlementFundsRequired } from "@/lib/express-entry/eligibility/assess";
import type { Program } from "@/lib/express-entry/eligibility/criterion";
import type { CaseFacts } from "@/lib/express-entry/facts";
import { familySizeOn } from "@/lib/express-entry/family";
import { governmentFeesOn } from "@/lib/express-entry/funds-and-fees/government-fees";
import { settlementFundsOn } from "@/lib/express-entry/funds-and-fees/settlement-funds";
import type { RuleTables } from "@/lib/express-entry/rule-tables";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { classesOn, splitClasses } from "@/lib/profiles/rules";
import type { RuleKind } from "../types";

/** The cut-off of a round, as far as it decides. */
export interface RoundToReach {
  id: string;
  program: RoundProgram;
  lowestCrs: number;
  tieBreakAt: Date | null;
}

export interface ComparisonTask {
  kind: RuleKind;
  on: IsoDate;
  /** What is in force, and the same with the draft in its place. */
  current: RuleTables;
  draft: RuleTables;
  /** The latest round of each program. */
  rounds: readonly RoundToReach[];
}

/** Null where nothing at all would change. */
export interface ComparisonLine {
  oldTotal: number;
  newTotal: number;
  difference: number;
  oldCents: number | null;
  newCents: number | null;
  gained: string[];
  lost: string[];
  nowReached: string[];
  noLongerReached: string[];
}

interface Standing {
  total: number;
  classes: string[];
  cents: number | null;
  reached: string[];
}

/** What a funds table asks of the family in the class it would be invited under; 0 where it is exempt. */
function fundsOf(facts: CaseFacts, on: IsoDate, tables: RuleTables, program: Program | null): number {
  const asked = program === null || settlementFundsRequired(facts, on, program, { tables }).required;
  return asked ? (settlementFundsOn(on, familySizeOn(facts, on), { tables })?.cents ?? 0) : 0;
}

function centsOf(
  facts: CaseFacts,
  { kind, on }: ComparisonTask,
  tables: RuleTables,
  programs: readonly Program[],
): number | null {
  if (kind === "funds") return fundsOf(facts, on, tables, programs[0] ?? null);
  if (kind === "fees") return governmentFeesOn(facts, on, { tables })?.totalCents ?? 0;
  return null;
}

function standingUnder(
  facts: CaseFacts,
  submittedAt: Date,
  task: ComparisonTask,
  tables: RuleTables,
): Standing {
  const { total } = assessCrs(facts, task.on, { tables }).score;
  const classes = classesOn(facts, task.on, tables);
  const { programs, categories } = splitClasses(classes);
  const reached = task.rounds.filter(
    (round) => isInvited({ score: total, submittedAt, programs, categories }, round).invited,
  );
  return {
    total,
    classes,
    cents: centsOf(facts, task, tables, programs),
    reached: reached.map(({ id }) => id),
  };
}

const without = (all: readonly string[], some: readonly string[]) => all.filter((one) => !some.includes(one));

/** One client of the pool under the draft and under what is in force, on the same day and the same facts. */
export function compareClient(
  facts: CaseFacts,
  submittedAt: Date,
  task: ComparisonTask,
): ComparisonLine | null {
  const before = standingUnder(facts, submittedAt, task, task.current);
  const after = standingUnder(facts, submittedAt, task, task.draft);
  if (JSON.stringify(before) === JSON.stringify(after)) return null;
  return {
    oldTotal: before.total,
    newTotal: after.total,
    difference: after.total - before.total,
    oldCents: before.cents,
    newCents: after.cents,
    gained: without(after.classes, before.classes),
    lost: without(before.classes, after.classes),
    nowReached: without(after.reached, before.reached),
    noLongerReached: without(before.reached, after.reached),
  };
}
