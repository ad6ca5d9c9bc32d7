import { describe, expect, it } from "vitest";
import { delayBeforeRestart } from "./restart-policy";

describe("after a crash", () => {
  it("waits longer each time, and ten seconds at most", () => {
    const second = 1_000;
    expect(delayBeforeRestart([0])).toBe(250);
    expect(delayBeforeRestart([0, second])).toBe(1_000);
    expect(delayBeforeRestart([0, second, 2 * second])).toBe(4_000);
    expect(delayBeforeRestart([0, second, 2 * second, 3 * second])).toBe(10_000);
  });

  it("stays down at the fifth crash in five minutes", () => {
    expect(delayBeforeRestart([0, 60_000, 120_000, 180_000, 299_999])).toBeNull();
  });

  it("forgets crashes that are five minutes old", () => {
    expect(delayBeforeRestart([0, 60_000, 120_000, 180_000, 300_000])).toBe(10_000);
    expect(delayBeforeRestart([0, 60_000, 120_000, 180_000, 900_000])).toBe(250);
  });
});
