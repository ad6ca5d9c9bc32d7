/** Every amount of every table, typed again (rules reference 5.3 and 6). */
import { describe, expect, test } from "vitest";
import { couple, person, single } from "../testing/case-facts";
import { governmentFees } from "./government-fees";
import { settlementFundsOn } from "./settlement-funds";

describe("settlement funds, family of 1 to 9", () => {
  test.each([
    ["2022-06-09", [13310, 16570, 20371, 24733, 28052, 31638, 35224, 38810, 42396]],
    ["2023-04-24", [13310, 16570, 20371, 24733, 28052, 31638, 35224, 38810, 42396]],
    ["2023-04-25", [13757, 17127, 21055, 25564, 28994, 32700, 36407, 40113, 43819]],
    ["2024-05-26", [13757, 17127, 21055, 25564, 28994, 32700, 36407, 40113, 43819]],
    ["2024-05-27", [14690, 18288, 22483, 27297, 30690, 34917, 38875, 42833, 46791]],
    ["2025-07-06", [14690, 18288, 22483, 27297, 30690, 34917, 38875, 42833, 46791]],
    ["2025-07-07", [15263, 19001, 23360, 28362, 32168, 36280, 40392, 44504, 48616]],
  ])("on %s", (on, amounts) => {
    const dollars = amounts.map((_, index) => (settlementFundsOn(on, index + 1)?.cents ?? 0) / 100);
    expect(dollars).toEqual(amounts);
  });

  test("there is no table before the first", () => expect(settlementFundsOn("2022-06-08", 1)).toBeNull());
});

describe("government fees at the instants at which they change", () => {
  const pair = couple({ unionSince: "2015-06-01" }, {});
  const child = person({ role: "child", birthDate: "2020-01-01" });
  const facts = { ...pair, people: [...pair.people, child] };
  const fees = (instant: string) => {
    const found = governmentFees(facts, new Date(instant));
    const of = (kind: string) =>
      found?.lines.filter((line) => line.kind === kind).map(({ cents }) => cents / 100) ?? [];
    return found && [of("processing"), of("right_of_permanent_residence"), of("biometrics")];
  };
  test.each([
    ["2022-04-30T12:59:59.999Z", null],
    [
      "2022-04-30T13:00:00.000Z",
      [
        [850, 850, 230],
        [515, 515],
        [85, 85],
      ],
    ],
    [
      "2024-04-30T12:59:59.999Z",
      [
        [850, 850, 230],
        [515, 515],
        [85, 85],
      ],
    ],
    [
      "2024-04-30T13:00:00.000Z",
      [
        [950, 950, 260],
        [575, 575],
        [85, 85],
      ],
    ],
    [
      "2026-04-30T12:59:59.999Z",
      [
        [950, 950, 260],
        [575, 575],
        [85, 85],
      ],
    ],
    [
      "2026-04-30T13:00:00.000Z",
      [
        [990, 990, 270],
        [600, 600],
        [85, 85],
      ],
    ],
  ])("%s", (instant, expected) => expect(fees(instant)).toEqual(expected));

  test("three who give biometrics pay the family's maximum, in one line", () => {
    const grown = { ...child, birthDate: "2008-01-01" };
    const lines = governmentFees(
      { ...pair, people: [...pair.people, grown] },
      new Date("2026-11-23T12:00:00Z"),
    )?.lines;
    expect(lines?.filter(({ kind }) => kind === "biometrics")).toEqual([
      { kind: "biometrics", personId: null, cents: 17_000 },
    ]);
    expect(governmentFees(single({}), new Date("2026-11-23T12:00:00Z"))?.totalCents).toBe(167_500);
  });
});
