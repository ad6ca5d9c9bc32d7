/** The twelve worked profiles of the rules reference, section 9, as factors: only the arithmetic. */
import { describe, expect, test } from "vitest";
import { crsRulesets } from "../data/crs-tables";
import { factors, levels, withSpouse } from "../testing/crs-factors";
import type { CrsFactors } from "./factors";
import { isComplete } from "./rulesets";
import { scoreCrs } from "./score";

const ruleset = crsRulesets.find(isComplete);
if (!ruleset) throw new Error("no complete ruleset");
const score = (overrides: Partial<CrsFactors>) => scoreCrs(ruleset, factors(overrides));

const SPOUSE_3 = withSpouse({ education: "bachelor_or_three_plus_year", language: levels("en", 7) });
const PROFILE_3 = {
  age: 35,
  education: "doctorate",
  firstLanguage: levels("en", 9),
  canadianWorkYears: 1,
  foreignWorkYears: 3,
} as const;
const PROFILE_5 = {
  age: 27,
  education: "bachelor_or_three_plus_year",
  firstLanguage: levels("fr", 8),
  foreignWorkYears: 2,
} as const;

describe("the twelve worked profiles of section 9, as factors", () => {
  test.each<[string, Partial<CrsFactors>, number[]]>([
    [
      "1",
      {
        age: 29,
        education: "master_or_entry_to_practice_professional",
        firstLanguage: levels("en", 10),
        foreignWorkYears: 3,
      },
      [381, 0, 100, 0, 481],
    ],
    [
      "2",
      {
        age: 30,
        education: "bachelor_or_three_plus_year",
        firstLanguage: levels("en", 9),
        canadianWorkYears: 2,
        canadianStudy: "three_year_plus",
      },
      [402, 0, 50, 30, 482],
    ],
    ["3", { ...PROFILE_3, ...SPOUSE_3 }, [361, 20, 100, 0, 481]],
    ["4", PROFILE_3, [391, 0, 100, 0, 491]],
    ["5", { ...PROFILE_5, secondLanguage: levels("en", 6) }, [326, 0, 26, 50, 402]],
    ["6", PROFILE_5, [322, 0, 26, 25, 373]],
    [
      "7",
      {
        age: 38,
        education: "one_year_post_secondary",
        firstLanguage: levels("en", 4, 4, 5, 5),
        foreignWorkYears: 3,
        certificateOfQualification: true,
      },
      [175, 0, 0, 0, 175],
    ],
    [
      "8",
      {
        age: 41,
        education: "two_year_post_secondary",
        firstLanguage: levels("en", 6, 6, 7, 7),
        canadianWorkYears: 3,
        foreignWorkYears: 1,
        certificateOfQualification: true,
        siblingInCanada: true,
        ...withSpouse({ education: "secondary", language: levels("en", 5), canadianWorkYears: 1 }),
      },
      [230, 11, 75, 15, 331],
    ],
    [
      "9",
      {
        age: 44,
        education: "bachelor_or_three_plus_year",
        firstLanguage: levels("en", 9),
        foreignWorkYears: 6,
        siblingInCanada: true,
        provincialNomination: true,
      },
      [250, 0, 75, 600, 925],
    ],
    [
      "10",
      {
        age: 29,
        education: "master_or_entry_to_practice_professional",
        firstLanguage: levels("en", 10),
        secondLanguage: levels("fr", 9),
        canadianWorkYears: 5,
        foreignWorkYears: 3,
        siblingInCanada: true,
        canadianStudy: "three_year_plus",
        ...withSpouse({ education: "doctorate", language: levels("en", 9), canadianWorkYears: 5 }),
      },
      [446, 40, 100, 95, 681],
    ],
    [
      "11",
      {
        age: 24,
        education: "two_year_post_secondary",
        firstLanguage: levels("en", 7),
        canadianStudy: "one_or_two_year",
      },
      [276, 0, 13, 15, 304],
    ],
    [
      "12",
      {
        age: 33,
        education: "two_or_more_credentials_one_three_plus_year",
        firstLanguage: levels("en", 8, 8, 9, 10),
        canadianWorkYears: 1,
        foreignWorkYears: 2,
      },
      [367, 0, 76, 0, 443],
    ],
  ])("profile %s", (_, overrides, expected) => {
    const { core, spouse, transferability, additional, total } = score(overrides);
    expect([core.total, spouse.total, transferability.total, additional.total, total]).toEqual(expected);
  });
});
