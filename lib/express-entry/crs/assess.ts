/** The CRS of a case on a date, with every line explained. */
import type { CompleteRuleset } from "../data/crs-tables";
import type { CaseFacts, OfficialLanguage } from "../facts";
import type { TableOptions } from "../rule-tables";
import { addDays, type IsoDate } from "../timing/calendar-date";
import { plainDate } from "../timing/plain-date";
import { cautionsOn } from "./cautions";
import type { CrsFactors } from "./factors";
import { factorsOn, type UnknownFact } from "./factors-on";
import { crsLines, crsSections, type CrsLine, type CrsSectionTotal } from "./lines";
import { selectRuleset, type RulesetSelection } from "./rulesets";
import { scoreCrs, type CrsScore } from "./score";

export interface CrsAssessment {
  on: IsoDate;
  score: CrsScore;
  sections: CrsSectionTotal[];
  lines: CrsLine[];
  factors: CrsFactors;
  /** The language taken as first, and the tests used. */
  firstLanguage: OfficialLanguage;
  testIds: { first: string | null; second: string | null; spouse: string | null };
  /** The ruleset the figures come from. */
  ruleset: { id: string; effectiveFrom: IsoDate; effectiveTo: IsoDate | null };
  /**
   * True when the date falls in a ruleset whose values nobody has entered (or in none): the figures are then those of
   * the latest complete one, are not IRCC's current score, and must never be shown or advised on as such (0.2).
   */
  superseded: boolean;
  /** What the screen must say when superseded; null otherwise. */
  notice: string | null;
  unknowns: UnknownFact[];
  /** Where the score rests on a reading that no official text confirms, a sentence each. */
  cautions: string[];
}

export interface AssessOptions extends TableOptions {
  /** Score under this complete ruleset whatever the date: an invited person is judged by the invitation's (4.2). */
  ruleset?: CompleteRuleset;
  /** Age as of another day, frozen at the invitation (IRPA 11.2(2)(a)). */
  ageOn?: IsoDate;
}

function notice(selection: RulesetSelection): string | null {
  if (selection.kind === "complete") return null;
  const { effective_from, effective_to } = selection.latest;
  if (selection.kind === "none") {
    return `Computed under the rules in force from ${plainDate(effective_from)}; they do not cover this date.`;
  }
  const until = effective_to ?? addDays(selection.ruleset.effective_from, -1);
  return (
    `Computed under the rules in force ${plainDate(effective_from)} to ${plainDate(until)}; ` +
    "not IRCC's current score."
  );
}

/** Scores a case on a date under the ruleset in force, or, saying so, under the latest complete one. */
export function assessCrs(facts: CaseFacts, on: IsoDate, options: AssessOptions = {}): CrsAssessment {
  const selection: RulesetSelection = options.ruleset
    ? { kind: "complete", ruleset: options.ruleset }
    : selectRuleset(on, options);
  const ruleset = selection.kind === "complete" ? selection.ruleset : selection.latest;
  const { factors, tests, unknowns } = factorsOn(facts, on, { ageOn: options.ageOn, ruleset });
  const score = scoreCrs(ruleset, factors);
  return {
    on,
    score,
    sections: crsSections(ruleset, factors, score),
    lines: crsLines(ruleset, factors, score),
    factors,
    firstLanguage: factors.firstLanguage.language,
    testIds: {
      first: tests.first?.test.id ?? null,
      second: tests.second?.test.id ?? null,
      spouse: tests.spouse?.test.id ?? null,
    },
    ruleset: {
      id: ruleset.id,
      effectiveFrom: ruleset.effective_from,
      effectiveTo: ruleset.effective_to,
    },
    superseded: selection.kind !== "complete",
    notice: notice(selection),
    unknowns,
    cautions: cautionsOn(facts, on, { ruleset, factors, french: score.additional.french }),
  };
}
