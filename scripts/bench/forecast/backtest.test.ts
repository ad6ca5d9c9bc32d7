/** The forecast of a window against histories whose true durations are known (issue 6, point 3). */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { judgeWindow } from "@/lib/deadlines/forecast/verdict";
import type { StepDurations, TimedItem } from "@/lib/deadlines/forecast/types";
import { backtest, SIZE, type Judge } from "./backtest";
import { calibrationOf } from "./calibration";
import { SCENARIOS } from "./firms";
import { rowOf } from "./report";

/** The forecast may be this far from the truth: the expected calibration error over all bins. */
const TOLERANCE = 0.05;
/** No single bin of some size may be further off: its chances come from some sixty windows, so that luck alone moves it by 0.06. */
const BIN_TOLERANCE = 0.15;
const ENOUGH = 200;

const [own] = SCENARIOS;
const judged = backtest(own, SIZE, judgeWindow);

/** A forecast that takes some durations for others. */
function broken(change: (durations: StepDurations, item: TimedItem) => Partial<StepDurations>): Judge {
  return (window, items, today) =>
    judgeWindow(
      window,
      items.map((item) => ({
        ...item,
        durations: { ...item.durations, ...change(item.durations, item) },
      })),
      today,
    );
}

const errorOf = (judge: Judge) => calibrationOf(backtest(own, SIZE, judge)).error;

describe("the forecast of a window, back-tested", () => {
  it.each([50, 60])("says of day %i what comes true: its chances are calibrated", (day) => {
    const { error, bins, brier, brierOfBaseRate } = calibrationOf(judged.filter(({ by }) => by === day));
    expect(error).toBeLessThan(TOLERANCE);
    for (const { said, came, count } of bins) {
      if (count >= ENOUGH) expect(Math.abs(said - came)).toBeLessThan(BIN_TOLERANCE);
    }
    // It knows a window from another: far better than saying the same of all.
    expect(brier).toBeLessThan(0.7 * brierOfBaseRate);
  });

  it("knows more the later it is asked", () => {
    const brier = (from: number, to: number) =>
      calibrationOf(judged.filter(({ asOf, by }) => by === 60 && asOf >= from && asOf <= to)).brier;
    expect(brier(29, 50)).toBeLessThan(brier(1, 22));
  });

  it("is the same for the same seed", () => {
    const few = { firms: 1, windows: 5, seed: 3 };
    expect(backtest(own, few, judgeWindow)).toEqual(backtest(own, few, judgeWindow));
  });

  it.each<[string, Judge]>([
    ["forgets the returns", broken(() => ({ returnShare: 0 }))],
    [
      "takes every document for a fifth quicker",
      broken(({ obtain }) => ({ obtain: obtain.map((days) => days * 0.8) })),
    ],
    [
      "takes the middle for every case",
      broken(({ obtain }) => ({ obtain: obtain.map(() => obtain[32] ?? 0) })),
    ],
    [
      "does not read the waiting",
      (window, items, today) =>
        judgeWindow(
          window,
          items.map((item) => ({ ...item, since: item.since === null ? null : today })),
          today,
        ),
    ],
  ])("would notice a forecast that %s", (_, judge) => {
    expect(errorOf(judge)).toBeGreaterThan(TOLERANCE);
  });

  it("has its figures of today in docs/forecast.md; after a change: npm run bench -- --forecast", () => {
    expect(readFileSync("docs/forecast.md", "utf8")).toContain(rowOf(own, judged));
  });
});
