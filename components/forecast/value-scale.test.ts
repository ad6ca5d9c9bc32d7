import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { valueScale } from "./value-scale";

const AREA = { top: 36, bottom: 360 };

describe("the scale of scores", () => {
  test("holds every score inside its area, the higher score higher up", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1200 }), { minLength: 1 }), (values) => {
        const { y, ticks, low, high } = valueScale(values, AREA);
        for (const value of values) {
          expect(y(value)).toBeGreaterThanOrEqual(AREA.top);
          expect(y(value)).toBeLessThanOrEqual(AREA.bottom);
        }
        expect(y(high)).toBe(AREA.top);
        expect(y(low)).toBe(AREA.bottom);
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(ticks.length).toBeLessThanOrEqual(8);
        for (const tick of ticks) expect(tick >= low && tick <= high).toBe(true);
      }),
    );
  });

  test("has lines at round figures", () => {
    expect(valueScale([382, 549], AREA).ticks).toEqual([400, 450, 500, 550]);
  });

  test("does not make a mountain of a score that never moves", () => {
    const { low, high } = valueScale([482], AREA);
    expect(high - low).toBeGreaterThanOrEqual(150);
  });
});
