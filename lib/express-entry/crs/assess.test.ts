import { describe, expect, test } from "vitest";
import { crsRulesets, type CompleteRuleset } from "../data/crs-tables";
import { shippedTables } from "../rule-tables";
import {
  abroad,
  born,
  couple,
  credential,
  languageTest,
  ON,
  person,
  single,
  years,
} from "../testing/case-facts";
import { addDays, addYears } from "../timing/calendar-date";
import { assessCrs } from "./assess";
import { isComplete, selectRuleset } from "./rulesets";

const candidate = single({
  birthDate: "1997-05-20",
  credentials: [credential({ eca: { body: "WES", issuedOn: "2025-06-01", reference: null } })],
  languageTests: [languageTest("celpip_general", [9, 9, 9, 9], { takenOn: "2025-09-01" })],
  jobs: [abroad(3)],
});

describe("the ruleset of a date", () => {
  test.each([
    ["2025-03-24", "none", undefined],
    ["2025-03-25", "complete", "CRS-2025-03-25"],
    ["2026-11-02", "complete", "CRS-2025-03-25"],
    ["2026-11-03", "declared", "CRS-2026-11-03"],
    ["2030-01-01", "declared", "CRS-2026-11-03"],
  ])("%s is %s", (on, kind, id) => {
    const selection = selectRuleset(on);
    expect(selection.kind).toBe(kind);
    if (selection.kind !== "none") expect(selection.ruleset.id).toBe(id);
    if (selection.kind !== "complete") expect(selection.latest.id).toBe("CRS-2025-03-25");
  });

  test("a table entered by an administrator is used from its date", () => {
    const old = crsRulesets.find(isComplete) as CompleteRuleset;
    const entered = { ...old, id: "CRS-2026-11-03", effective_from: "2026-11-03", effective_to: null };
    const tables = { ...shippedTables, crs: [old, entered] };
    expect(selectRuleset("2026-11-03", { tables })).toMatchObject({ kind: "complete", ruleset: entered });
    expect(assessCrs(candidate, "2026-11-23", { tables })).toMatchObject({
      superseded: false,
      notice: null,
    });
  });

  test("no complete table at all is an error, not a zero", () => {
    expect(() => selectRuleset(ON, { tables: { ...shippedTables, crs: [] } })).toThrow(RangeError);
  });
});

describe("a score for a date without values", () => {
  test("is computed under the latest complete ruleset and says so", () => {
    const assessment = assessCrs(candidate, "2026-11-03");
    expect(assessment).toMatchObject({ superseded: true, ruleset: { id: "CRS-2025-03-25" } });
    expect(assessment.notice).toBe(
      "Computed under the rules in force 25 Mar 2025 to 2 Nov 2026; not IRCC's current score.",
    );
  });

  test("is current the day before", () => {
    expect(assessCrs(candidate, "2026-11-02")).toMatchObject({ superseded: false, notice: null });
  });
});

describe("time moves the score", () => {
  test("on a birthday, on the day itself", () => {
    const older = single({ ...candidate.people[0], birthDate: "1996-05-20" });
    const age = (on: string) => assessCrs(older, on).lines.find(({ id }) => id === "core.age");
    expect(age("2026-05-19")).toMatchObject({ input: "29 years", points: 110 });
    expect(age("2026-05-20")).toMatchObject({ input: "30 years", points: 105 });
  });

  test("when the language test lapses: A and C lose it together", () => {
    const short = single({
      ...candidate.people[0],
      languageTests: [languageTest("celpip_general", [9, 9, 9, 9], { takenOn: "2024-02-01" })],
    });
    expect(assessCrs(short, "2026-01-31").score).toMatchObject({ core: { firstLanguage: 124 } });
    expect(assessCrs(short, "2026-02-01").score).toMatchObject({
      core: { firstLanguage: 0 },
      transferability: { total: 0 },
    });
  });

  test("when another year of Canadian work is full", () => {
    const working = single({ jobs: [years(1, { to: null })] });
    expect(assessCrs(working, ON).score.core.canadianWork).toBe(40);
    expect(assessCrs(working, addDays(addYears(ON, 1), -3)).score.core.canadianWork).toBe(40);
    expect(assessCrs(working, addYears(ON, 1)).score.core.canadianWork).toBe(53);
  });
});

describe("the order of the languages", () => {
  const equal = [
    languageTest("celpip_general", [7, 7, 7, 7]),
    languageTest("tcf_canada", [453, 10, 458, 10]),
  ];

  test("a tie takes English first", () => {
    expect(assessCrs(single({ languageTests: equal }), ON).firstLanguage).toBe("en");
    expect(assessCrs(single({ languageTests: [...equal].reverse() }), ON).firstLanguage).toBe("en");
  });

  test("the pair of whole tests with the higher score is used, also when one language has two tests", () => {
    const uneven = languageTest("celpip_general", [10, 10, 10, 6]);
    const even = languageTest("ielts_general", [7, 7, 8, 7]);
    const facts = single({ credentials: [credential()], languageTests: [uneven, even] });
    expect(assessCrs(facts, ON).testIds.first).toBe(even.id);
  });

  test("the French bonus weighs in the choice of the English test", () => {
    const uneven = languageTest("celpip_general", [10, 10, 10, 4]);
    const plain = languageTest("ielts_general", [4, 5, 5, 5]);
    const french = languageTest("tcf_canada", [499, 12, 503, 12]);
    const { testIds, score } = assessCrs(single({ languageTests: [uneven, plain, french] }), ON);
    expect(testIds).toMatchObject({ first: french.id, second: plain.id });
    expect(score.additional.french).toBe(50);
  });
});

describe("the spouse's column", () => {
  const half = { birthDate: born(30) };
  const column = (facts: Parameters<typeof assessCrs>[0], on = ON) => assessCrs(facts, on).factors.withSpouse;

  test.each([
    [true, {}],
    [true, { statusInCanada: "worker" as const }],
    [true, { statusInCanada: null }],
    [false, { accompanying: false }],
    [false, { statusInCanada: "citizen" as const }],
    [false, { statusInCanada: "permanent_resident" as const }],
  ])("applies: %s for %o", (applies, spouse) => {
    expect(column(couple(half, spouse))).toBe(applies);
  });

  test("a common-law union counts after a year together", () => {
    const union = { maritalStatus: "common_law" as const, unionSince: "2025-01-08" };
    const facts = couple({ ...half, ...union }, union);
    expect(column(facts, "2026-01-07")).toBe(false);
    expect(column(facts, "2026-01-08")).toBe(true);
  });

  test("someone separated is scored alone", () => {
    expect(column(couple({ ...half, maritalStatus: "separated" }, {}))).toBe(false);
  });
});

describe("what nobody has said", () => {
  test("earns nothing and is listed", () => {
    const job = years(1, { nocCode: null, title: "Analyst" });
    const facts = single({ birthDate: null, jobs: [job] }, { siblingInCanada: null });
    const { unknowns, score } = assessCrs(facts, ON);
    expect(score.core).toMatchObject({ age: 0, canadianWork: 0 });
    expect(unknowns.map(({ path }) => path)).toEqual([
      "birthDate",
      "siblingInCanada",
      `jobs.${job.id}.nocCode`,
    ]);
  });

  test("a spouse not entered, and a spouse's status not asked", () => {
    const married = single({ maritalStatus: "married" });
    expect(assessCrs(married, ON).unknowns.map(({ path }) => path)).toEqual(["spouse"]);
    const open = couple({}, { statusInCanada: null });
    expect(assessCrs(open, ON).unknowns.map(({ path }) => path)).toEqual(["statusInCanada"]);
  });
});

describe("nominations and certificates count while they are in force", () => {
  const nomination = {
    province: "BC",
    enhanced: true,
    confirmedOn: "2025-12-01",
    acceptedOn: "2025-12-10",
    certificateNumber: null,
    expiresOn: "2026-06-01",
  };
  const points = (overrides: Partial<typeof nomination> | { acceptedOn: null }, on = ON) =>
    assessCrs(single({}, { nomination: { ...nomination, ...overrides } }), on).score.additional.nomination;

  test("enhanced and accepted: 600, through its last day", () => {
    expect(points({})).toBe(600);
    expect(points({}, "2025-12-09")).toBe(0);
    expect(points({}, "2026-06-01")).toBe(600);
    expect(points({}, "2026-06-02")).toBe(0);
  });
  test("a base nomination, or one not accepted: nothing", () => {
    expect(points({ enhanced: false })).toBe(0);
    expect(points({ acceptedOn: null })).toBe(0);
  });

  test("a certificate past its date earns nothing", () => {
    const certificate = { nocCode: "72310", province: "AB", issuedOn: "2020-01-01", expiresOn: "2026-01-07" };
    const languageTests = [languageTest("celpip_general", [7, 7, 7, 7])];
    const facts = { people: [person({ languageTests })], family: single({}).family };
    const held = { ...facts, family: { ...facts.family, certificateOfQualification: certificate } };
    expect(assessCrs(held, "2026-01-07").score.transferability.certificate).toBe(50);
    expect(assessCrs(held, "2026-01-08").score.transferability.certificate).toBe(0);
  });
});

test("an assessment is plain data", () => {
  const assessment = assessCrs(candidate, ON);
  expect(JSON.parse(JSON.stringify(assessment))).toEqual(assessment);
});
