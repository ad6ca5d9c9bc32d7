import { languageTables } from "@/lib/express-entry/data/language-tables";
import type { Ability, LanguageTest, LanguageTestKind, OfficialLanguage } from "@/lib/express-entry/facts";
import { ABILITIES } from "@/lib/express-entry/language/levels";
import { addDays, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import type { Random } from "./random";

/** Result sheets come about two weeks after the test. */
const RESULT_DAYS = [8, 20] as const;
const KINDS: Readonly<Record<OfficialLanguage, Partial<Record<LanguageTestKind, number>>>> = {
  en: { ielts_general: 6, celpip_general: 3, pte_core: 1 },
  fr: { tef_canada: 3, tcf_canada: 2 },
};

/** A score that the test can give and that converts to exactly this level (4 to 10). */
function scoreAt(random: Random, kind: LanguageTestKind, ability: Ability, level: number): number {
  const { rows, scale } = languageTables[kind];
  const least = (wanted: number) => rows.find((row) => row.level === wanted)?.[ability].min;
  const top = "min" in scale ? scale.max : scale[ability].max;
  const from = least(level) ?? top;
  const above = least(level + 1);
  const to = above === undefined ? top : above - scale.step;
  const steps = Math.max(0, Math.round((to - from) / scale.step));
  return from + random.whole(0, Math.min(steps, 3)) * scale.step;
}

/**
 * A language test of a person whose abilities lie around `level` (CLB or NCLC), taken on a day: one ability may be a
 * level better or worse, never below 4.
 */
export function languageTest(
  random: Random,
  language: OfficialLanguage,
  level: number,
  takenOn: IsoDate,
): LanguageTest {
  const drawn = random.weighted(KINDS[language] as Record<LanguageTestKind, number>);
  const kind = takenOn < languageTables[drawn].effective_from ? "ielts_general" : drawn;
  const uneven = random.pick(ABILITIES);
  const scores = Object.fromEntries(
    ABILITIES.map((ability) => {
      const own = level + (ability === uneven ? random.whole(-1, 1) : 0);
      return [ability, scoreAt(random, kind, ability, Math.min(10, Math.max(4, own)))];
    }),
  ) as Record<Ability, number>;
  return {
    id: random.id(),
    kind,
    takenOn,
    resultOn: addDays(takenOn, random.whole(...RESULT_DAYS)),
    scores,
    reportNumber: `${takenOn.slice(2, 4)}${random.whole(100_000, 999_999)}`,
  };
}
