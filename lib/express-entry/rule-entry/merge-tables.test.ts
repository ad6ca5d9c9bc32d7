import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assessCrs } from "../crs/assess";
import { findRuleset, selectRuleset } from "../crs/rulesets";
import type { SettlementFundsTable } from "../data/funds-and-fees-tables";
import { governmentFees } from "../funds-and-fees/government-fees";
import { settlementFundsOn } from "../funds-and-fees/settlement-funds";
import { shippedTables } from "../rule-tables";
import { single } from "../testing/case-facts";
import { consultationRuleset } from "../testing/rulesets";
import { addDays, dateOfDayNumber } from "../timing/calendar-date";
import { mergeTables } from "./merge-tables";

const funds = (id: string, effective_from: string, single: number): SettlementFundsTable => ({
  ...shippedTables.funds.at(-1)!,
  id,
  effective_from,
  effective_to: null,
  amounts: {
    "1": single,
    "2": single + 1,
    "3": single + 2,
    "4": single + 3,
    "5": single + 4,
    "6": single + 5,
    "7": single + 6,
  },
  source: "entered",
});
const needed = (tables: typeof shippedTables, on: string) => settlementFundsOn(on, 1, { tables })?.tableId;

test("nothing entered changes nothing", () => {
  expect(mergeTables(shippedTables, {})).toEqual(shippedTables);
});

describe("an entered CRS ruleset", () => {
  test("gives a declared one of the same name its values, from its day on", () => {
    const tables = mergeTables(shippedTables, { crs: [consultationRuleset()] });
    expect(tables.crs.map(({ id }) => id)).toEqual(["CRS-2025-03-25", "CRS-2026-11-03"]);
    expect(assessCrs(single({}), "2026-11-02", { tables })).toMatchObject({
      superseded: false,
      ruleset: { id: "CRS-2025-03-25" },
    });
    expect(assessCrs(single({}), "2026-11-03", { tables })).toMatchObject({
      superseded: false,
      notice: null,
      ruleset: { id: "CRS-2026-11-03" },
    });
  });

  test("with a new name closes the one before it on the eve", () => {
    const next = { ...consultationRuleset(), id: "CRS-2027-03-01", effective_from: "2027-03-01" };
    const tables = mergeTables(shippedTables, { crs: [next] });
    expect(tables.crs.map(({ id, effective_to }) => [id, effective_to])).toEqual([
      ["CRS-2025-03-25", "2026-11-02"],
      ["CRS-2026-11-03", "2027-02-28"],
      ["CRS-2027-03-01", null],
    ]);
    expect(selectRuleset("2027-02-28", { tables }).kind).toBe("declared");
    expect(selectRuleset("2027-03-01", { tables })).toMatchObject({
      kind: "complete",
      ruleset: { id: next.id },
    });
  });

  test("of the same day is in force, and the other is still found by an old score", () => {
    const other = { ...consultationRuleset(), id: "CRS-2026-11-03-corrected" };
    const tables = mergeTables(shippedTables, { crs: [other] });
    expect(selectRuleset("2026-11-03", { tables })).toMatchObject({ ruleset: { id: other.id } });
    expect(selectRuleset("2026-11-02", { tables })).toMatchObject({ ruleset: { id: "CRS-2025-03-25" } });
    expect(findRuleset("CRS-2026-11-03", { tables })).not.toBeNull();
  });
});

describe("an entered funds table", () => {
  test("is inserted by its day, wherever that is", () => {
    const tables = mergeTables(shippedTables, {
      funds: [funds("POF-2026", "2026-07-06", 16_000), funds("POF-2025-B", "2025-12-01", 15_500)],
    });
    expect(needed(tables, "2025-11-30")).toBe("POF-2025");
    expect(needed(tables, "2025-12-01")).toBe("POF-2025-B");
    expect(needed(tables, "2026-07-05")).toBe("POF-2025-B");
    expect(needed(tables, "2026-07-06")).toBe("POF-2026");
    expect(needed(tables, "2030-01-01")).toBe("POF-2026");
  });

  test("keeps an end of its own that comes first", () => {
    const short = { ...funds("POF-X", "2026-01-01", 15_500), effective_to: "2026-01-31" };
    const tables = mergeTables(shippedTables, { funds: [short, funds("POF-Y", "2026-06-01", 16_000)] });
    expect([
      needed(tables, "2026-01-31"),
      needed(tables, "2026-02-01"),
      needed(tables, "2026-06-01"),
    ]).toEqual(["POF-X", undefined, "POF-Y"]);
  });

  test("for any days, every day has the newest table that has begun, and never two", () => {
    const day = fc.integer({ min: 20_300, max: 21_900 }).map(dateOfDayNumber);
    fc.assert(
      fc.property(fc.uniqueArray(day, { minLength: 1, maxLength: 6 }), day, (days, on) => {
        const entered = days.map((date, index) => funds(`POF-E-${index}`, date, 16_000));
        const tables = mergeTables(shippedTables, { funds: entered });
        const inForce = tables.funds.filter(
          ({ effective_from, effective_to }) =>
            effective_from <= on && (effective_to === null || on <= effective_to),
        );
        const begun = [...shippedTables.funds, ...entered].filter(
          ({ effective_from }) => effective_from <= on,
        );
        const newest = begun
          .map(({ effective_from }) => effective_from)
          .sort()
          .at(-1);
        expect(inForce.map(({ effective_from }) => effective_from)).toEqual([newest]);
        tables.funds.slice(1).forEach(({ effective_from }, index) => {
          const before = tables.funds[index]?.effective_to;
          expect(before).toBe(addDays(effective_from, -1));
        });
      }),
    );
  });
});

test("an entered fee schedule begins at its instant, and the one before ends there", () => {
  const next = {
    ...shippedTables.fees.at(-1)!,
    id: "FEES-2028",
    effective_from: "2028-04-30T09:00:00-04:00",
    effective_to: null,
    principal_applicant: 1030,
  };
  const tables = mergeTables(shippedTables, { fees: [next] });
  const schedule = (instant: string) => governmentFees(single({}), new Date(instant), { tables })?.scheduleId;
  expect(schedule("2028-04-30T12:59:59Z")).toBe("FEES-2026");
  expect(schedule("2028-04-30T13:00:00Z")).toBe("FEES-2028");
});
