/** Where a profile stands in the pool in the months ahead. */
import { describe, expect, test } from "vitest";
import { assessCrs } from "@/lib/express-entry/crs/assess";
import { shippedTables } from "@/lib/express-entry/rule-tables";
import { addDays, addYears } from "@/lib/express-entry/timing/calendar-date";
import { languageTest, ON, single, years } from "@/lib/express-entry/testing/case-facts";
import { computeStanding } from "./standing";

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
describe("a standing", () => {
  test("is the score of the day under its rules, and a step from the birthday on", () => {
    expect(standing).toMatchObject({ score: SCORE, rulesetId: "CRS-2025-03-25", superseded: false });
    expect(standing.classes).toContain("CEC");
    const then = standing.steps.find(({ from }) => from === birthday);
    expect(then?.score).toBe(assessCrs(facts, birthday).score.total);
    expect(standing.changes.find(({ on }) => on === birthday)).toMatchObject({
      points: (then?.score ?? 0) - SCORE,
      label: "turns 31",
      leavesPool: false,
    });
    expect(standing.horizon >= addDays(ON, 180)).toBe(true);
  });
});
