import { describe, expect, it } from "vitest";
import { moved, removed, replaced, turned } from "./page-order";

const pages = [1, 2, 3].map((id) => ({ id, turns: 0 as const }));
const ids = (list: readonly { id: number }[]) => list.map(({ id }) => id).join("");

describe("the pages of a document", () => {
  it("move to where they are put, and nowhere else", () => {
    expect(ids(moved(pages, 2, 0))).toBe("312");
    expect(ids(moved(pages, 0, 1))).toBe("213");
    expect(ids(moved(pages, 0, 2))).toBe("231");
    for (const [from, to] of [
      [0, -1],
      [2, 3],
      [5, 0],
      [1, 1],
    ] as const)
      expect(moved(pages, from, to)).toBe(pages);
  });

  it("turn one at a time", () => {
    expect(turned(pages, 2).map(({ turns }) => turns)).toEqual([0, 1, 0]);
  });

  it("close ranks when one is removed; the next one is chosen, else the one before", () => {
    expect(removed(pages, 2)).toEqual({ pages: [pages[0], pages[2]], selected: 3 });
    expect(removed(pages, 3).selected).toBe(2);
    expect(removed(pages.slice(0, 1), 1)).toEqual({ pages: [], selected: null });
  });

  it("are exchanged in their place", () => {
    expect(ids(replaced(pages, 2, [{ id: 9, turns: 0 }]))).toBe("193");
  });
});
