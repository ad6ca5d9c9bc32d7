/** The properties of rules reference 1.9, for any factors. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { crsRulesets } from "../data/crs-tables";
import { EDUCATION_LEVELS } from "../facts";
import type { OfficialLanguage } from "../facts";
import { ABILITIES, type LanguageLevels } from "../language/levels";
import { factors, levels, withSpouse } from "../testing/crs-factors";
import type { CrsFactors, SpouseFactors } from "./factors";
import { isComplete } from "./rulesets";
import { scoreCrs } from "./score";

const ruleset = crsRulesets.find(isComplete);
if (!ruleset) throw new Error("no complete ruleset");
const score = (given: CrsFactors) => scoreCrs(ruleset, given);
const total = (given: CrsFactors) => score(given).total;

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
const anyFactors: fc.Arbitrary<CrsFactors> = fc
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

const best = factors({
  age: 25,
  education: "doctorate",
  firstLanguage: levels("en", 10),
  secondLanguage: levels("fr", 10),
  canadianWorkYears: 5,
  foreignWorkYears: 3,
  certificateOfQualification: true,
  siblingInCanada: true,
  canadianStudy: "three_year_plus",
});
const bestSpouse = withSpouse({ education: "doctorate", language: levels("en", 9), canadianWorkYears: 5 });

describe("maxima", () => {
  test("are reached: 500 or 460 + 40, 100, 600, 1,200", () => {
    const alone = score({ ...best, provincialNomination: true });
    expect([alone.core.total, alone.transferability.total, alone.additional.total, alone.total]).toEqual([
      500, 100, 600, 1200,
    ]);
    const couple = score({ ...best, ...bestSpouse, provincialNomination: true });
    expect([couple.core.total, couple.spouse.total, couple.total]).toEqual([460, 40, 1200]);
  });

  test("without a nomination are 695 in both columns", () => {
    expect(total(best)).toBe(695);
    expect(total({ ...best, ...bestSpouse })).toBe(695);
  });

  test("are never passed, and every total is the sum of its parts or a cap", () => {
    fc.assert(
      fc.property(anyFactors, (given) => {
        const { core, spouse, transferability, additional, total: sum } = score(given);
        expect(core.total).toBeLessThanOrEqual(given.withSpouse ? 460 : 500);
        expect(spouse.total).toBeLessThanOrEqual(given.withSpouse ? 40 : 0);
        expect(transferability.total).toBeLessThanOrEqual(100);
        expect(additional.total).toBeLessThanOrEqual(600);
        expect(sum).toBe(core.total + spouse.total + transferability.total + additional.total);
        expect(sum).toBeLessThanOrEqual(given.provincialNomination ? 1200 : 695);
      }),
    );
  });
});

describe("more is never less", () => {
  const languages = ["firstLanguage", "secondLanguage"] as const;
  test("language levels", () => {
    fc.assert(
      fc.property(
        anyFactors,
        fc.constantFrom(...ABILITIES),
        fc.constantFrom(...languages),
        (given, ability, which) => {
          const tested = given[which];
          if (tested === null || tested[ability] === 12) return;
          const raised = { ...given, [which]: { ...tested, [ability]: tested[ability] + 1 } };
          expect(total(raised)).toBeGreaterThanOrEqual(total(given));
        },
      ),
    );
  });

  test("education, own and the spouse's", () => {
    fc.assert(
      fc.property(anyFactors, (given) => {
        const next = EDUCATION_LEVELS[EDUCATION_LEVELS.indexOf(given.education) + 1] ?? given.education;
        expect(total({ ...given, education: next })).toBeGreaterThanOrEqual(total(given));
        if (given.spouse === null) return;
        const { education } = given.spouse;
        const raised = EDUCATION_LEVELS[EDUCATION_LEVELS.indexOf(education) + 1] ?? education;
        const better = { ...given, spouse: { ...given.spouse, education: raised } };
        expect(total(better)).toBeGreaterThanOrEqual(total(given));
      }),
    );
  });

  test("years of work in Canada and abroad", () => {
    fc.assert(
      fc.property(anyFactors, (given) => {
        const more = total(given);
        expect(total({ ...given, canadianWorkYears: given.canadianWorkYears + 1 })).toBeGreaterThanOrEqual(
          more,
        );
        expect(total({ ...given, foreignWorkYears: given.foreignWorkYears + 1 })).toBeGreaterThanOrEqual(
          more,
        );
      }),
    );
  });

  test("from twenty on, a birthday never adds", () => {
    fc.assert(
      fc.property(anyFactors, (given) => {
        fc.pre(given.age >= 20);
        expect(total({ ...given, age: given.age + 1 })).toBeLessThanOrEqual(total(given));
      }),
    );
  });
});

test("leaving the spouse out can raise or lower the score", () => {
  const weak = withSpouse();
  expect(total({ ...best, ...weak })).toBeLessThan(total(best));
  const modest = factors({ age: 50, firstLanguage: levels("en", 4) });
  expect(total({ ...modest, ...bestSpouse })).toBeGreaterThan(total(modest));
});
