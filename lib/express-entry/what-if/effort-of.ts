/** Weeks and cost of a scenario, from the table of usual figures. */
import { languageTables } from "../data/language-tables";
import type { CaseFacts } from "../facts";
import { ABILITIES, convertScores } from "../language/levels";
import { daysBetween, type IsoDate } from "../timing/calendar-date";
import { testScores } from "./apply-to-person";
import type { FactChange, LanguageTestChange } from "./changes";
import type { EffortTable, ImprovementKind } from "./effort";

/** The same levels once more are a renewal; a first test in a language is more than a retest. */
function testKind(given: LanguageTestChange, facts: CaseFacts): ImprovementKind {
  if (given.person === "spouse") return "spouse_test";
  const { language } = languageTables[given.test];
  const principal = facts.people.find(({ role }) => role === "principal");
  const known = (principal?.languageTests ?? []).filter(
    ({ kind }) => languageTables[kind].language === language,
  );
  const aimed = convertScores(given.test, testScores(given.test, given.result));
  const repeats = known.some(({ kind, scores }) => {
    const had = convertScores(kind, scores);
    return aimed.ok && had.ok && ABILITIES.every((ability) => had.levels[ability] >= aimed.levels[ability]);
  });
  if (repeats) return "renew_tests";
  if (language === "en") return known.length > 0 ? "retest_english" : "first_english";
  return known.length > 0 ? "retest_french" : "french";
}

/** Which row of the table a change is; null where nothing has to be done for it. */
export function effortKind(given: FactChange, facts: CaseFacts): ImprovementKind | null {
  switch (given.kind) {
    case "language_test":
      return testKind(given, facts);
    case "credential":
      return given.level === "master_or_entry_to_practice_professional" || given.level === "doctorate"
        ? "masters"
        : "second_credential";
    case "eca":
      return given.person === "spouse" ? "spouse_eca" : "eca";
    case "work":
      return given.place === "abroad" ? "work_abroad" : "work_in_canada";
    case "spouse_accompanies":
      return given.accompanying ? "spouse_comes" : "spouse_stays";
    case "nomination":
    case "permit":
    case "certificate":
    case "settlement_funds":
      return given.kind;
    case "job_offer":
      return given.offer === null ? null : "job_offer";
    case "work_ends":
    case "union":
    case "sibling":
      return null;
  }
}

/** The changes go on side by side: the longest decides the weeks, the costs add up. */
export function effortOf(
  changes: readonly FactChange[],
  facts: CaseFacts,
  from: IsoDate,
  { kinds }: EffortTable,
): { weeks: number; cost: number } {
  const efforts = changes.flatMap((given) => {
    const kind = effortKind(given, facts);
    if (kind === null) return [];
    const waiting = Math.max(0, Math.ceil(daysBetween(from, given.on) / 7));
    return [{ weeks: kinds[kind].weeks ?? waiting, cost: kinds[kind].cost }];
  });
  return {
    weeks: Math.max(0, ...efforts.map(({ weeks }) => weeks)),
    cost: efforts.reduce((sum, { cost }) => sum + cost, 0),
  };
}
