/** Builders and generators of CRS factors for tests of this folder. */
import fc from "fast-check";
import type { CrsFactors, SpouseFactors } from "../crs/factors";
import { EDUCATION_LEVELS } from "../education/credentials";
import type { OfficialLanguage } from "../facts";
import type { LanguageLevels } from "../language/levels";

/** Levels in the order reading, writing, listening, speaking; one figure stands for all four. */
export function levels(language: OfficialLanguage, ...figures: number[]): LanguageLevels {
  const [reading = 0, writing = reading, listening = reading, speaking = reading] = figures;
  return { language, reading, writing, listening, speaking };
}

/** Someone who gets nothing at all. */
export function factors(overrides: Partial<CrsFactors> = {}): CrsFactors {
  return {
    withSpouse: false,
    age: 50,
    education: "less_than_secondary",
    firstLanguage: levels("en", 0),
    secondLanguage: null,
    canadianWorkYears: 0,
    foreignWorkYears: 0,
    certificateOfQualification: false,
    spouse: null,
    siblingInCanada: false,
    canadianStudy: "none",
    provincialNomination: false,
    ...overrides,
  };
}

export function withSpouse(spouse: Partial<SpouseFactors> = {}): Pick<CrsFactors, "withSpouse" | "spouse"> {
  return {
    withSpouse: true,
    spouse: { education: "less_than_secondary", language: null, canadianWorkYears: 0, ...spouse },
  };
}

function anyLevels(language: OfficialLanguage): fc.Arbitrary<LanguageLevels> {
  const level = fc.integer({ min: 0, max: 12 });
  return fc
    .tuple(level, level, level, level)
    .map(([reading, writing, listening, speaking]) =>
      levels(language, reading, writing, listening, speaking),
    );
}

const education = fc.constantFrom(...EDUCATION_LEVELS);
const workYears = fc.integer({ min: 0, max: 12 });

const spouse: fc.Arbitrary<SpouseFactors> = fc.record({
  education,
  language: fc.option(anyLevels("en")),
  canadianWorkYears: workYears,
});

/** Any legal factors. */
export const anyFactors: fc.Arbitrary<CrsFactors> = fc
  .tuple(
    fc.record({
      age: fc.integer({ min: 15, max: 70 }),
      education,
      canadianWorkYears: workYears,
      foreignWorkYears: workYears,
      certificateOfQualification: fc.boolean(),
      siblingInCanada: fc.boolean(),
      canadianStudy: fc.constantFrom("none" as const, "one_or_two_year" as const, "three_year_plus" as const),
      provincialNomination: fc.boolean(),
    }),
    fc.option(spouse),
    fc.boolean(),
    anyLevels("en"),
    fc.option(anyLevels("fr")),
  )
  .map(([rest, partner, frenchFirst, english, french]) => ({
    ...rest,
    withSpouse: partner !== null,
    spouse: partner,
    firstLanguage: frenchFirst && french ? french : english,
    secondLanguage: frenchFirst && french ? english : french,
  }));
