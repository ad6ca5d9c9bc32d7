import { describe, expect, it } from "vitest";
import { medianOf, mediansOf } from "./rules";
import type { DocumentDuration } from "./types";

const took = (days: number, over: Partial<DocumentDuration> = {}): DocumentDuration => ({
  ...{ requirementId: "r", personId: "p", kind: "police", country: "IN", returns: 0 },
  requestedAt: new Date("2026-01-01T12:00:00Z"),
  firstReceivedAt: new Date("2026-01-01T12:00:00Z"),
  receivedAt: new Date(Date.UTC(2026, 0, 1, 12) + days * 86_400_000),
  acceptedAt: new Date("2026-12-01T12:00:00Z"),
  ...over,
});

describe("what the firm's own files took", () => {
  it("is the middle one, in whole days, with how many it is of", () => {
    expect(medianOf([took(40), took(3), took(10)])).toEqual({ days: 10, files: 3 });
    expect(medianOf([took(3), took(10)])).toEqual({ days: 3, files: 2 });
    expect(medianOf([took(0.2)])).toEqual({ days: 1, files: 1 });
    expect(medianOf([])).toBeNull();
  });

  it("is told for the kind, and for each country", () => {
    const durations = [
      took(10),
      took(20, { country: "AE" }),
      took(30, { country: "AE" }),
      took(1, { kind: "eca" }),
    ];
    expect([...mediansOf(durations, "police")]).toEqual([
      [null, { days: 20, files: 3 }],
      ["IN", { days: 10, files: 1 }],
      ["AE", { days: 20, files: 2 }],
    ]);
  });
});
