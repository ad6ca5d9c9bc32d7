import { describe, expect, it } from "vitest";
import { isRepeatedByItself, isWorthRepeating, waitAfter } from "./retry";

describe("a broken upload", () => {
  it("is tried again after 2, 4, 8, … seconds, never more than a minute, and not for ever", () => {
    const waits = Array.from({ length: 11 }, (_, index) => waitAfter(index + 1));
    expect(waits.slice(0, 6)).toEqual([2000, 4000, 8000, 15_000, 30_000, 60_000]);
    expect(waits.at(-1)).toBeNull();
  });

  it.each([
    [0, null, true, true],
    [400, "aborted", true, true],
    [422, "incomplete", true, true],
    [408, "timed_out", true, true],
    [503, "UNAVAILABLE", true, true],
    [401, "UNAUTHENTICATED", true, false],
    [429, "THROTTLED", true, false],
    [507, "storage_full", true, false],
    [415, "content_mismatch", false, false],
    [422, "pdf_incomplete", false, false],
    [413, "too_large", false, false],
  ] as const)("status %i, %s: worth it %s, by itself %s", (status, code, worth, byItself) => {
    expect([isWorthRepeating(status, code), isRepeatedByItself(status, code)]).toEqual([worth, byItself]);
  });
});
