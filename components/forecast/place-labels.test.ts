import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { overlaps, placeLabels, spreadColumn, type Box, type LabelWish } from "./place-labels";

const BOUNDS: Box = { x: 0, y: 0, width: 900, height: 340 };

const wishes = fc
  .array(
    fc.record({
      width: fc.integer({ min: 20, max: 220 }),
      height: fc.integer({ min: 12, max: 32 }),
      x: fc.integer({ min: -20, max: 920 }),
      top: fc.integer({ min: 0, max: 330 }),
      rise: fc.integer({ min: 0, max: 120 }),
      side: fc.constantFrom("above" as const, "below" as const),
      align: fc.constantFrom("start" as const, "middle" as const, "end" as const),
    }),
    { maxLength: 24 },
  )
  .map((drafts) =>
    drafts.map(({ width, height, x, top, rise, side, align }, index): LabelWish => ({
      id: String(index),
      width,
      height,
      anchor: { x, top, bottom: top + rise },
      side,
      align,
    })),
  );

const boxes = fc.array(
  fc.record({
    x: fc.integer({ min: 0, max: 850 }),
    y: fc.integer({ min: 0, max: 320 }),
    width: fc.integer({ min: 10, max: 200 }),
    height: fc.integer({ min: 10, max: 40 }),
  }),
  { maxLength: 6 },
);

const strokes = fc.array(
  fc.record({
    x1: fc.integer({ min: 0, max: 900 }),
    y1: fc.integer({ min: 0, max: 340 }),
    x2: fc.integer({ min: 0, max: 900 }),
    y2: fc.integer({ min: 0, max: 340 }),
  }),
  { maxLength: 12 },
);

describe("labels of the chart", () => {
  test("never cover one another, never a place that is taken, and never leave the picture", () => {
    fc.assert(
      fc.property(wishes, boxes, strokes, (wanted, taken, lines) => {
        const placed = placeLabels(wanted, { bounds: BOUNDS, taken, strokes: lines });
        placed.forEach((label, index) => {
          for (const other of [...taken, ...placed.slice(index + 1)]) {
            expect(overlaps(label, other)).toBe(false);
          }
          expect(label.x).toBeGreaterThanOrEqual(BOUNDS.x);
          expect(label.y).toBeGreaterThanOrEqual(BOUNDS.y);
          expect(label.x + label.width).toBeLessThanOrEqual(BOUNDS.width);
          expect(label.y + label.height).toBeLessThanOrEqual(BOUNDS.height);
        });
        expect(new Set(placed.map(({ id }) => id)).size).toBe(placed.length);
      }),
    );
  });

  const wish = (id: string, x: number, side: LabelWish["side"] = "below"): LabelWish => ({
    id,
    width: 100,
    height: 28,
    anchor: { x, top: 150, bottom: 160 },
    side,
  });

  test("stand at their step, on the side they read best on", () => {
    const [below] = placeLabels([wish("turns", 400)], { bounds: BOUNDS, taken: [], strokes: [] });
    expect(below).toEqual({ id: "turns", x: 350, y: 166, width: 100, height: 28, align: "middle" });
    const [above] = placeLabels([wish("turns", 400, "above")], { bounds: BOUNDS, taken: [], strokes: [] });
    expect(above).toMatchObject({ y: 150 - 6 - 28 });
  });

  test("give way to a line that would run through them", () => {
    const line = { x1: 0, y1: 180, x2: 900, y2: 180 };
    const [label] = placeLabels([wish("turns", 400)], { bounds: BOUNDS, taken: [], strokes: [line] });
    expect(label && overlaps(label, { x: 0, y: 180, width: 900, height: 0 })).toBe(false);
  });

  test("all find a place when four changes fall into one month", () => {
    const four = ["a", "b", "c", "d"].map((id, index) => wish(id, 400 + index * 8));
    expect(placeLabels(four, { bounds: BOUNDS, taken: [], strokes: [] })).toHaveLength(4);
  });
});

describe("a column of labels", () => {
  const items = fc
    .array(fc.record({ y: fc.integer({ min: 0, max: 300 }), height: fc.integer({ min: 14, max: 30 }) }), {
      maxLength: 9,
    })
    .map((drafts) => drafts.map((draft, index) => ({ id: String(index), ...draft })));

  test("keeps its order, without one label over another, and inside its room", () => {
    fc.assert(
      fc.property(items, (wanted) => {
        const middles = spreadColumn(wanted, { top: 0, bottom: 300 });
        const sorted = [...wanted].sort((a, b) => a.y - b.y);
        const spans = sorted.map(({ id, height }) => {
          const middle = middles.get(id) ?? Number.NaN;
          return { top: middle - height / 2, bottom: middle + height / 2 };
        });
        spans.slice(1).forEach((span, index) => {
          expect(span.top).toBeGreaterThanOrEqual((spans[index]?.bottom ?? Number.NaN) - 1e-9);
        });
        for (const { top, bottom } of spans) {
          expect(top).toBeGreaterThanOrEqual(-1e-9);
          expect(bottom).toBeLessThanOrEqual(300 + 1e-9);
        }
      }),
    );
  });

  test("leaves alone what has room", () => {
    const middles = spreadColumn(
      [
        { id: "b", y: 200, height: 20 },
        { id: "a", y: 100, height: 20 },
      ],
      { top: 0, bottom: 300 },
    );
    expect(Object.fromEntries(middles)).toEqual({ a: 100, b: 200 });
  });
});
