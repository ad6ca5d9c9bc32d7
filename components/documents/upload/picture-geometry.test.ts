import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { fitted, isSmallEnough, LONGEST_SIDE, nextTurn, pageSize, turnedSize } from "./picture-geometry";

describe("a picture", () => {
  it("of a phone is drawn with its longer side at 2,600 pixels, in its own shape", () => {
    expect(fitted({ width: 4032, height: 3024 })).toEqual({ width: 2600, height: 1950 });
    expect(fitted({ width: 3024, height: 4032 })).toEqual({ width: 1950, height: 2600 });
  });

  it("is never drawn larger than it is", () => {
    expect(fitted({ width: 800, height: 600 })).toEqual({ width: 800, height: 600 });
    expect(fitted({ width: LONGEST_SIDE, height: 1 })).toEqual({ width: LONGEST_SIDE, height: 1 });
  });

  it("of any size keeps its shape to a pixel, and has at least one", () => {
    const side = fc.integer({ min: 1, max: 20_000 });
    fc.assert(
      fc.property(side, side, (width, height) => {
        const drawn = fitted({ width, height });
        const share = Math.min(1, LONGEST_SIDE / Math.max(width, height));
        expect(Math.max(drawn.width, drawn.height)).toBeLessThanOrEqual(LONGEST_SIDE);
        expect(Math.min(drawn.width, drawn.height)).toBeGreaterThanOrEqual(1);
        expect(Math.abs(drawn.width - Math.max(1, width * share))).toBeLessThanOrEqual(0.5);
        expect(Math.abs(drawn.height - Math.max(1, height * share))).toBeLessThanOrEqual(0.5);
      }),
    );
  });

  it("is sent as it was taken only where it is small in both senses", () => {
    expect(isSmallEnough(900_000, { width: 1200, height: 1600 })).toBe(true);
    expect(isSmallEnough(12_000_000, { width: 1200, height: 1600 })).toBe(false);
    expect(isSmallEnough(900_000, { width: 4032, height: 3024 })).toBe(false);
  });

  it("turns a quarter at a time, and is upright after four", () => {
    expect([0, 1, 2, 3].map((turns) => nextTurn(turns as 0))).toEqual([1, 2, 3, 0]);
    expect(turnedSize({ width: 3, height: 2 }, 1)).toEqual({ width: 2, height: 3 });
    expect(turnedSize({ width: 3, height: 2 }, 2)).toEqual({ width: 3, height: 2 });
  });

  it("fills a page of its own shape, 11 inches long", () => {
    expect(pageSize({ width: 1950, height: 2600 })).toEqual({ width: 594, height: 792 });
    expect(pageSize({ width: 2600, height: 1300 })).toEqual({ width: 792, height: 396 });
  });
});
