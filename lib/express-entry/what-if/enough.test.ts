/** What would have been enough for a score that fell short. */
import { describe, expect, test } from "vitest";
import { credential, languageTest, ON, single, years } from "../testing/case-facts";
import { addDays, addYears } from "../timing/calendar-date";
import { enoughOn } from "./enough";

const developer = (over: object = {}) =>
  single({
    credentials: [credential()],
    languageTests: [languageTest("celpip_general", [8, 8, 8, 8])],
    jobs: [years(2)],
    ...over,
  });

describe("what would have been enough", () => {
  test("one point, or a second: any point", () => {
    expect(enoughOn(developer(), ON, 1)).toBe("Any 1 point");
  });

  test("a birthday three days before is named, with its day and its points", () => {
    const birthDate = addYears(addDays(ON, -3), -30);
    const jobs = [years(2, {}, 1)];
    expect(enoughOn(developer({ birthDate, jobs }), ON, 5)).toBe("5 points lost on 4 Jan 2026: turns 30");
    expect(enoughOn(developer({ birthDate, jobs }), ON, 6)).not.toMatch(/turns 30/);
  });

  test("a year of work that is whole shortly after is named, with its day and its points", () => {
    const jobs = [years(2, { from: addDays(addYears(ON, -2), 20), to: null })];
    expect(enoughOn(developer({ jobs }), ON, 6)).toMatch(
      /^Second year of Canadian work, .* 2026: \d+ points$/,
    );
  });

  test("else the best single thing to do that makes up for it; null where nothing does", () => {
    const jobs = [years(2, {}, 1)];
    expect(enoughOn(developer({ jobs }), ON, 10)).toMatch(/CELPIP.*: \d+ points$/);
    expect(enoughOn(developer({ jobs }), ON, 550)).toBe("Provincial nomination: 600 points");
    expect(enoughOn(developer({ jobs }), ON, 900)).toBeNull();
  });
});
