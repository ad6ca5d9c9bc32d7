/** When a profile begins or ceases to be reached by the recent cut-offs. */
import { describe, expect, test } from "vitest";
import { assessCrs } from "@/lib/express-entry/crs/assess";
import { shippedTables } from "@/lib/express-entry/rule-tables";
import { addDays, addYears, daysBetween } from "@/lib/express-entry/timing/calendar-date";
import { languageTest, ON, single, years } from "@/lib/express-entry/testing/case-facts";
import { computeStanding } from "../pool/standing";
import type { RecentRound } from "../pool/types";
import { crossings, turnsOf } from "./rules";

const profile = {
  submittedAt: new Date("2025-06-10T15:59:25Z"),
  expiresAt: new Date("2026-06-10T15:59:25Z"),
};
/** Turns thirty-one in twenty days: six points less. */
const birthday = addDays(ON, 20);
const facts = single({
  birthDate: addYears(birthday, -31),
  languageTests: [languageTest("celpip_general", [9, 9, 9, 9])],
  jobs: [years(2)],
});
const standing = computeStanding(facts, profile, ON, shippedTables);
const SCORE = assessCrs(facts, ON).score.total;
const round = (lowestCrs: number, over: Partial<RecentRound> = {}): RecentRound => ({
  ...{ id: "390", program: "CEC", date: ON, lowestCrs, tieBreakAt: null },
  ...over,
});
/** Its year ends 154 days later. */
const ENDS_ON = "2026-06-10";
const PROFILE = { submittedAt: profile.submittedAt, endsOn: ENDS_ON };
const cross = (rounds: readonly RecentRound[], days = 180) =>
  crossings({ ...standing, ...PROFILE }, rounds, ON, days);
/** Its second year of work is full in forty days. */
const rising = computeStanding(
  single({ ...facts.people[0], jobs: [years(2, { from: addDays(addYears(ON, -2), 40), to: null })] }),
  profile,
  ON,
  shippedTables,
);
const best = Math.max(...rising.steps.map(({ score }) => score));

describe("the radar", () => {
  test("names who falls below a cut-off, on which day and why", () => {
    expect(cross([round(SCORE)])).toEqual([
      {
        ...{ direction: "falls", isYearsEnd: false, on: birthday, roundId: "390", label: "turns 31" },
        ...{ scoreBefore: SCORE, scoreAfter: assessCrs(facts, birthday).score.total, points: -6 },
      },
    ]);
  });

  test("looks no further than it is asked, and at nothing that stays as it is", () => {
    expect(cross([round(SCORE)], 19)).toEqual([]);
    expect(cross([round(SCORE)], 20)).toHaveLength(1);
    expect(cross([round(SCORE - 200)], 150)).toEqual([]);
    expect(cross([round(SCORE, { program: "french" })])).toEqual([]);
  });

  test("decides an equal score by the second, as the round did", () => {
    const late = new Date("2025-06-10T15:59:24Z");
    expect(cross([round(SCORE, { tieBreakAt: late })], 20)).toEqual([]);
    expect(cross([round(SCORE, { tieBreakAt: profile.submittedAt })], 20)).toHaveLength(1);
  });

  test("names who rises above one", () => {
    expect(best).toBeGreaterThan(rising.score);
    const found = crossings({ ...rising, ...PROFILE }, [round(best)], ON, 100);
    expect(found[0]).toMatchObject({ direction: "rises", scoreAfter: best });
  });

  test("names who is reached to the last day of the profile's year", () => {
    const low = [round(SCORE - 200)];
    expect(cross(low, daysBetween(ON, ENDS_ON) - 1)).toEqual([]);
    expect(cross(low, daysBetween(ON, ENDS_ON))).toMatchObject([
      { direction: "falls", isYearsEnd: true, on: ENDS_ON, points: 0 },
    ]);
    // Who fell below before has fallen once.
    expect(cross([round(SCORE)])).toHaveLength(1);
  });
});

describe("what is stored of the crossings", () => {
  const turns = (rounds: readonly RecentRound[], known: Parameters<typeof turnsOf>[3] = null) =>
    turnsOf({ ...standing, ...PROFILE }, rounds, ON, known);

  test("is the day of the first fall, by how many points, and no rise", () => {
    expect(turns([round(SCORE)])).toEqual({ fallsOn: birthday, fallsBy: 6, risesOn: null, advice: null });
    expect(turns([round(SCORE - 6)])).toMatchObject({ fallsOn: ENDS_ON, fallsBy: null });
    expect(turns([round(SCORE + 1)])).toEqual({ fallsOn: null, fallsBy: null, risesOn: null, advice: null });
  });

  test("is the day of the first rise", () => {
    expect(turnsOf({ ...rising, ...PROFILE }, [round(best)], ON, null).risesOn).toBe(
      crossings({ ...rising, ...PROFILE }, [round(best)], ON, 180)[0]?.on,
    );
  });

  test("keeps the advice on the same fall, by as many points; another asks for another", () => {
    const known = { fallsOn: birthday, fallsBy: 6, advice: "IELTS writing 7.0: 8 points" };
    expect(turns([round(SCORE)], known).advice).toBe(known.advice);
    expect(turns([round(SCORE - 1)], known)).toMatchObject({ fallsBy: 5, advice: null });
  });

  test("says of the end of a year what always helps", () => {
    expect(turns([round(SCORE - 200)]).advice).toMatch(/^A new profile from that day on/);
  });
});
