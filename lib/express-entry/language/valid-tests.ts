/** Which language tests count on a date (rules reference 2, IRPR 75(2)(d), MI 3(4)). */
import type { LanguageTest, OfficialLanguage, PersonFacts } from "../facts";
import type { IsoDate } from "../timing/calendar-date";
import { languageTestLastDay } from "../timing/document-validity";
import { ABILITIES, convertScores, lowestLevel, type LanguageLevels } from "./levels";

export interface ValidTest {
  test: LanguageTest;
  levels: LanguageLevels;
  /** Last day on which the test counts. */
  lastDay: IsoDate;
}

function read(test: LanguageTest, on: IsoDate): ValidTest | null {
  // A result that is not out yet cannot be entered in a profile.
  if ((test.resultOn ?? test.takenOn) > on || test.takenOn > on) return null;
  const lastDay = languageTestLastDay(test);
  if (on > lastDay) return null;
  const converted = convertScores(test.kind, test.scores, test.takenOn);
  return converted.ok ? { test, levels: converted.levels, lastDay } : null;
}

function strength({ levels }: ValidTest): number {
  return ABILITIES.reduce((sum, ability) => sum + levels[ability], 0);
}

/** Best first: higher sum of levels, then higher lowest ability, then the test that lasts longer. */
function compare(a: ValidTest, b: ValidTest): number {
  return (
    strength(b) - strength(a) ||
    lowestLevel(b.levels) - lowestLevel(a.levels) ||
    (a.lastDay < b.lastDay ? 1 : a.lastDay > b.lastDay ? -1 : 0) ||
    // Whatever the order in which they were entered.
    (a.test.id < b.test.id ? -1 : 1)
  );
}

/**
 * Every test of the person that counts on `on`, best first. Abilities are never mixed between tests: one report,
 * one sitting (1.4). A test with a score it cannot give does not count.
 */
export function validTestsOn(person: PersonFacts, on: IsoDate): ValidTest[] {
  return person.languageTests
    .map((test) => read(test, on))
    .filter((valid): valid is ValidTest => valid !== null)
    .sort(compare);
}

/** The best test of one language that counts on `on`, or null. */
export function bestTestOn(person: PersonFacts, language: OfficialLanguage, on: IsoDate): ValidTest | null {
  return validTestsOn(person, on).find(({ levels }) => levels.language === language) ?? null;
}
