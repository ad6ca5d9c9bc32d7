/** Tables of rules that begin inside a forecast. */
import { describe, expect, test } from "vitest";
import { isComplete } from "../crs/rulesets";
import { crsRulesets } from "../data/crs-tables";
import { shippedTables, type RuleTables } from "../rule-tables";
import { found, only } from "../testing/forecast-answers";
import { sketchPerson, TODAY } from "../testing/forecast-cases";
import { forecast, stepOn } from "./forecast";

describe("rules that change", () => {
  test("a ruleset without values: no points, but a change that says so", () => {
    const result = forecast(sketchPerson(), "2026-10-20", { months: 3 });
    expect(only(result, "ruleset_without_values")).toMatchObject({
      on: "2026-11-03",
      points: 0,
      label: "new CRS, values not entered",
    });
    expect(stepOn(result, "2026-11-02")?.superseded).toBe(false);
    expect(stepOn(result, "2026-11-03")?.superseded).toBe(true);
  });

  test("a complete new ruleset takes its points, apart from those of a birthday on the same day", () => {
    const current = crsRulesets.find(isComplete);
    if (!current) throw new Error("no complete ruleset");
    const next = structuredClone(current);
    next.D_additional.canadian_post_secondary_education = [];
    const tables: RuleTables = {
      ...shippedTables,
      crs: [
        { ...current, effective_to: "2027-03-13" },
        { ...next, id: "CRS-2027", effective_from: "2027-03-14", effective_to: null },
      ],
    };
    const result = forecast(sketchPerson(), TODAY, { tables, months: 5 });
    expect(result.changes).toHaveLength(1);
    expect(result.changes[0]).toMatchObject({ on: "2027-03-14", points: -36 });
    expect(result.changes[0]?.causes.map(({ kind, points }) => [kind, points])).toEqual([
      ["ruleset", -30],
      ["birthday", -6],
    ]);
    expect(result.summary).toBe("The new CRS and a birthday take 36");
    expect(result.notice).toBeNull();
  });

  test("a funds table that asks for more than is held", () => {
    const last = shippedTables.funds.at(-1);
    if (!last) throw new Error("no funds table");
    const tables: RuleTables = {
      ...shippedTables,
      funds: [
        { ...last, effective_to: "2027-07-04" },
        { ...last, id: "POF-2027", effective_from: "2027-07-05", amounts: { ...last.amounts, "1": 16_000 } },
      ],
    };
    const facts = sketchPerson({}, { settlementFunds: { cents: 1_580_000, asOf: TODAY } });
    const result = forecast(facts, TODAY, { tables, months: 10 });
    expect(only(result, "funds_table")).toMatchObject({ on: "2027-07-05", points: 0 });
    const rich = sketchPerson({}, { settlementFunds: { cents: 5_000_000, asOf: TODAY } });
    expect(forecast(rich, TODAY, { tables }).markers.map(({ text }) => text)).toContain(
      "new settlement funds table from 5 Jul 2027",
    );
  });

  test("thresholds that change", () => {
    const [first] = shippedTables.thresholds;
    if (!first) throw new Error("no thresholds");
    const tables: RuleTables = {
      ...shippedTables,
      thresholds: [
        { ...first, effective_to: "2027-01-31" },
        { ...first, id: "2027", effective_from: "2027-02-01", CEC: { ...first.CEC, min_years: 3 } },
      ],
    };
    const poor = { settlementFunds: { cents: 100, asOf: TODAY } };
    const result = forecast(sketchPerson({}, poor), TODAY, { tables, months: 4 });
    expect(found(result, "other_rules")[0]).toMatchObject({
      on: "2027-02-01",
      cause: { label: "new program thresholds" },
    });
    expect(result.leavesPool?.lastDay).toBe("2027-01-31");
    // With funds not asked FSW is open: nobody can say that the profile leaves.
    const unasked = forecast(sketchPerson(), TODAY, { tables, months: 3 });
    expect(unasked.leavesPool).toBeNull();
    expect(unasked.summary).toBe("The new program thresholds begin and eligibility is then in doubt");
  });
});
