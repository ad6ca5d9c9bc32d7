import { describe, expect, test } from "vitest";
import { familySizeOn, isDependentChild } from "../family";
import { shippedTables } from "../rule-tables";
import { couple, family, ON, person, single } from "../testing/case-facts";
import { addYears } from "../timing/calendar-date";
import { governmentFees, governmentFeesOn } from "./government-fees";
import { settlementFundsOn } from "./settlement-funds";

const child = (birthDate: string, overrides = {}) => person({ role: "child", birthDate, ...overrides });

describe("settlement funds", () => {
  test.each([
    [1, 15263],
    [2, 19001],
    [3, 23360],
    [4, 28362],
    [5, 32168],
    [6, 36280],
    [7, 40392],
    [8, 44504],
    [9, 48616],
  ])("table of 2025, family of %i: %i dollars", (size, dollars) => {
    expect(settlementFundsOn("2025-07-07", size)?.cents).toBe(dollars * 100);
  });

  test.each([
    ["2022-06-08", undefined],
    ["2022-06-09", "POF-2022"],
    ["2023-04-24", "POF-2022"],
    ["2023-04-25", "POF-2023"],
    ["2024-05-26", "POF-2023"],
    ["2024-05-27", "POF-2024"],
    ["2025-07-06", "POF-2024"],
    ["2025-07-07", "POF-2025"],
    ["2026-11-23", "POF-2025"],
  ])("on %s the table is %s", (on, table) => expect(settlementFundsOn(on, 1)?.tableId).toBe(table));

  test("the 2025 table warns after 30 June 2026", () => {
    expect(settlementFundsOn("2026-06-30", 1)?.warning).toBeNull();
    expect(settlementFundsOn("2026-07-01", 1)?.warning).toContain("7 Jul 2025");
  });

  test("a table entered by an administrator takes over", () => {
    const entered = {
      id: "POF-2026",
      effective_from: "2026-07-01",
      effective_to: null,
      amounts: { "1": 16000 },
      each_additional_member_over_7: 4300,
      confidence: "P",
      source: "entered",
    };
    const tables = { ...shippedTables, funds: [entered] };
    expect(settlementFundsOn("2026-11-23", 1, { tables })).toMatchObject({ cents: 1_600_000, warning: null });
  });

  test("a family of none is an error", () => expect(() => settlementFundsOn(ON, 0)).toThrow(RangeError));
});

describe("family size and dependants", () => {
  test("counts those who stay, citizens and residents; not children of 22", () => {
    const facts = couple({}, { accompanying: false, statusInCanada: "citizen" });
    const people = [
      ...facts.people,
      child("2010-01-01", { accompanying: false }),
      child("2006-01-01", { statusInCanada: "permanent_resident" }),
      child(addYears(ON, -22)),
    ];
    expect(familySizeOn({ ...facts, people }, ON)).toBe(4);
  });

  test("the age is locked on the day of the application: 22 the day after is a dependant", () => {
    const almost = child("2004-01-08");
    expect(isDependentChild(almost, "2026-01-07")).toBe(true);
    expect(isDependentChild(almost, "2026-01-08")).toBe(false);
  });

  test("a married child is none; one dependent by condition is at any age", () => {
    expect(isDependentChild(child("2007-01-01", { maritalStatus: "married" }), ON)).toBe(false);
    expect(isDependentChild(child("1995-01-01", { dependentByCondition: true }), ON)).toBe(true);
  });
});

describe("government fees", () => {
  const on = "2026-11-23";
  const dollars = (facts: Parameters<typeof governmentFeesOn>[0], date = on) =>
    (governmentFeesOn(facts, date)?.totalCents ?? 0) / 100;
  const pair = couple({}, {});
  const withChildren = (...children: ReturnType<typeof child>[]) => ({
    ...pair,
    people: [...pair.people, ...children],
  });

  test("single, couple, couple with two small children, couple with one of 15", () => {
    expect(dollars(single({}))).toBe(1675);
    expect(dollars(pair)).toBe(3350);
    expect(dollars(withChildren(child("2018-01-01"), child("2020-01-01")))).toBe(3890);
    expect(dollars(withChildren(child("2011-06-01")))).toBe(3620);
  });

  test("biometrics from the 14th birthday to the day before the 80th", () => {
    const fees = (birthDate: string) =>
      governmentFeesOn(single({ birthDate }), on)?.lines.filter(({ kind }) => kind === "biometrics").length;
    expect(fees("2012-11-23")).toBe(1);
    expect(fees("2012-11-24")).toBe(0);
    expect(fees("1946-11-24")).toBe(1);
    expect(fees("1946-11-23")).toBe(0);
  });

  test("those who stay, and citizens, pay nothing", () => {
    expect(dollars(couple({}, { accompanying: false }))).toBe(1675);
    expect(dollars(couple({}, { statusInCanada: "citizen" }))).toBe(1675);
  });

  test("the right of permanent residence fee can wait", () => {
    expect(governmentFeesOn(single({}), on, { withRprf: false })?.totalCents).toBe(107_500);
  });

  test("they change at nine in the morning, Eastern daylight time", () => {
    const total = (instant: string) => governmentFees(single({}), new Date(instant))?.totalCents;
    expect(total("2026-04-30T12:59:59Z")).toBe((950 + 575 + 85) * 100);
    expect(total("2026-04-30T13:00:00Z")).toBe((990 + 600 + 85) * 100);
    expect(total("2024-04-30T12:59:59Z")).toBe((850 + 515 + 85) * 100);
    expect(total("2022-04-30T12:59:59Z")).toBeUndefined();
  });

  test("lines add up and name their payer", () => {
    const facts = { people: [person({ id: "p" })], family: family() };
    const fees = governmentFeesOn(facts, on);
    expect(fees?.lines).toEqual([
      { kind: "processing", personId: "p", cents: 99_000 },
      { kind: "right_of_permanent_residence", personId: "p", cents: 60_000 },
      { kind: "biometrics", personId: "p", cents: 8_500 },
    ]);
  });
});
