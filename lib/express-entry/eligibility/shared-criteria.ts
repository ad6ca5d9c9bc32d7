/** Criteria that several programs have in the same words: where to live, language minimum, settlement funds. */
import type { CaseFacts, PersonFacts } from "../facts";
import { familySizeOn } from "../family";
import { settlementFundsOn } from "../funds-and-fees/settlement-funds";
import { ABILITIES, describeLevels } from "../language/levels";
import { validTestsOn, type ValidTest } from "../language/valid-tests";
import type { Ability } from "../facts";
import type { TableOptions } from "../rule-tables";
import { maxDate, type IsoDate } from "../timing/calendar-date";
import { plainDate } from "../timing/plain-date";
import { plainDollars, type CriterionDraft, type Program } from "./criterion";

/** IRPR 75(1), 87.1(1), 87.2(2): intends to reside in a province other than Quebec. */
export function outsideQuebec(facts: CaseFacts, program: Program, section: string): CriterionDraft {
  const { intendedProvince } = facts.family;
  return {
    id: `${program.toLowerCase()}.outside-quebec`,
    program,
    label: "Outside Quebec",
    verdict: intendedProvince === null ? "unknown" : intendedProvince === "QC" ? "not_met" : "met",
    figure: intendedProvince === null ? "Not asked" : `Intends to live in ${intendedProvince}`,
    needs: "Intends to live outside Quebec",
    section,
  };
}

/** How far a test is from the thresholds: 0 when it meets them all. */
function shortfall({ levels }: ValidTest, needed: Readonly<Record<Ability, number>>): number {
  return ABILITIES.reduce((sum, ability) => sum + Math.max(0, needed[ability] - levels[ability]), 0);
}

/** All four abilities of one test in one language reach the thresholds. */
export function languageMinimum(
  person: PersonFacts,
  on: IsoDate,
  needed: Readonly<Record<Ability, number>>,
  head: Pick<CriterionDraft, "program" | "section" | "needs">,
): CriterionDraft {
  const tests = validTestsOn(person, on).sort((a, b) => shortfall(a, needed) - shortfall(b, needed));
  const best = tests[0];
  const meeting = tests.filter((test) => shortfall(test, needed) === 0).map(({ lastDay }) => lastDay);
  return {
    id: `${head.program.toLowerCase()}.language`,
    label: "Language",
    verdict: meeting.length > 0 ? "met" : "not_met",
    figure: best ? describeLevels(best.levels) : "No test that counts",
    ...(meeting[0] ? { lastDay: maxDate(meeting[0], ...meeting) } : {}),
    ...head,
  };
}

/** The same level in all four abilities. */
export function allFour(level: number): Record<Ability, number> {
  return { listening: level, reading: level, writing: level, speaking: level };
}

/** Settlement funds by family size, unless exempt (3.5, IRPR 76(1)(b), 87.2(5)). */
export function settlementFundsCriterion(
  facts: CaseFacts,
  on: IsoDate,
  program: Program,
  exemption: string | null,
  options: TableOptions,
): CriterionDraft {
  const needed = settlementFundsOn(on, familySizeOn(facts, on), options);
  const section = program === "FST" ? "IRPR 87.2(5)" : "IRPR 76(1)(b)";
  const head = {
    id: `${program.toLowerCase()}.funds`,
    program,
    label: "Settlement funds",
    section,
    version: needed?.tableId ?? null,
  };
  const people = needed?.familySize === 1 ? "one person" : `a family of ${needed?.familySize}`;
  const needs = needed
    ? `${plainDollars(needed.cents)} for ${people} (table of ${plainDate(needed.effectiveFrom)})`
    : "No table known for this date";
  if (exemption !== null) return { ...head, verdict: "met", figure: `Exempt: ${exemption}`, needs };
  const held = facts.family.settlementFunds;
  if (held === null) return { ...head, verdict: "unknown", figure: "Not asked", needs };
  const figure = `${plainDollars(held.cents)} on ${plainDate(held.asOf)}`;
  if (!needed) return { ...head, verdict: "unknown", figure, needs };
  return { ...head, verdict: held.cents >= needed.cents ? "met" : "not_met", figure, needs };
}
