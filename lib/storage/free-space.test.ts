import { tmpdir } from "node:os";
import { describe, expect, it } from "vitest";

import { isBelow, measureSpace, NEARLY_FULL } from "@/lib/storage/free-space";
import { GIB } from "@/lib/storage/limits";

describe("free space", () => {
  it.each([
    [GIB, 20 * GIB, false],
    [GIB - 1, 2 * GIB, true],
    [2 * GIB, 100 * GIB, true],
    [5 * GIB, 100 * GIB, false],
  ])("of %d bytes out of %d: nearly full is %s (under 1 GiB or 5 %%)", (free, total, expected) => {
    expect(isBelow(NEARLY_FULL, { free, total })).toBe(expected);
  });

  it("can be judged by both bounds together", () => {
    const both = { ...NEARLY_FULL, when: "both" } as const;
    expect(isBelow(both, { free: 2 * GIB, total: 100 * GIB })).toBe(false);
    expect(isBelow(both, { free: GIB - 1, total: 100 * GIB })).toBe(true);
    expect(isBelow(both, { free: 10_000_000, total: 64_000_000 })).toBe(false);
  });

  it("is asked of the file system", async () => {
    const { free, total } = await measureSpace(tmpdir());
    expect(total).toBeGreaterThan(0);
    expect(free).toBeLessThanOrEqual(total);
  });
});
