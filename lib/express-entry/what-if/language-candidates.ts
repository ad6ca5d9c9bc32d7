/** Tests to take, or to take again. */
import { languageTables } from "../data/language-tables";
import type { LanguageTest, LanguageTestKind, OfficialLanguage, PersonFacts } from "../facts";
import { testName } from "../forecast/events";
import { ABILITIES, convertScores, lowestLevel, type LanguageLevels } from "../language/levels";
import { bestTestOn } from "../language/valid-tests";
import { readyOn, type Candidate, type Circumstances } from "./candidate";
import type { LanguageTestChange } from "./changes";
import type { ImprovementKind } from "./effort";
import { inAllFour } from "./scores-for-levels";

/** Levels in all four abilities at which a table gives more. */
const STEPS = [5, 7, 9, 10];
/** Nobody gains more levels than this by preparing for one more sitting (K). */
const MOST_LEVELS_GAINED = 2;
/** What somebody without a test is thought to reach at first. */
const FIRST_ENGLISH = [7, 9];
const FIRST_FRENCH = 7;

/** The test that counts best on the first day, or the last that was taken. */
function known(
  person: PersonFacts,
  language: OfficialLanguage,
  { from }: Circumstances,
): LanguageTest | null {
  const valid = bestTestOn(person, language, from)?.test;
  const all = person.languageTests.filter(
    ({ kind, takenOn }) => languageTables[kind].language === language && takenOn <= from,
  );
  return (
    valid ??
    all.reduce<LanguageTest | null>((last, test) => (last && last.takenOn > test.takenOn ? last : test), null)
  );
}

function levelsOf({ kind, scores }: LanguageTest): LanguageLevels | null {
  const converted = convertScores(kind, scores);
  return converted.ok ? converted.levels : null;
}

function atLeast(levels: LanguageLevels, least: number): LanguageTestChange["result"] {
  const raised = inAllFour(least);
  for (const ability of ABILITIES) raised[ability] = Math.max(least, levels[ability]);
  return { levels: raised };
}

function retests(
  around: Circumstances,
  person: "principal" | "spouse",
  test: LanguageTest,
  kind: ImprovementKind,
): Candidate[] {
  const levels = levelsOf(test);
  if (levels === null) return [];
  const lowest = lowestLevel(levels);
  const french = levels.language === "fr";
  const name = french ? "French to NCLC" : testName(test.kind);
  return STEPS.filter((step) => step > lowest && step <= lowest + MOST_LEVELS_GAINED).map((step) => ({
    id: `${kind}:${step}`,
    kind,
    group: `${person} ${levels.language}`,
    title: `${person === "spouse" ? "Spouse: " : ""}${name} ${step}${french ? "" : " in all four"}`,
    changes: [
      {
        kind: "language_test",
        person,
        test: test.kind,
        on: readyOn(around, kind),
        result: atLeast(levels, step),
      },
    ],
  }));
}

function firstTest(
  around: Circumstances,
  person: "principal" | "spouse",
  test: LanguageTestKind,
  kind: ImprovementKind,
  level: number,
): Candidate {
  const { language } = languageTables[test];
  const title = language === "fr" ? `French to NCLC ${level}` : `${testName(test)} ${level} in all four`;
  return {
    id: `${kind}:${level}`,
    kind,
    group: `${person} ${language}`,
    title: person === "spouse" ? `Spouse: ${title}` : title,
    changes: [
      {
        kind: "language_test",
        person,
        test,
        on: readyOn(around, kind),
        result: { levels: inAllFour(level) },
      },
    ],
  };
}

export function languageCandidates(around: Circumstances): Candidate[] {
  const { principal, partner } = around;
  const [english, french] = [known(principal, "en", around), known(principal, "fr", around)];
  const spouseTest = partner && (known(partner, "en", around) ?? known(partner, "fr", around));
  return [
    ...(english
      ? retests(around, "principal", english, "retest_english")
      : FIRST_ENGLISH.map((level) =>
          firstTest(around, "principal", "celpip_general", "first_english", level),
        )),
    ...(french
      ? retests(around, "principal", french, "retest_french")
      : [firstTest(around, "principal", "tef_canada", "french", FIRST_FRENCH)]),
    ...(partner && spouseTest
      ? retests(around, "spouse", spouseTest, "spouse_test")
      : partner
        ? [firstTest(around, "spouse", "celpip_general", "spouse_test", FIRST_FRENCH)]
        : []),
  ];
}
