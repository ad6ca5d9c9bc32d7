import { describe, expect, it } from "vitest";
import type { CaseStage } from "@/lib/cases/types";
import { clockRuns, datesAsked, movesClocks, remainingDays } from "./rules";

const TODAY = "2026-11-23";
const item = (fields: Partial<Parameters<typeof remainingDays>[0]>): Parameters<typeof remainingDays>[0] => ({
  ...{ state: "to_request", leadDays: 30, since: null },
  ...fields,
});

describe("the days that remain of an item", () => {
  it("is the lead time and the review before it is asked for", () => {
    expect(remainingDays(item({}), TODAY)).toBe(32);
  });
  it("shrinks with the days waited, to a day at least", () => {
    expect(remainingDays(item({ state: "requested", since: "2026-11-03" }), TODAY)).toBe(12);
    expect(remainingDays(item({ state: "requested", since: "2026-09-03" }), TODAY)).toBe(3);
  });
  it("is the review alone once it is here", () => {
    expect(remainingDays(item({ state: "received" }), TODAY)).toBe(2);
  });
  it("is a week at most for what was returned", () => {
    expect(remainingDays(item({ state: "returned" }), TODAY)).toBe(9);
  });
});

describe("what an address asks for of the other dates", () => {
  it.each([
    [{}, { kind: null, days: 90 }],
    [
      { kind: "passport", days: "365" },
      { kind: "passport", days: 365 },
    ],
    [
      { kind: "ita", days: "1000000" },
      { kind: null, days: 90 },
    ],
  ])("%j", (asked, expected) => {
    expect(datesAsked(asked)).toEqual(expected);
  });
});

describe("a clock of the facts", () => {
  it("runs from the retainer on: tests until the application is sent, papers until landing", () => {
    const runs = (stage: CaseStage) =>
      (["language_test", "eca", "passport", "work_permit"] as const).filter((kind) => clockRuns(kind, stage));
    expect(runs("RETAINER_PENDING")).toEqual([]);
    expect(runs("RETAINED")).toHaveLength(4);
    expect(runs("ITA_EXPIRED")).toHaveLength(4);
    expect(runs("SUBMITTED")).toEqual(["passport", "work_permit"]);
    expect(runs("LANDED")).toEqual([]);
    expect(runs("CLOSED")).toEqual([]);
  });

  it("is moved by the steps that start or end one, and by no other", () => {
    expect(movesClocks("RETAINER_PENDING", "RETAINED")).toBe(true);
    expect(movesClocks("READY_TO_SUBMIT", "SUBMITTED")).toBe(true);
    expect(movesClocks("IN_POOL", "ITA_RECEIVED")).toBe(false);
  });
});
