import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { scoreParts } from "@/lib/assessment/rules";
import type { CrsFactors } from "@/lib/express-entry/crs/factors";
import { crsLines } from "@/lib/express-entry/crs/lines";
import { selectRuleset } from "@/lib/express-entry/crs/rulesets";
import { scoreCrs } from "@/lib/express-entry/crs/score";
import { EDUCATION_LEVELS } from "@/lib/express-entry/facts";
import { shortInput } from "./short-words";

const selection = selectRuleset("2026-01-07");
const ruleset = selection.kind === "complete" ? selection.ruleset : selection.latest;

const level = fc.integer({ min: 0, max: 10 });
const levels = (language: "en" | "fr") =>
  fc.record({
    language: fc.constant(language),
    listening: level,
    reading: level,
    writing: level,
    speaking: level,
  });

const factors: fc.Arbitrary<CrsFactors> = fc
  .record({
    age: fc.integer({ min: 17, max: 60 }),
    education: fc.constantFrom(...EDUCATION_LEVELS),
    firstLanguage: levels("en"),
    secondLanguage: fc.option(levels("fr")),
    canadianWorkYears: fc.integer({ min: 0, max: 6 }),
    foreignWorkYears: fc.integer({ min: 0, max: 6 }),
    certificateOfQualification: fc.boolean(),
    siblingInCanada: fc.boolean(),
    canadianStudy: fc.constantFrom("none", "one_or_two_year", "three_year_plus"),
    provincialNomination: fc.boolean(),
    spouse: fc.option(
      fc.record({
        education: fc.constantFrom(...EDUCATION_LEVELS),
        language: fc.option(levels("en")),
        canadianWorkYears: fc.integer({ min: 0, max: 6 }),
      }),
    ),
  })
  .map((some) => ({ ...some, withSpouse: some.spouse !== null }));

describe("the words and bars of a score", () => {
  test("the parts of the bar add up to the score, whatever the facts", () => {
    fc.assert(
      fc.property(factors, (given) => {
        const score = scoreCrs(ruleset, given);
        const parts = scoreParts({ score });
        expect(parts.reduce((sum, { points }) => sum + points, 0)).toBe(score.total);
      }),
    );
  });

  test("an answer that nobody gave is said to be missing, never shown as none", () => {
    const unknowns = ["birthDate", "siblingInCanada"].map((path) => ({ path, personId: null, message: "" }));
    const [given] = fc.sample(factors, 1);
    if (given === undefined) throw new Error("nothing to look at");
    const inputs = crsLines(ruleset, given, scoreCrs(ruleset, given)).map((line) =>
      shortInput(line, { factors: given, unknowns }),
    );
    expect(inputs).toEqual(expect.arrayContaining(["Birth date not entered", "Not asked"]));
  });

  test("every line has an input of one short line", () => {
    fc.assert(
      fc.property(factors, (given) => {
        for (const line of crsLines(ruleset, given, scoreCrs(ruleset, given))) {
          const words = shortInput(line, { factors: given, unknowns: [] });
          expect(words).not.toBe("");
          expect(words.length).toBeLessThanOrEqual(76);
        }
      }),
    );
  });
});
