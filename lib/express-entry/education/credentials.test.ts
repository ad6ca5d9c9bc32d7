import { describe, expect, test } from "vitest";
import type { Credential } from "../facts";
import { canadian, credential, ON, person } from "../testing/case-facts";
import { canadianStudyOn, educationOn, twoYearsStudyInCanadaOn } from "./credentials";

const levelOf = (credentials: Credential[], on = ON) => educationOn(person({ credentials }), on).level;
const eca = (issuedOn: string) => ({ body: "WES", issuedOn, reference: null });

describe("the level on a date", () => {
  test("a foreign credential counts with an ECA through the day before it is five", () => {
    const degree = credential({ awardedOn: "2015-06-01", eca: eca("2021-12-01") });
    expect(levelOf([degree], "2021-11-30")).toBe("less_than_secondary");
    expect(levelOf([degree], "2021-12-01")).toBe("bachelor_or_three_plus_year");
    expect(levelOf([degree], "2026-11-30")).toBe("bachelor_or_three_plus_year");
    expect(levelOf([degree], "2026-12-01")).toBe("less_than_secondary");
    expect(educationOn(person({ credentials: [degree] }), "2026-01-01").lastDay).toBe("2026-11-30");
  });

  test("without an ECA the degree is nothing, and is named", () => {
    const degree = credential({ eca: null });
    expect(educationOn(person({ credentials: [degree] }), ON)).toMatchObject({
      level: "less_than_secondary",
      withoutEcaIds: [degree.id],
    });
  });

  test("a Canadian credential needs no ECA, but has to be completed", () => {
    expect(levelOf([canadian()])).toBe("bachelor_or_three_plus_year");
    expect(levelOf([canadian({ awardedOn: null })])).toBe("less_than_secondary");
    expect(levelOf([canadian({ awardedOn: "2026-01-08" })], "2026-01-07")).toBe("less_than_secondary");
  });

  test("two post-secondary credentials, one of three years, are more than either", () => {
    const two = "two_or_more_credentials_one_three_plus_year";
    expect(levelOf([credential(), credential({ level: "one_year_post_secondary" })])).toBe(two);
    expect(levelOf([credential(), canadian({ level: "two_year_post_secondary" })])).toBe(two);
  });

  test("two short ones, or a degree and secondary school, are not", () => {
    const short = [
      credential({ level: "one_year_post_secondary" }),
      credential({ level: "two_year_post_secondary" }),
    ];
    expect(levelOf(short)).toBe("two_year_post_secondary");
    expect(levelOf([credential(), credential({ level: "secondary" })])).toBe("bachelor_or_three_plus_year");
    expect(levelOf([credential(), credential({ level: "one_year_post_secondary", eca: null })])).toBe(
      "bachelor_or_three_plus_year",
    );
  });

  test("a master's is above two or more", () => {
    const degrees = [credential(), credential({ level: "master_or_entry_to_practice_professional" })];
    expect(levelOf(degrees)).toBe("master_or_entry_to_practice_professional");
  });
});

describe("study in Canada for CRS", () => {
  const study = (overrides: Partial<Credential>) =>
    canadianStudyOn(person({ credentials: [canadian(overrides)] }), ON);

  test.each<[string, Partial<Credential>]>([
    ["none", { level: "secondary" }],
    ["one_or_two_year", { level: "one_year_post_secondary" }],
    ["one_or_two_year", { level: "two_year_post_secondary" }],
    ["three_year_plus", { level: "bachelor_or_three_plus_year" }],
    ["three_year_plus", { level: "master_or_entry_to_practice_professional", programMonths: 12 }],
    ["three_year_plus", { level: "doctorate" }],
    ["none", { fullTime: false }],
    ["none", { distanceLearning: true }],
    ["none", { level: "one_year_post_secondary", programMonths: 7 }],
    ["one_or_two_year", { level: "one_year_post_secondary", programMonths: 8 }],
    ["none", { country: "IN" }],
    ["none", { awardedOn: null }],
  ])("%s for %o", (expected, overrides) => {
    expect(study(overrides)).toBe(expected);
  });
});

describe("two years of study in Canada for adaptability", () => {
  const study = (overrides: Partial<Credential>) =>
    twoYearsStudyInCanadaOn(person({ credentials: [canadian(overrides)] }), ON);

  test.each<[boolean | null, Partial<Credential>]>([
    [true, { level: "two_year_post_secondary", programMonths: 16 }],
    [false, { level: "two_year_post_secondary", programMonths: 15 }],
    [true, { level: "bachelor_or_three_plus_year", programMonths: null }],
    [false, { level: "one_year_post_secondary", programMonths: null }],
    [false, { level: "master_or_entry_to_practice_professional", programMonths: 16 }],
    [true, { level: "master_or_entry_to_practice_professional", programMonths: 24 }],
    [null, { level: "master_or_entry_to_practice_professional", programMonths: null }],
    [false, { fullTime: false }],
    [false, { distanceLearning: true }],
    [false, { country: "IN" }],
  ])("%s for %o", (expected, overrides) => {
    expect(study(overrides)).toBe(expected);
  });
});
