import { describe, expect, test } from "vitest";
import { selectionGrid } from "../data/crs-tables";
import { EDUCATION_LEVELS } from "../facts";
import { levels } from "../testing/crs-factors";
import { scoreGrid, type GridFactors } from "./grid";

const grid = (overrides: Partial<GridFactors>) =>
  scoreGrid(selectionGrid, {
    workYears: 0,
    age: 50,
    education: "less_than_secondary",
    firstLanguage: levels("en", 0),
    secondLanguage: null,
    arrangedEmployment: false,
    adaptability: [],
    ...overrides,
  });

describe("the selection grid (3.2)", () => {
  test.each([
    [17, 0],
    [18, 12],
    [35, 12],
    [36, 11],
    [37, 10],
    [38, 9],
    [39, 8],
    [40, 7],
    [41, 6],
    [42, 5],
    [43, 4],
    [44, 3],
    [45, 2],
    [46, 1],
    [47, 0],
  ])("age %i gives %i", (age, points) => expect(grid({ age }).age).toBe(points));

  test("education", () => {
    const points = EDUCATION_LEVELS.map((education) => grid({ education }).education);
    expect(points).toEqual([0, 5, 15, 19, 21, 22, 23, 25]);
  });

  test.each([
    [0, 0],
    [1, 9],
    [2, 11],
    [3, 11],
    [4, 13],
    [5, 13],
    [6, 15],
    [20, 15],
  ])("%i years of work give %i", (workYears, points) => expect(grid({ workYears }).experience).toBe(points));

  test.each([
    [[6, 6, 6, 6], 0],
    [[7, 7, 7, 7], 16],
    [[8, 8, 8, 8], 20],
    [[9, 9, 9, 9], 24],
    [[12, 12, 12, 12], 24],
    [[7, 8, 9, 10], 21],
  ])("first language %o gives %i", (figures, points) => {
    expect(grid({ firstLanguage: levels("en", ...figures) }).firstLanguage).toBe(points);
  });

  test.each([
    [[5, 5, 5, 5], 4],
    [[10, 10, 10, 4], 0],
  ])("second language %o gives %i", (figures, points) => {
    expect(grid({ secondLanguage: levels("fr", ...figures) }).secondLanguage).toBe(points);
  });

  test("arranged employment counts under adaptability only where listed", () => {
    expect(grid({ arrangedEmployment: true })).toMatchObject({ arrangedEmployment: 10, adaptability: 0 });
    expect(grid({ adaptability: ["arranged_employment"] })).toMatchObject({
      arrangedEmployment: 0,
      adaptability: 5,
    });
  });

  test("adaptability adds up to ten", () => {
    expect(grid({ adaptability: ["applicant_canadian_work_one_year_teer0_3"] }).adaptability).toBe(10);
    expect(
      grid({
        adaptability: [
          "spouse_language_clb4_all_four",
          "applicant_canadian_study_two_years",
          "spouse_canadian_study_two_years",
          "spouse_canadian_work_one_year",
          "relative_in_canada",
        ],
      }).adaptability,
    ).toBe(10);
    expect(grid({ adaptability: ["relative_in_canada"] }).adaptability).toBe(5);
  });

  test("67 passes, 66 does not", () => {
    const near = {
      age: 35,
      education: "bachelor_or_three_plus_year" as const,
      firstLanguage: levels("en", 9, 9, 8, 8),
      workYears: 2,
    };
    expect(grid({ ...near, age: 36 })).toMatchObject({ total: 65, passes: false });
    expect(grid(near)).toMatchObject({ total: 66, passes: false });
    expect(grid({ ...near, firstLanguage: levels("en", 9, 9, 9, 8) })).toMatchObject({
      total: 67,
      passes: true,
    });
  });
});
