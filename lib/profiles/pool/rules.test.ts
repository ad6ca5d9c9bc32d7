import { describe, expect, test } from "vitest";
import { addDays, addYears } from "@/lib/express-entry/timing/calendar-date";
import { distancesTo, readCursor, recentRounds, writeCursor } from "./rules";
import type { RecentRound } from "./types";

const ON = "2026-01-07";
const round = (lowestCrs: number, over: Partial<RecentRound> = {}): RecentRound => ({
  ...{ id: "390", program: "CEC", date: ON, lowestCrs, tieBreakAt: null },
  ...over,
});

describe("the distance to the cut-offs", () => {
  const pooled = {
    ...{ score: 500, submittedAt: new Date("2025-06-10T15:59:25Z") },
    ...{ programs: ["CEC"] as const, categories: ["stem"] as const },
  };
  const rounds = [
    round(509, { id: "a" }),
    round(490, { id: "b", program: "stem" }),
    round(400, { id: "c", program: "french" }),
  ];

  test("is of the rounds one competes in, the best first", () => {
    const found = distancesTo(pooled, rounds);
    expect(found.map(({ label, margin, reached }) => [label, margin, reached])).toEqual([
      ["STEM", 10, true],
      ["CEC", -9, false],
    ]);
    expect(distancesTo(pooled, rounds.slice(2))).toEqual([]);
  });

  test("at the cut-off itself is reached by the second", () => {
    const late = round(500, { tieBreakAt: new Date("2025-06-10T15:59:24Z") });
    expect(distancesTo(pooled, [late])).toMatchObject([{ margin: 0, reached: false }]);
  });
});

test("measures against the rounds of the last year", () => {
  const [old, recent] = [round(500, { date: addYears(addDays(ON, -1), -1) }), round(500)];
  expect(recentRounds([old, recent], ON)).toEqual([recent]);
});

test("a cursor reads back as it was written; anything else is the first page", () => {
  const cursor = {
    ...{ score: 482, submittedAt: new Date("2026-06-16T09:41:00.000Z") },
    id: "0195aa00-0000-7000-8000-000000000001",
  };
  expect(readCursor(writeCursor(cursor))).toEqual(cursor);
  for (const text of [
    undefined,
    "",
    "x|y|z",
    "482|never|0195aa00-0000-7000-8000-000000000001",
    "482|2026-06-16",
  ]) {
    expect(readCursor(text)).toBeNull();
  }
});
