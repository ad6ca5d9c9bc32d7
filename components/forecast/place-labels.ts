/** Where the words of a chart stand, so that none covers another. Pure geometry, in pixels, y downwards. */

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A horizontal or vertical stroke of the picture that words should rather not cross. */
export interface Stroke {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

export interface LabelWish {
  id: string;
  width: number;
  height: number;
  /** What it says something about: a step at `x`, between two heights. */
  anchor: { x: number; top: number; bottom: number };
  /** The side it reads best on. */
  side: "above" | "below";
  /** Where it reads best beside its step; centred without it. */
  align?: Align;
}

/** Which part of the label stands still when its words turn out narrower than planned. */
export type Align = "start" | "middle" | "end";

export interface PlacedLabel extends Box {
  id: string;
  align: Align;
}

export interface LabelSpace {
  bounds: Box;
  /** Places that are taken: nothing is put over them. */
  taken: readonly Box[];
  strokes: readonly Stroke[];
}

/** Room between a label and what it names, and between two labels. */
const GAP = 6;
/** How far a label may be pushed from its step, in steps of half a line. */
const PUSHES = Array.from({ length: 19 }, (_, index) => index * 8);
/** Where the label begins, in its own widths from its step: centred, to the right of it, to the left, and between. */
const SHIFTS: readonly { by: number; align: Align }[] = [
  { by: -0.5, align: "middle" },
  { by: 0, align: "start" },
  { by: -1, align: "end" },
  { by: -0.25, align: "middle" },
  { by: -0.75, align: "middle" },
];

const CROSSING_COST = 30;
const OTHER_SIDE_COST = 14;
const SHIFT_COST = 2;

export function overlaps(a: Box, b: Box, gap = 0): boolean {
  return (
    a.x < b.x + b.width + gap &&
    b.x < a.x + a.width + gap &&
    a.y < b.y + b.height + gap &&
    b.y < a.y + a.height + gap
  );
}

function contains(outer: Box, inner: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

function boxOf({ x1, y1, x2, y2 }: Stroke): Box {
  return {
    x: Math.min(x1, x2),
    y: Math.min(y1, y2),
    width: Math.abs(x2 - x1),
    height: Math.abs(y2 - y1),
  };
}

interface Candidate extends Box {
  align: Align;
  cost: number;
}

function candidatesOf({ width, height, anchor, side, align: wanted = "middle" }: LabelWish): Candidate[] {
  const shifts = [...SHIFTS].sort((a, b) => Number(b.align === wanted) - Number(a.align === wanted));
  return (["above", "below"] as const).flatMap((at) =>
    PUSHES.flatMap((push) =>
      shifts.map(({ by, align }, order) => ({
        align,
        x: anchor.x + by * width,
        y: at === "above" ? anchor.top - GAP - push - height : anchor.bottom + GAP + push,
        width,
        height,
        cost: push + order * SHIFT_COST + (at === side ? 0 : OTHER_SIDE_COST),
      })),
    ),
  );
}

/**
 * Puts each label near its step, the important ones first: inside the bounds, over nothing that is taken and over no
 * other label; across a stroke only where every other place is much farther away. A label without a place is left out.
 */
export function placeLabels(wishes: readonly LabelWish[], space: LabelSpace): PlacedLabel[] {
  const strokes = space.strokes.map(boxOf);
  const placed: PlacedLabel[] = [];
  for (const wish of wishes) {
    const taken = [...space.taken, ...placed];
    let best: Candidate | null = null;
    for (const candidate of candidatesOf(wish)) {
      if (best !== null && candidate.cost >= best.cost) continue;
      if (!contains(space.bounds, candidate)) continue;
      if (taken.some((box) => overlaps(candidate, box, GAP))) continue;
      const crossings = strokes.filter((stroke) => overlaps(candidate, stroke, 1)).length;
      const cost = candidate.cost + crossings * CROSSING_COST;
      if (best === null || cost < best.cost) best = { ...candidate, cost };
    }
    if (best !== null) {
      const { x, y, width, height, align } = best;
      placed.push({ id: wish.id, x, y, width, height, align });
    }
  }
  return placed;
}

export interface SpreadItem {
  id: string;
  /** The middle it wants. */
  y: number;
  height: number;
}

/**
 * One column of labels, each as near to its wish as the others let it: pushed down where two want the same place, and
 * back up where the column would end below `bottom`. Gives the middle of each. Taller than the room, it begins at `top`.
 */
export function spreadColumn(
  items: readonly SpreadItem[],
  { top, bottom }: { top: number; bottom: number },
): ReadonlyMap<string, number> {
  const sorted = [...items].sort((a, b) => a.y - b.y);
  const tops: number[] = [];
  let free = top;
  for (const { y, height } of sorted) {
    const at = Math.max(free, y - height / 2);
    tops.push(at);
    free = at + height;
  }
  let limit = bottom;
  for (let index = sorted.length - 1; index >= 0; index -= 1) {
    const height = sorted[index]?.height ?? 0;
    tops[index] = Math.min(tops[index] ?? top, limit - height);
    limit = tops[index] ?? top;
  }
  const lift = Math.max(0, top - (tops[0] ?? top));
  return new Map(sorted.map(({ id, height }, index) => [id, (tops[index] ?? top) + lift + height / 2]));
}
