/** The lines of `npm run score`, as CONTRACT.md has them. */
import { describe, expect, test } from "vitest";
import { answerLine, type Mode } from "./answer-line";

const levels = (level: number, language = "en") => ({
  language,
  listening: level,
  reading: level,
  writing: level,
  speaking: level,
});
const factors = {
  withSpouse: false,
  age: 29,
  education: "master_or_entry_to_practice_professional",
  firstLanguage: levels(9),
  secondLanguage: null,
  canadianWorkYears: 0,
  foreignWorkYears: 3,
  certificateOfQualification: false,
  spouse: null,
  siblingInCanada: false,
  canadianStudy: "none",
  provincialNomination: false,
};
const line = { id: "a1", on: "2026-01-07", factors };

function answer(value: unknown, mode: Mode = "crs") {
  const result = answerLine(typeof value === "string" ? value : JSON.stringify(value), mode);
  if (result === null) throw new Error("no answer");
  return { ok: result.ok, value: JSON.parse(result.output) as Record<string, unknown>, text: result.output };
}
function fault(value: unknown, mode: Mode = "crs"): { path: string; message: string } {
  const { ok, value: answered } = answer(value, mode);
  expect(ok).toBe(false);
  return answered["error"] as { path: string; message: string };
}
const withFactors = (overrides: object) => ({ ...line, factors: { ...factors, ...overrides } });
const spouse = { education: "secondary", language: levels(7), canadianWorkYears: 0 };

test("the contract's example, byte for byte", () => {
  expect(answer(line).text).toBe(
    '{"id":"a1","ruleset":"CRS-2025-03-25","total":469,' +
      '"core":{"total":369,"age":110,"education":135,"firstLanguage":124,"secondLanguage":0,"canadianWork":0},' +
      '"spouse":{"total":0,"education":0,"language":0,"canadianWork":0},' +
      '"transferability":{"total":100,"educationLanguage":50,"educationCanadianWork":0,"foreignWorkLanguage":50,"foreignWorkCanadianWork":0,"certificate":0},' +
      '"additional":{"total":0,"sibling":0,"french":0,"canadianStudy":0,"nomination":0}}',
  );
});

test("the line is scored as given: the order of the languages is the caller's", () => {
  const given = withFactors({ firstLanguage: levels(5), secondLanguage: levels(9, "fr") });
  expect(answer(given).value).toMatchObject({ core: { firstLanguage: 24, secondLanguage: 24 } });
});

describe("faults, with their path", () => {
  test.each<[string, unknown]>([
    ["", "not json"],
    ["", "[1]"],
    ["", "null"],
    ["", '{"id":"a1"'],
    ["extra", { ...line, extra: 1 }],
    ["id", { ...line, id: null }],
    ["id", { on: line.on, factors }],
    ["on", { id: "a1", factors }],
    ["on", { ...line, on: "2026-02-29" }],
    ["on", { ...line, on: "2026-1-7" }],
    ["on", { ...line, on: 20260107 }],
    ["allowSuperseded", { ...line, allowSuperseded: "yes" }],
    ["factors", { id: "a1", on: line.on }],
    ["factors", { ...line, factors: [] }],
    ["factors.extra", withFactors({ extra: true })],
    ["factors.age", withFactors({ age: undefined })],
    ["factors.age", withFactors({ age: 29.5 })],
    ["factors.age", withFactors({ age: -1 })],
    ["factors.age", withFactors({ age: "29" })],
    ["factors.education", withFactors({ education: "masters" })],
    ["factors.education", withFactors({ education: "constructor" })],
    ["factors.withSpouse", withFactors({ withSpouse: 0 })],
    ["factors.firstLanguage", withFactors({ firstLanguage: null })],
    ["factors.firstLanguage.listening", withFactors({ firstLanguage: { ...levels(9), listening: 13 } })],
    ["factors.firstLanguage.reading", withFactors({ firstLanguage: { ...levels(9), reading: -1 } })],
    ["factors.firstLanguage.writing", withFactors({ firstLanguage: { ...levels(9), writing: 7.5 } })],
    ["factors.firstLanguage.language", withFactors({ firstLanguage: levels(9, "de") })],
    ["factors.firstLanguage.average", withFactors({ firstLanguage: { ...levels(9), average: 9 } })],
    ["factors.secondLanguage.language", withFactors({ secondLanguage: levels(9) })],
    ["factors.canadianWorkYears", withFactors({ canadianWorkYears: 1.5 })],
    ["factors.foreignWorkYears", withFactors({ foreignWorkYears: null })],
    ["factors.canadianStudy", withFactors({ canadianStudy: "two" })],
    ["factors.spouse", withFactors({ withSpouse: true })],
    ["factors.spouse", withFactors({ spouse })],
    ["factors.spouse.age", withFactors({ withSpouse: true, spouse: { ...spouse, age: 30 } })],
    [
      "factors.spouse.language.speaking",
      withFactors({ withSpouse: true, spouse: { ...spouse, language: { ...levels(7), speaking: 99 } } }),
    ],
    ["factors.__proto__", `{"id":"a1","on":"2026-01-07","factors":{"__proto__":1}}`],
  ])("%j for %j", (path, value) => {
    expect(fault(value).path).toBe(path);
  });

  test("the id is repeated where it can be read, else null", () => {
    expect(answer({ ...line, on: "x" }).value["id"]).toBe("a1");
    expect(answer({ ...line, id: 7, on: "x" }).value["id"]).toBe(7);
    expect(answer("oops").value["id"]).toBeNull();
  });
});

test("a spouse without a language, and an accompanying spouse with everything, are fine", () => {
  expect(answer(withFactors({ withSpouse: true, spouse: { ...spouse, language: null } })).ok).toBe(true);
  expect(answer(withFactors({ withSpouse: true, spouse })).value).toMatchObject({
    spouse: { total: 14, education: 2, language: 12, canadianWork: 0 },
  });
});

describe("rulesets", () => {
  test("before the first: an error that names the latest usable one, allowed or not", () => {
    const early = { ...line, on: "2025-03-24" };
    expect(fault(early)).toMatchObject({
      path: "on",
      message: expect.stringContaining("CRS-2025-03-25") as string,
    });
    expect(fault({ ...early, allowSuperseded: true }).path).toBe("on");
  });

  test("without values: an error, or scored as superseded where that is allowed", () => {
    const late = { ...line, on: "2026-11-03" };
    expect(fault(late)).toMatchObject({
      path: "on",
      message: expect.stringContaining("CRS-2025-03-25") as string,
    });
    expect(fault({ ...late, allowSuperseded: false }).path).toBe("on");
    const allowed = answer({ ...late, allowSuperseded: true });
    expect(allowed).toMatchObject({
      ok: true,
      value: { ruleset: "CRS-2025-03-25", superseded: true, total: 469 },
    });
  });

  test("in force: not superseded, even where that is allowed", () => {
    expect(answer({ ...line, allowSuperseded: true }).value).not.toHaveProperty("superseded");
    expect(answer({ ...line, on: "2026-11-02" }).ok).toBe(true);
  });
});

describe("--fsw", () => {
  const fsw = {
    workYears: 3,
    age: 33,
    education: "two_or_more_credentials_one_three_plus_year",
    firstLanguage: { language: "en", reading: 8, writing: 8, listening: 9, speaking: 10 },
    secondLanguage: null,
    arrangedEmployment: true,
    adaptability: ["applicant_canadian_work_one_year_teer0_3", "arranged_employment"],
  };
  const grid = { id: "g", on: "2026-11-23", fsw };

  test("profile 12", () => {
    expect(answer(grid, "fsw").text).toBe(
      '{"id":"g","age":12,"education":22,"firstLanguage":22,"secondLanguage":0,"experience":11,' +
        '"arrangedEmployment":10,"adaptability":10,"total":87,"passes":true}',
    );
  });

  test.each([
    ["fsw.adaptability[1]", { adaptability: ["relative_in_canada", "cousin"] }],
    ["fsw.adaptability[1]", { adaptability: ["relative_in_canada", "relative_in_canada"] }],
    ["fsw.adaptability", { adaptability: null }],
    ["fsw.workYears", { workYears: -1 }],
    ["fsw.arrangedEmployment", { arrangedEmployment: "yes" }],
    ["fsw.secondLanguage.language", { secondLanguage: levels(5) }],
    ["fsw.spouse", { spouse: null }],
  ])("%s", (path, overrides) => {
    expect(fault({ ...grid, fsw: { ...fsw, ...overrides } }, "fsw").path).toBe(path);
  });

  test("allowSuperseded is not one of its keys; a date before the grid is a fault", () => {
    expect(fault({ ...grid, allowSuperseded: true }, "fsw").path).toBe("allowSuperseded");
    expect(fault({ ...grid, on: "2013-05-03" }, "fsw").path).toBe("on");
  });
});

describe("--language", () => {
  const tef = {
    id: 1,
    test: "tef_canada",
    takenOn: "2026-01-05",
    listening: 280,
    reading: 233,
    writing: 349,
    speaking: 180,
  };

  test("levels by ability, 0 below the lowest", () => {
    expect(answer(tef, "language").text).toBe(
      '{"id":1,"language":"fr","listening":8,"reading":8,"writing":8,"speaking":0}',
    );
  });

  test.each([
    ["reading", { reading: 434 }],
    ["listening", { listening: 12.5 }],
    ["writing", { writing: "349" }],
    ["speaking", { speaking: undefined }],
    ["test", { test: "ielts_academic" }],
    ["takenOn", { takenOn: "2026-13-01" }],
    ["on", { on: "2026-01-07" }],
  ])("%s", (path, overrides) => {
    expect(fault({ ...tef, ...overrides }, "language").path).toBe(path);
  });
});

test("empty lines are no lines", () => {
  expect([answerLine("", "crs"), answerLine("  \r", "crs")]).toEqual([null, null]);
});
