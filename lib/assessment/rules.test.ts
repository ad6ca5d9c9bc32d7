import { describe, expect, test } from "vitest";
import type { CrsFactors } from "@/lib/express-entry/crs/factors";
import { STAGE_LABELS } from "@/lib/cases/rules";
import type { CaseStage } from "@/lib/cases/types";
import { isScoredStage, reasonNotToRank, reasonOfTime } from "./rules";

const levels = { language: "en", listening: 9, reading: 9, writing: 9, speaking: 9 } as const;
const before: CrsFactors = {
  withSpouse: true,
  age: 29,
  education: "bachelor_or_three_plus_year",
  firstLanguage: levels,
  secondLanguage: null,
  canadianWorkYears: 1,
  foreignWorkYears: 2,
  certificateOfQualification: false,
  spouse: { education: "secondary", language: levels, canadianWorkYears: 0 },
  siblingInCanada: false,
  canadianStudy: "none",
  provincialNomination: false,
};
const spouse = (change: object): Partial<CrsFactors> => ({
  spouse: { education: "secondary", language: levels, canadianWorkYears: 0, ...change },
});

describe("why the same facts score differently on another day", () => {
  test.each<[string, Partial<CrsFactors>, string]>([
    ["a birthday", { age: 30 }, "age"],
    ["a year of Canadian work reached", { canadianWorkYears: 2 }, "experience"],
    ["foreign work that slipped out of ten years", { foreignWorkYears: 1 }, "experience"],
    ["a year of the spouse's work", spouse({ canadianWorkYears: 1 }), "experience"],
    ["a test that lapsed", { firstLanguage: { ...levels, speaking: 0 } }, "expiry"],
    ["an ECA that turned five", { education: "less_than_secondary" }, "expiry"],
    ["the spouse's test that lapsed", spouse({ language: null }), "expiry"],
    ["a birthday and a lapsed test at once", { age: 30, education: "secondary" }, "time"],
  ])("%s", (_what, change, reason) => {
    expect(reasonOfTime(before, { ...before, ...change })).toBe(reason);
  });
});

test("files are scored until they are invited or ended", () => {
  expect(isScoredStage("IN_POOL")).toBe(true);
  expect(isScoredStage("ITA_EXPIRED")).toBe(true);
  expect(isScoredStage("ITA_RECEIVED")).toBe(false);
  expect(isScoredStage("SUBMITTED")).toBe(false);
  expect(isScoredStage("CLOSED")).toBe(false);
});

test.each(Object.keys(STAGE_LABELS) as CaseStage[])(
  "%s: what would raise the score is said of files that compete",
  (stage) => {
    expect(reasonNotToRank(stage) === null).toBe(isScoredStage(stage));
  },
);

test.each<[CaseStage, RegExp]>([
  ["ITA_RECEIVED", /invited.*change test/],
  ["READY_TO_SUBMIT", /invited.*change test/],
  ["IN_PROCESS", /submitted/],
  ["REFUSED", /ended/],
])("%s: why not is said in its place", (stage, words) => {
  expect(reasonNotToRank(stage)).toMatch(words);
});
