/** Builders of CRS factors for tests of this folder. */
import type { CrsFactors, SpouseFactors } from "../crs/factors";
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
