/** The shape the types promise, and that the rulesets leave no day without an answer. */
import { describe, expect, test } from "vitest";
import { isComplete } from "../crs/rulesets";
import { EDUCATION_LEVELS } from "../facts";
import { addDays } from "../timing/calendar-date";
import { categoryVersions, crsRulesets, programThresholds, selectionGrid } from "./crs-tables";
import { feeSchedules, settlementFundsTables } from "./funds-and-fees-tables";

function successive(list: readonly { effective_from: string; effective_to: string | null }[]): void {
  list.slice(1).forEach((next, index) => {
    const before = list[index]?.effective_to;
    expect(before && addDays(before, 1)).toBe(next.effective_from);
  });
  expect(list.at(-1)?.effective_to).toBeNull();
}

test("rulesets, category lists and funds tables follow each other without a gap or an overlap", () => {
  successive(crsRulesets);
  successive(categoryVersions);
  successive(settlementFundsTables);
});

test("fee schedules follow each other at the same instant", () => {
  feeSchedules.slice(1).forEach((next, index) => {
    expect(feeSchedules[index]?.effective_to).toBe(next.effective_from);
  });
});

test("CRS-2026-11-03 is declared without a single value", () => {
  const declared = crsRulesets.find(({ id }) => id === "CRS-2026-11-03");
  expect(declared).toMatchObject({
    A_core_human_capital: null,
    B_spouse: null,
    C_skill_transferability: null,
    D_additional: null,
  });
});

describe.each(crsRulesets.filter(isComplete))("ruleset $id", (ruleset) => {
  const { A_core_human_capital: core, B_spouse: spouse, C_skill_transferability: transfer } = ruleset;

  test("has points for every education level, each in one tier", () => {
    for (const table of [core.education.with_spouse, core.education.without_spouse, spouse.education]) {
      expect(Object.keys(table)).toEqual(EDUCATION_LEVELS);
    }
    expect(Object.values(transfer.education_tier).flat()).toEqual(EDUCATION_LEVELS);
  });

  test("has one row for every age and level", () => {
    for (const { rows } of [core.age.with_spouse, core.age.without_spouse]) {
      for (let age = 0; age <= 100; age += 1) {
        const fitting = rows.filter((row) => age >= (row.age_min ?? 0) && age <= (row.age_max ?? 999));
        expect(fitting).toHaveLength(1);
      }
    }
    const byLevel = [
      core.first_official_language_per_ability.rows,
      core.second_official_language_per_ability.rows,
      spouse.first_official_language_per_ability.rows,
    ];
    for (const rows of byLevel) {
      for (let level = 0; level <= 12; level += 1) {
        const fitting = rows.filter((row) => level >= (row.clb_min ?? 0) && level <= (row.clb_max ?? 99));
        expect(fitting).toHaveLength(1);
      }
    }
  });

  test("has the maxima its tables reach", () => {
    const { maxima } = ruleset;
    expect(maxima).toEqual({
      A_with_spouse: 460,
      A_without_spouse: 500,
      B: 40,
      A_plus_B: 500,
      C: 100,
      A_B_C: 600,
      D: 600,
      grand_total: 1200,
    });
  });
});

test("the grid and the thresholds are those of the regulations", () => {
  expect(selectionGrid).toMatchObject({ pass_mark: 67, max_total: 100 });
  expect(programThresholds).toMatchObject({
    hours_per_year: 1560,
    hours_per_week_cap: 30,
    CEC: { window_years: 3, min_years: 1 },
    FSW: { window_years: 10, min_years: 1, clb_all: 7 },
    FST: { window_years: 5, min_years: 2 },
  });
});

test("every category list has the number of codes it states, all of them NOC codes", () => {
  for (const version of categoryVersions) {
    for (const entry of Object.values(version.categories)) {
      const codes = entry.noc ?? [];
      expect(new Set(codes).size).toBe(codes.length);
      expect(codes.every((code) => /^\d{5}$/.test(code))).toBe(true);
      if ("count" in entry) expect(codes).toHaveLength(Number(entry.count));
    }
  }
});
