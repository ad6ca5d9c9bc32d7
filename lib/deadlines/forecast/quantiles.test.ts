import { describe, expect, it } from "vitest";
import { daysAt, daysStill, inTurn, quantilesOf, shareWithin, spreadOf } from "./quantiles";

describe("a table of durations", () => {
  const table = quantilesOf([10, 20, 30, 40, 50, 60, 70, 80, 90]);

  it("gives the days at a share, and the share at so many days", () => {
    expect(daysAt(table, 0.5)).toBeCloseTo(50, 0);
    expect(shareWithin(table, 50)).toBeCloseTo(0.5, 1);
    expect([shareWithin(table, 1), shareWithin(table, 1000)]).toEqual([0, 1]);
  });

  it("reaches past the longest file: the longest there is was not seen", () => {
    expect(daysAt(table, 0)).toBe(10);
    expect(daysAt(table, 1)).toBeGreaterThan(90);
    expect([...table]).toEqual([...table].sort((a, b) => a - b));
  });

  it("reads a wait against those that waited as long: what is late is of the slow kind", () => {
    // Of the five that took longer than 45 days, the middle one took 70.
    expect(daysStill(table, 45)(0.5)).toBeGreaterThan(20);
    expect(daysStill(table, 0)(0.5)).toBeCloseTo(50, 0);
    // Later than nearly all: waiting longer says nothing any more, and it does not come tomorrow for that.
    expect(daysStill(table, 500)(0.5)).toBe(daysStill(table, 400)(0.5));
    expect(daysStill(table, 500)(0.5)).toBeGreaterThan(0);
  });

  it("holds one file as well as many, and a stated spread around a middle", () => {
    expect(daysAt(quantilesOf([7]), 0.3)).toBe(7);
    const spread = spreadOf(20, [
      [0, 0.5],
      [0.5, 1],
      [1, 2],
    ]);
    expect([0, 0.25, 0.5, 1].map((u) => daysAt(spread, u))).toEqual([10, 15, 20, 40]);
    expect(daysAt(inTurn(spread, spread), 0.5)).toBe(40);
  });
});
