import { describe, expect, it } from "vitest";
import { timeAxis } from "./time-axis";

describe("a time axis", () => {
  const axis = timeAxis("2026-11-23", "2027-01-25");

  it("gives each day the same four pixels, over the year's end too", () => {
    expect(axis.width).toBe(63 * 4);
    expect(axis.x("2026-11-23")).toBe(0);
    expect(axis.x("2027-01-01")).toBe(39 * 4);
  });

  it("marks the first of each month strictly inside", () => {
    expect(axis.months).toEqual([
      { date: "2026-12-01", x: 32 },
      { date: "2027-01-01", x: 156 },
    ]);
    expect(timeAxis("2026-12-01", "2027-01-01").months).toEqual([]);
  });

  it("holds its own ends and nothing beyond them", () => {
    expect(["2026-11-22", "2026-11-23", "2027-01-25", "2027-01-26"].map(axis.holds)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});
