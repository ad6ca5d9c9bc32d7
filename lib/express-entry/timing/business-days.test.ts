import { describe, expect, it } from "vitest";
import { addBusinessDays, holidaysOf, isBusinessDay } from "./business-days";

describe("the general holidays of the Canada Labour Code", () => {
  it.each([
    [
      2026,
      "2026-01-01 2026-04-03 2026-05-18 2026-07-01 2026-09-07 2026-09-30 2026-10-12 2026-11-11 2026-12-25 2026-12-26",
    ],
    [
      2027,
      "2027-01-01 2027-03-26 2027-05-24 2027-07-01 2027-09-06 2027-09-30 2027-10-11 2027-11-11 2027-12-25 2027-12-26",
    ],
    [
      2024,
      "2024-01-01 2024-03-29 2024-05-20 2024-07-01 2024-09-02 2024-09-30 2024-10-14 2024-11-11 2024-12-25 2024-12-26",
    ],
  ])("of %i", (year, days) => {
    expect(holidaysOf(year).join(" ")).toBe(days);
  });
});

describe("business days", () => {
  it.each([
    ["2026-11-23", true],
    ["2026-11-22", false],
    ["2026-11-21", false],
    ["2026-12-25", false],
    // Boxing Day of 2026 is a Saturday; the Monday that stands in for it is counted.
    ["2026-12-28", true],
    ["2026-08-03", true],
  ])("%s: %s", (day, is) => {
    expect(isBusinessDay(day)).toBe(is);
  });

  it.each([
    // Ten business days, two weekends.
    ["2026-11-23", 10, "2026-12-07"],
    // Christmas is left out; Boxing Day is a Saturday.
    ["2026-12-21", 10, "2027-01-06"],
    // From a Saturday the first is Monday.
    ["2026-11-21", 1, "2026-11-23"],
    ["2026-11-23", 0, "2026-11-23"],
    ["2027-03-25", 1, "2027-03-29"],
  ])("from %s, %i of them end on %s", (from, count, end) => {
    expect(addBusinessDays(from, count)).toBe(end);
  });
});
