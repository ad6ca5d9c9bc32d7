/**
 * The result of the free assessment: the engine's own answers for what was told, with guesses standing in for facts.
 * Computed in the visitor's browser by the same functions as a case's assessment. Pure.
 */
import type { CrsAssessment } from "@/lib/express-entry/crs/assess";
import { assessCrs } from "@/lib/express-entry/crs/assess";
import { selectRuleset } from "@/lib/express-entry/crs/rulesets";
import { categoriesOn } from "@/lib/express-entry/draws/categories";
import type { RoundProgram } from "@/lib/express-entry/draws/invited";
import { assessEligibility, type EligibilityAssessment } from "@/lib/express-entry/eligibility/assess";
import type { Criterion } from "@/lib/express-entry/eligibility/criterion";
import type { CaseFacts } from "@/lib/express-entry/facts";
import { familySizeOn } from "@/lib/express-entry/family";
import { settlementFundsOn } from "@/lib/express-entry/funds-and-fees/settlement-funds";
import type { RuleTables, TableOptions } from "@/lib/express-entry/rule-tables";
import { addDays, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { factsOf } from "../facts/rules";
import type { Answers, RecentRound } from "../types";

/** Rounds older than this say nothing about today. Days. */
const RECENT_DAYS = 365;
/** What somebody whom no round can invite yet is shown for comparison. */
const FOR_COMPARISON: readonly RoundProgram[] = ["general", "CEC", "french"];

export interface AssessmentResult {
  facts: CaseFacts;
  crs: CrsAssessment;
  eligibility: EligibilityAssessment;
  /** Rounds that could invite this person on their day, or what is shown instead while none can. */
  rounds: { open: boolean; list: RecentRound[] };
  /** The day the points ceased to be IRCC's, and the last day before; null while they are in force. */
  superseded: { since: IsoDate; until: IsoDate } | null;
  /** Cents that a family of this size has to show; null where no table covers the day. */
  fundsNeeded: number | null;
}

/** For the engine: the firm's tables where it has entered any. */
export function tableOptions(tables: RuleTables | null): TableOptions {
  return tables === null ? {} : { tables };
}

function roundsFor(
  rounds: readonly RecentRound[],
  {
    facts,
    eligibility,
    today,
    options,
  }: {
    facts: CaseFacts;
    eligibility: EligibilityAssessment;
    today: IsoDate;
    options: TableOptions;
  },
): AssessmentResult["rounds"] {
  const recent = rounds.filter(({ date }) => date >= addDays(today, -RECENT_DAYS));
  const { invitationClass, programs } = eligibility;
  if (invitationClass === null) {
    return { open: false, list: recent.filter(({ program }) => FOR_COMPARISON.includes(program)) };
  }
  const eligible = programs.filter(({ verdict }) => verdict === "eligible").map(({ program }) => program);
  const categories = categoriesOn(facts, today, options)
    .filter(({ verdict }) => verdict === "met")
    .map(({ category }) => category);
  // A nominee is invited as a nominee only (IRPA 10.1(1.1)).
  const own: readonly RoundProgram[] =
    invitationClass === "PNP" ? ["PNP"] : ["general", ...eligible, ...categories];
  return { open: true, list: recent.filter(({ program }) => own.includes(program)) };
}

/** Verdict, score and rounds of a visitor's answers on a day. */
export function resultOf(
  answers: Answers,
  { today, rounds, tables }: { today: IsoDate; rounds: readonly RecentRound[]; tables: RuleTables | null },
): AssessmentResult {
  const facts = factsOf(answers, { today, assume: true });
  const options = tableOptions(tables);
  const crs = assessCrs(facts, today, options);
  const eligibility = assessEligibility(facts, today, options);
  const inForce = selectRuleset(today, options);
  const since = inForce.kind === "declared" ? inForce.ruleset.effective_from : null;
  return {
    facts,
    crs,
    eligibility,
    rounds: roundsFor(rounds, { facts, eligibility, today, options }),
    superseded: since === null ? null : { since, until: addDays(since, -1) },
    fundsNeeded: settlementFundsOn(today, familySizeOn(facts, today), options)?.cents ?? null,
  };
}

/** The language levels that a criterion names, in its order: of the engine's own words, so that a new table shows. */
export function levelsNeeded({ needs }: Pick<Criterion, "needs">): [level: number, second: number] {
  const [level = 0, second = level] = [...needs.matchAll(/CLB (\d+)/g)].map(([, digits]) => Number(digits));
  return [level, second];
}
