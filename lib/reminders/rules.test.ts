import { describe, expect, it } from "vitest";
import { collapse, isTight, ladderOf, MISSED, recipientsOf, remindAt, rungsToWrite } from "./rules";

const ita = { kind: "ita", dueOn: "2027-03-08", timeZone: "America/Toronto", missed: false } as const;

describe("the ladder", () => {
  it("of an invitation has 30, 14, 7, 3, 1 days and the day itself, for everybody as it tightens", () => {
    const always = ladderOf("ita").filter(({ onlyIfTight }) => !onlyIfTight);
    expect(always.map(({ days }) => days)).toEqual([30, 14, 7, 3, 1, 0, MISSED]);
    expect(recipientsOf("ita", 30, { tight: false })).toEqual(["client", "responsible"]);
    expect(recipientsOf("ita", 30, { tight: true })).toEqual(["client", "responsible", "manager"]);
    expect(recipientsOf("ita", 3, { tight: false })).toEqual(["client", "responsible", "manager"]);
    expect(recipientsOf("ita", MISSED, { tight: false })).toEqual(["responsible", "manager"]);
  });

  it("has more rungs while the forecast is bad", () => {
    const tight = ladderOf("ita").filter(({ onlyIfTight }) => onlyIfTight);
    expect(tight.map(({ days }) => days)).toEqual([45, 21, 10, 5, 2]);
    expect(isTight({ daysLeft: 40, daysNeeded: 30 })).toBe(false);
    expect(isTight({ daysLeft: 40, daysNeeded: 31 })).toBe(true);
    expect(isTight({ daysLeft: 3, daysNeeded: 0 })).toBe(false);
  });
});

describe("the time of a reminder", () => {
  it.each([
    ["2026-12-14", 0, "2026-12-14T14:00:00.000Z"],
    ["2027-03-21", 7, "2027-03-14T13:00:00.000Z"],
    ["2027-03-20", 7, "2027-03-13T14:00:00.000Z"],
    ["2027-11-14", 7, "2027-11-07T14:00:00.000Z"],
  ])(
    "is nine in the clock's zone, on both sides of a change of the clocks: %s, %i days before",
    (dueOn, days, at) => {
      expect(remindAt(dueOn, days, "America/Toronto").toISOString()).toBe(at);
    },
  );

  it("that a spring change leaves out moves forward, and of two in autumn is the first (S-75)", () => {
    const halfPastTwo = 150;
    expect(remindAt("2027-03-14", 0, "America/Toronto", halfPastTwo).toISOString()).toBe(
      "2027-03-14T07:30:00.000Z",
    );
    expect(remindAt("2027-11-07", 0, "America/Toronto", 90).toISOString()).toBe("2027-11-07T05:30:00.000Z");
  });
});

describe("a clock that is set late", () => {
  const now = new Date("2027-02-20T15:00:00Z"); // sixteen days before

  it("is told at once, one rung for all that have passed", () => {
    const rungs = rungsToWrite(ita, now, null);
    expect(rungs.map(({ days }) => days)).toEqual([30, 14, 10, 7, 5, 3, 2, 1, 0, MISSED]);
    expect(rungs[0]?.remindAt).toEqual(now);
  });

  it("is not told again what was told about the same date", () => {
    expect(rungsToWrite(ita, now, 30).map(({ days }) => days)).toEqual([14, 10, 7, 5, 3, 2, 1, 0, MISSED]);
  });

  it("and missed has that one rung", () => {
    const rungs = rungsToWrite({ ...ita, missed: true }, new Date("2027-03-09T05:05:00Z"), 0);
    expect(rungs.map(({ days }) => days)).toEqual([MISSED]);
    expect(rungs[0]?.remindAt.toISOString()).toBe("2027-03-09T14:00:00.000Z");
  });
});

it("of rungs that are due together the tightest speaks for all", () => {
  const due = [30, 21, 14].map((rung) => ({ id: String(rung), rung, onlyIfTight: rung === 21 }));
  const [a, b, c] = due;
  expect(collapse(due, { tight: false, missed: false })).toEqual({ send: c, joined: [a], spared: [b] });
  expect(collapse(due, { tight: true, missed: false })).toEqual({ send: c, joined: [b, a], spared: [] });
});
