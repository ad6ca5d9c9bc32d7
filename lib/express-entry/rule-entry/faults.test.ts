/** What an administrator is told about a table that cannot be right. */
import { describe, expect, test } from "vitest";
import { shippedTables } from "../rule-tables";
import { consultationRuleset, shippedRuleset } from "../testing/rulesets";
import type { Reading } from "./checker";
import { readFeeSchedule, readFundsTable } from "./read-amounts";
import { readCrsRuleset } from "./read-crs-ruleset";
import { readDocumentRules } from "./read-document-rules";
import { readCategoryVersion, readProgramThresholds } from "./read-programs";
import { readSelectionGrid } from "./read-selection-grid";

type Json = Record<string, unknown>;
type Read = (json: unknown) => Reading<unknown>;

/** A copy with another value at a path; `undefined` takes the key away. */
function changed(table: unknown, path: string, value: unknown): Json {
  const copy = structuredClone(table) as Json;
  const keys = path.split(/[.[\]]+/).filter((key) => key !== "");
  const last = keys.pop() ?? "";
  const parent = keys.reduce<Json>((node, key) => node[key] as Json, copy);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return copy;
}

function faultsOf(reading: Reading<unknown>): Record<string, string> {
  return reading.ok ? {} : Object.fromEntries(reading.faults.map(({ path, message }) => [path, message]));
}

/** Every path that leads to a number. */
function numbers(node: unknown, path = ""): string[] {
  if (typeof node === "number") return [path];
  if (Array.isArray(node)) return node.flatMap((item, index) => numbers(item, `${path}[${index}]`));
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => numbers(value, path === "" ? key : `${path}.${key}`));
}

const KINDS: Record<string, { read: Read; table: unknown; words: RegExp }> = {
  crs: {
    read: readCrsRuleset,
    table: consultationRuleset(),
    words: /^D_additional\.arranged_employment/,
  },
  grid: { read: readSelectionGrid, table: shippedTables.grids[0], words: /threshold_clb$/ },
  thresholds: {
    read: readProgramThresholds,
    table: shippedTables.thresholds[0],
    words: /^hours_|\.teer\[|^FSW\.pass_mark$/,
  },
  categories: { read: readCategoryVersion, table: shippedTables.categories[1], words: /^$/ },
  funds: { read: readFundsTable, table: shippedTables.funds.at(-1), words: /^$/ },
  documents: { read: readDocumentRules, table: shippedTables.documents.at(-1), words: /^$/ },
  fees: { read: readFeeSchedule, table: shippedTables.fees.at(-1), words: /^$/ },
};

describe.each(Object.entries(KINDS))("%s", (_, { read, table, words }) => {
  const figures = numbers(table).filter((path) => !words.test(path));

  test("every figure must be a whole number that is not negative, and is named where it is not", () => {
    expect(figures.length).toBeGreaterThan(3);
    for (const path of figures) {
      for (const wrong of [-1, 1.5, "12", Number.NaN, true]) {
        expect(Object.keys(faultsOf(read(changed(table, path, wrong)))), path).toContain(path);
      }
    }
  });

  test("no figure can be left out", () => {
    const optional = /(^|\.)(count|note)$/;
    for (const path of figures.filter((figure) => !figure.endsWith("]") && !optional.test(figure))) {
      expect(faultsOf(read(changed(table, path, undefined)))[path], path).toBe("is missing");
    }
  });

  test("a key that nobody knows is not taken for a note", () => {
    expect(faultsOf(read(changed(table, "amonts", 1)))).toEqual({ amonts: "is not part of this table" });
  });

  test.each([null, undefined, [], "table", 7])("%o is no table", (json) => {
    expect(faultsOf(read(json))).toEqual({ "": "must be a group of values" });
  });

  test("the name and the dates are checked", () => {
    const instants = read === readFeeSchedule;
    expect(faultsOf(read(changed(table, "id", "new table")))["id"]).toContain("CRS-2027-01-15");
    const first = faultsOf(read(changed(table, "effective_from", "2027-02-29")))["effective_from"];
    expect(first).toContain(instants ? "offset" : "YYYY-MM-DD");
    const end = instants ? "2020-01-01T00:00:00Z" : "2010-01-01";
    expect(faultsOf(read(changed(table, "effective_to", end)))["effective_to"]).toMatch(
      /^comes before the first/,
    );
  });
});

describe("a CRS ruleset", () => {
  const shipped = shippedRuleset();
  const faults = (path: string, value: unknown) => faultsOf(readCrsRuleset(changed(shipped, path, value)));
  const age = "A_core_human_capital.age.without_spouse";
  const first = "A_core_human_capital.first_official_language_per_ability";

  test.each<[string, string, unknown, string, string]>([
    ["a gap between ages", `${age}.rows[3].age_max`, 28, `${age}.rows[4].age_min`, "gap or an overlap"],
    ["an overlap of ages", `${age}.rows[4].age_min`, 29, `${age}.rows[4].age_min`, "gap or an overlap"],
    ["a first age", `${age}.rows[0].age_min`, 16, `${age}.rows[0].age_min`, "no lower end"],
    ["a last age", `${age}.rows[19].age_max`, 60, `${age}.rows[19].age_max`, "no upper end"],
    ["points that rise again", `${age}.rows[6].points`, 106, `${age}.rows[6].points`, "rises again"],
    ["a maximum nobody reaches", `${age}.max`, 111, `${age}.max`, "says 111, but the rows reach 110"],
    ["a gap between levels", `${first}.rows[3].clb_min`, 8, `${first}.rows[3].clb_min`, "gap or an overlap"],
    [
      "a better level for less",
      `${first}.rows[5].with_spouse`,
      21,
      `${first}.rows[5].with_spouse`,
      "less than",
    ],
    [
      "four abilities",
      `${first}.max_with_spouse`,
      127,
      `${first}.max_with_spouse`,
      "four abilities reach 128",
    ],
    [
      "a higher degree for less",
      "B_spouse.education.doctorate",
      9,
      "B_spouse.education.doctorate",
      "less than for the level below",
    ],
    [
      "another year for less",
      "A_core_human_capital.canadian_work_experience_years.with_spouse[3]",
      45,
      "A_core_human_capital.canadian_work_experience_years.with_spouse[3]",
      "less than the figure before",
    ],
    ["the spouse's sum", "B_spouse.max", 41, "B_spouse.max", "its three parts reach 40"],
    [
      "a level in no tier",
      "C_skill_transferability.education_tier.2",
      ["doctorate"],
      "C_skill_transferability.education_tier",
      "is in no tier",
    ],
    [
      "bands the wrong way round",
      "C_skill_transferability.language_band_min_clb",
      [9, 7],
      "C_skill_transferability.language_band_min_clb",
      "the second above the first",
    ],
    [
      "a better tier for less",
      "C_skill_transferability.pair_points.tier2.low",
      12,
      "C_skill_transferability.pair_points.tier2.low",
      "less than in the tier below",
    ],
    [
      "a cap above its lines",
      "C_skill_transferability.max",
      151,
      "C_skill_transferability.max",
      "can reach, 150",
    ],
    [
      "a nomination above the cap",
      "D_additional.provincial_nomination",
      601,
      "D_additional.provincial_nomination",
      "maximum, 600",
    ],
    ["a section's maximum", "maxima.A_with_spouse", 461, "maxima.A_with_spouse", "its parts reach 460"],
    ["the grand total", "maxima.grand_total", 1000, "maxima.grand_total", "its parts reach 1200"],
    ["no source", "sources", [], "sources", "at least 1 entry"],
  ])("%s", (_, path, value, where, words) => {
    expect(faults(path, value)[where]).toContain(words);
  });

  test("a section without values is a group of values that is missing", () => {
    expect(faults("B_spouse", null)).toEqual({ B_spouse: "must be a group of values" });
  });

  test("points for occupations that pay well: each code once, maxima within reach", () => {
    const wage = consultationRuleset();
    const wrong = (path: string, value: unknown) => faultsOf(readCrsRuleset(changed(wage, path, value)));
    expect(wrong("high_wage.levels[1].noc", ["21232", "31102"])).toEqual({
      "high_wage.levels[1].noc[1]": "31102 is in a better paid level already",
    });
    expect(wrong("high_wage.levels[0].noc", ["31102", "31102"])).toHaveProperty([
      "high_wage.levels[0].noc[1]",
    ]);
    expect(wrong("high_wage.levels[0].noc", ["3110"])).toHaveProperty(["high_wage.levels[0].noc[0]"]);
    expect(wrong("high_wage.levels[2].id", "double")).toHaveProperty(["high_wage.levels[2].id"]);
    expect(wrong("high_wage.canadian_work_max", 61)).toHaveProperty(["high_wage.canadian_work_max"]);
    expect(wrong("high_wage.offer_conditions", ["lmia"])).toHaveProperty(["high_wage.offer_conditions[0]"]);
    expect(wrong("high_wage.section", "core")).toHaveProperty(["maxima.A_with_spouse"]);
  });
});

describe("the other tables", () => {
  const grid = (path: string, value: unknown) =>
    faultsOf(readSelectionGrid(changed(shippedTables.grids[0], path, value)));
  const thresholds = (path: string, value: unknown) =>
    faultsOf(readProgramThresholds(changed(shippedTables.thresholds[0], path, value)));
  const categories = (path: string, value: unknown) =>
    faultsOf(readCategoryVersion(changed(shippedTables.categories[1], path, value)));
  const funds = (path: string, value: unknown) =>
    faultsOf(readFundsTable(changed(shippedTables.funds.at(-1), path, value)));
  const fees = (path: string, value: unknown) =>
    faultsOf(readFeeSchedule(changed(shippedTables.fees.at(-1), path, value)));

  test("the grid adds up to its total, has no gaps, and can be passed", () => {
    expect(grid("adaptability.max", 11)).toEqual({ max_total: "says 100, but its factors reach 101" });
    expect(grid("pass_mark", 101)).toEqual({ pass_mark: "is more than the grid can give" });
    expect(grid("experience.rows[2].years_max", 2)).toHaveProperty(["experience.rows[3].years_min"]);
    expect(grid("experience.rows[0].years_min", 1)).toHaveProperty(["experience.rows[0].years_min"]);
    expect(grid("age.rows[5].points", 12)).toHaveProperty(["age.rows[5].points"]);
    expect(grid("education.points.secondary", 16)).toHaveProperty([
      "education.points.one_year_post_secondary",
    ]);
  });

  test("thresholds: levels that exist, years that fit the window, prefixes of codes", () => {
    expect(thresholds("FSW.clb_all", 13)).toHaveProperty(["FSW.clb_all"]);
    expect(thresholds("FST.min_years", 6)).toEqual({
      "FST.min_years": "is more than the years of the window",
    });
    expect(thresholds("FST.noc_prefix_include", ["72x"])).toHaveProperty(["FST.noc_prefix_include[0]"]);
    expect(thresholds("CEC.clb_by_teer.3", undefined)).toEqual({ "CEC.clb_by_teer.3": "is missing" });
    expect(thresholds("source", " ")).toEqual({ source: "must be a text" });
  });

  test("categories: known ones, with their codes or their level", () => {
    expect(categories("categories.fishing", { noc: ["85102"] })).toEqual({
      "categories.fishing": "is not part of this table",
    });
    expect(categories("categories.stem", {})).toEqual({ "categories.stem.noc": "is missing" });
    expect(categories("categories.french", {})).toEqual({ "categories.french.clb_min": "is missing" });
    expect(categories("categories.stem", { retired: true })).toEqual({});
    expect(categories("categories.education.count", 4)).toEqual({
      "categories.education.count": "says 4, but the codes reach 5",
    });
  });

  test("funds: every size, each larger than the one before, sensible amounts", () => {
    expect(funds("amounts.3", 19001)).toEqual({ "amounts.3": "is no more than for a smaller family" });
    expect(funds("amounts.1", 152)).toHaveProperty(["amounts.1"]);
    expect(funds("amounts.7", 40_392_00)).toHaveProperty(["amounts.7"]);
    expect(funds("amounts.8", 50_000)).toEqual({ "amounts.8": "is not part of this table" });
  });

  test("fees: an instant with its offset, a family's maximum that is one", () => {
    expect(fees("effective_from", "2028-04-30")).toHaveProperty("effective_from");
    expect(fees("effective_from", "2028-02-30T25:00:00Z")).toEqual({
      effective_from: "is not a date of the calendar",
    });
    expect(fees("biometrics_family_max", 84)).toHaveProperty("biometrics_family_max");
    expect(fees("dependent_child", 991)).toHaveProperty("dependent_child");
    expect(fees("principal_applicant", 0)).toHaveProperty("principal_applicant");
  });
});
