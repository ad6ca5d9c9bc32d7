/** CRS-2025-03-25, figure by figure (rules reference 1, 9). The tables are typed again here, not read. */
import { describe, expect, test } from "vitest";
import { crsRulesets } from "../data/crs-tables";
import { EDUCATION_LEVELS } from "../facts";
import { factors, levels, withSpouse } from "../testing/crs-factors";
import type { CrsFactors } from "./factors";
import { isComplete } from "./rulesets";
import { scoreCrs } from "./score";

const ruleset = crsRulesets.find(isComplete);
if (!ruleset) throw new Error("no complete ruleset");
const score = (overrides: Partial<CrsFactors>) => scoreCrs(ruleset, factors(overrides));

describe("A, by column", () => {
  test.each([
    [17, 0, 0],
    [18, 90, 99],
    [19, 95, 105],
    [20, 100, 110],
    [29, 100, 110],
    [30, 95, 105],
    [31, 90, 99],
    [32, 85, 94],
    [33, 80, 88],
    [34, 75, 83],
    [35, 70, 77],
    [36, 65, 72],
    [37, 60, 66],
    [38, 55, 61],
    [39, 50, 55],
    [40, 45, 50],
    [41, 35, 39],
    [42, 25, 28],
    [43, 15, 17],
    [44, 5, 6],
    [45, 0, 0],
    [46, 0, 0],
  ])("age %i: %i with, %i without", (age, having, without) => {
    expect(score({ age, ...withSpouse() }).core.age).toBe(having);
    expect(score({ age }).core.age).toBe(without);
  });

  const EDUCATION = [
    [0, 0, 0],
    [28, 30, 2],
    [84, 90, 6],
    [91, 98, 7],
    [112, 120, 8],
    [119, 128, 9],
    [126, 135, 10],
    [140, 150, 10],
  ] as const;
  test.each(EDUCATION_LEVELS.map((education, index) => ({ education, points: EDUCATION[index] ?? [] })))(
    "education $education",
    ({ education, points }) => {
      expect([
        score({ education, ...withSpouse() }).core.education,
        score({ education }).core.education,
        score(withSpouse({ education })).spouse.education,
      ]).toEqual(points);
    },
  );

  test.each([
    [0, 0, 0],
    [3, 0, 0],
    [4, 6, 6],
    [5, 6, 6],
    [6, 8, 9],
    [7, 16, 17],
    [8, 22, 23],
    [9, 29, 31],
    [10, 32, 34],
    [12, 32, 34],
  ])("first language %i: %i with, %i without, per ability", (level, having, without) => {
    const firstLanguage = levels("en", level, 0, 0, 0);
    expect(score({ firstLanguage, ...withSpouse() }).core.firstLanguage).toBe(having);
    expect(score({ firstLanguage }).core.firstLanguage).toBe(without);
  });

  test.each([
    [4, 0, 0],
    [5, 1, 1],
    [6, 1, 1],
    [7, 3, 3],
    [8, 3, 3],
    [9, 6, 5],
    [10, 6, 5],
  ])("second language %i: %i per ability; spouse's language: %i", (level, second, spouse) => {
    expect(score({ secondLanguage: levels("fr", level, 0, 0, 0) }).core.secondLanguage).toBe(second);
    expect(score(withSpouse({ language: levels("en", level, 0, 0, 0) })).spouse.language).toBe(spouse);
  });

  test.each([
    [[9, 9, 9, 9], 22, 24],
    [[9, 9, 9, 8], 21, 21],
  ])("second language %o is capped at %i with a spouse, %i without", (figures, having, without) => {
    const secondLanguage = levels("fr", ...figures);
    expect(score({ secondLanguage, ...withSpouse() }).core.secondLanguage).toBe(having);
    expect(score({ secondLanguage }).core.secondLanguage).toBe(without);
  });

  test.each([
    [0, 0, 0, 0],
    [1, 35, 40, 5],
    [2, 46, 53, 7],
    [3, 56, 64, 8],
    [4, 63, 72, 9],
    [5, 70, 80, 10],
    [9, 70, 80, 10],
  ])("Canadian work %i years: %i with, %i without; spouse: %i", (years, having, without, spouse) => {
    expect(score({ canadianWorkYears: years, ...withSpouse() }).core.canadianWork).toBe(having);
    expect(score({ canadianWorkYears: years }).core.canadianWork).toBe(without);
    expect(score(withSpouse({ canadianWorkYears: years })).spouse.canadianWork).toBe(spouse);
  });
});

describe("C", () => {
  const TIER = { secondary: 0, one_year_post_secondary: 1, bachelor_or_three_plus_year: 1 } as const;
  const GRID = [
    [0, 0, 0],
    [0, 13, 25],
    [0, 25, 50],
  ];
  test.each(EDUCATION_LEVELS)("education %s", (education) => {
    const tier = education in TIER || education === "two_year_post_secondary" ? 1 : 2;
    const row = ["less_than_secondary", "secondary"].includes(education) ? GRID[0] : GRID[tier];
    const pairs = [
      score({ education, firstLanguage: levels("en", 9, 9, 9, 6), canadianWorkYears: 0 }),
      score({ education, firstLanguage: levels("en", 9, 9, 9, 8), canadianWorkYears: 1 }),
      score({ education, firstLanguage: levels("en", 9), canadianWorkYears: 2 }),
    ].map(({ transferability }) => transferability);
    expect(pairs.map(({ educationLanguage }) => educationLanguage)).toEqual(row);
    expect(pairs.map(({ educationCanadianWork }) => educationCanadianWork)).toEqual(row);
  });

  test.each([
    [0, GRID[0]],
    [1, GRID[1]],
    [2, GRID[1]],
    [3, GRID[2]],
    [8, GRID[2]],
  ])("foreign work %i years", (foreignWorkYears, row) => {
    const pairs = [
      score({ foreignWorkYears, firstLanguage: levels("en", 6), canadianWorkYears: 0 }),
      score({ foreignWorkYears, firstLanguage: levels("en", 7), canadianWorkYears: 1 }),
      score({ foreignWorkYears, firstLanguage: levels("en", 9), canadianWorkYears: 2 }),
    ].map(({ transferability }) => transferability);
    expect(pairs.map(({ foreignWorkLanguage }) => foreignWorkLanguage)).toEqual(row);
    expect(pairs.map(({ foreignWorkCanadianWork }) => foreignWorkCanadianWork)).toEqual(row);
  });

  test.each([
    [[5, 5, 5, 7], 25],
    [[7, 7, 7, 7], 50],
    [[4, 7, 7, 7], 0],
    [[7, 7, 7, 6], 25],
  ])("certificate with %o gives %i", (figures, points) => {
    const firstLanguage = levels("en", ...figures);
    expect(score({ firstLanguage, certificateOfQualification: true }).transferability.certificate).toBe(
      points,
    );
    expect(score({ firstLanguage }).transferability.certificate).toBe(0);
  });

  test("each group is capped at 50 and all three at 100", () => {
    const all = { firstLanguage: levels("en", 9), canadianWorkYears: 2, certificateOfQualification: true };
    expect(score({ ...all, education: "doctorate" }).transferability.total).toBe(100);
    const { transferability } = score({ ...all, certificateOfQualification: false, education: "doctorate" });
    expect(transferability).toMatchObject({ educationLanguage: 50, educationCanadianWork: 50, total: 50 });
    expect(score({ ...all, education: "doctorate", foreignWorkYears: 3 }).transferability.total).toBe(100);
    const lone = { firstLanguage: levels("en", 9), canadianWorkYears: 2, foreignWorkYears: 3 };
    expect(score(lone).transferability.total).toBe(50);
  });
});

describe("D", () => {
  test.each([
    ["no English", levels("fr", 7), null, 25],
    ["English 5, 5, 5, 4", levels("fr", 7), levels("en", 5, 5, 5, 4), 25],
    ["English 5 in all four", levels("fr", 7), levels("en", 5), 50],
    ["French second", levels("en", 10), levels("fr", 7), 50],
    ["French 7, 7, 7, 6", levels("fr", 7, 7, 7, 6), levels("en", 9), 0],
    ["no French", levels("en", 10), null, 0],
  ])("French bonus, %s", (_, firstLanguage, secondLanguage, points) => {
    expect(score({ firstLanguage, secondLanguage }).additional.french).toBe(points);
  });

  test("sibling, study and nomination, capped together", () => {
    expect(score({ siblingInCanada: true }).additional.total).toBe(15);
    expect(score({ canadianStudy: "one_or_two_year" }).additional.total).toBe(15);
    expect(score({ canadianStudy: "three_year_plus" }).additional.total).toBe(30);
    expect(score({ provincialNomination: true, siblingInCanada: true }).additional).toMatchObject({
      nomination: 600,
      sibling: 15,
      total: 600,
    });
  });
});
