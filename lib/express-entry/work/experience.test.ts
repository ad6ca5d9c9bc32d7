import { describe, expect, test } from "vitest";
import { programThresholds } from "../data/crs-tables";
import type { Job } from "../facts";
import { abroad, job, ON, years } from "../testing/case-facts";
import { addDays, addYears } from "../timing/calendar-date";
import { cecLanguageLevel, leadingTeer } from "../eligibility/cec";
import {
  adaptabilityWork,
  cecWork,
  continuousExperienceOn,
  crsCanadianWork,
  crsForeignWork,
  experienceOn,
  experienceReachedOn,
  fswWork,
  spouseAdaptabilityWork,
} from "./experience";
import { isSkilled, teerOf } from "./noc";

/** A job of so many weeks that ends the day before ON. */
const weeks = (count: number, overrides: Partial<Job> = {}) =>
  job({ from: addDays(ON, -7 * count), to: addDays(ON, -1), ...overrides });
const inCanada = (jobs: Job[]) => experienceOn(jobs, crsCanadianWork, ON);

describe("hours", () => {
  test.each([
    ["45 h x 40 weeks is capped at 30", [weeks(40, { hoursPerWeek: 45 })], 1200, 0],
    ["30 h x 52 weeks is a year", [weeks(52, { hoursPerWeek: 30 })], 1560, 1],
    ["one day less is not", [weeks(52, { hoursPerWeek: 30, to: addDays(ON, -2) })], 1560 - 30 / 7, 0],
    ["15 h x 104 weeks is a year", [weeks(104, { hoursPerWeek: 15 })], 1560, 1],
    [
      "20 + 20 h in the same week are 30",
      [weeks(1, { hoursPerWeek: 20 }), weeks(1, { hoursPerWeek: 20 })],
      30,
      0,
    ],
    ["two jobs one after the other add up", [years(1, {}, 1), years(1)], (731 * 30) / 7, 2],
  ])("%s", (_, jobs, hours, whole) => {
    const experience = inCanada(jobs);
    expect(experience.hours).toBeCloseTo(hours, 6);
    expect(experience.years).toBe(whole);
  });

  test("an open job counts up to the day before", () => {
    const open = job({ hoursPerWeek: 30, from: addDays(ON, -364), to: null });
    expect(inCanada([open]).years).toBe(1);
    expect(experienceOn([open], crsCanadianWork, addDays(ON, -1)).years).toBe(0);
  });

  test("only the years of the window count", () => {
    expect(experienceOn([years(2, {}, 2)], cecWork(programThresholds), ON).years).toBe(1);
    expect(experienceOn([years(1, {}, 3)], cecWork(programThresholds), ON)).toMatchObject({
      hours: 0,
      excluded: [{ reason: "outside_window" }],
    });
    expect(experienceOn([years(12)], crsCanadianWork, ON).years).toBe(10);
  });
});

describe("what counts in Canada for CRS and CEC", () => {
  test.each<[string, Partial<Job>]>([
    ["not_paid", { paid: false }],
    ["self_employed", { selfEmployed: true }],
    ["not_authorized", { authorized: false }],
    ["full_time_study", { duringFullTimeStudy: true }],
    ["not_skilled", { nocCode: "64100" }],
    ["other_place", { country: "IN" }],
  ])("%s is excluded", (reason, overrides) => {
    const experience = inCanada([years(2, overrides)]);
    expect(experience).toMatchObject({ hours: 0, possibleHours: 0, excluded: [{ reason }] });
  });

  test.each<[string, Partial<Job>]>([
    ["noc_missing", { nocCode: null }],
    ["authorization_not_asked", { authorized: null }],
    ["study_not_asked", { duringFullTimeStudy: null }],
  ])("%s leaves the year possible, not certain", (reason, overrides) => {
    const experience = inCanada([years(1, overrides)]);
    expect(experience).toMatchObject({ years: 0, possibleYears: 1, uncertain: [{ reason }] });
  });

  test("unauthorized work stays excluded even if the study question is open", () => {
    expect(inCanada([years(1, { authorized: false, duringFullTimeStudy: null })]).uncertain).toEqual([]);
  });
});

describe("what counts elsewhere", () => {
  test("foreign work: outside Canada, self-employed too, no Canadian questions asked", () => {
    expect(experienceOn([abroad(3, { selfEmployed: true })], crsForeignWork, ON).years).toBe(3);
    expect(experienceOn([years(3)], crsForeignWork, ON).years).toBe(0);
  });

  test("FSW: students' and self-employed work in Canada count, unauthorized work does not", () => {
    expect(
      experienceOn([years(1, { duringFullTimeStudy: true })], fswWork(programThresholds), ON).years,
    ).toBe(1);
    expect(experienceOn([years(1, { selfEmployed: true })], fswWork(programThresholds), ON).years).toBe(1);
    expect(experienceOn([years(1, { authorized: false })], fswWork(programThresholds), ON).years).toBe(0);
  });

  test("adaptability needs full-time weeks, from one job or several, at any time", () => {
    expect(experienceOn([years(2, { hoursPerWeek: 29 })], adaptabilityWork, ON).years).toBe(0);
    expect(
      experienceOn([years(1, { hoursPerWeek: 15 }), years(1, { hoursPerWeek: 15 })], adaptabilityWork, ON)
        .years,
    ).toBe(1);
    expect(experienceOn([years(1, {}, 20)], adaptabilityWork, ON).years).toBe(1);
  });

  test("the spouse's year may be unskilled, the applicant's not", () => {
    const cashier = [years(1, { nocCode: "65100" })];
    expect(experienceOn(cashier, spouseAdaptabilityWork, ON).years).toBe(1);
    expect(experienceOn(cashier, adaptabilityWork, ON).years).toBe(0);
  });
});

describe("one continuous year in one occupation (FSW)", () => {
  const half = (overrides: Partial<Job>) =>
    job({ country: "IN", hoursPerWeek: 30, authorized: null, ...overrides });
  const first = half({ from: addDays(ON, -400), to: addDays(ON, -201) });
  const next = (gap: number, overrides: Partial<Job> = {}) =>
    half({ from: addDays(ON, -200 + gap), to: addDays(ON, -1), ...overrides });
  const hours = (...jobs: Job[]) => continuousExperienceOn(jobs, fswWork(programThresholds), ON).hours;

  test("two employers without a break are one period", () => {
    expect(hours(first, next(0))).toBeCloseTo((400 * 30) / 7);
  });

  test("three days between jobs are no break, four are", () => {
    expect(hours(first, next(3))).toBeCloseTo((397 * 30) / 7);
    expect(hours(first, next(4))).toBeCloseTo((200 * 30) / 7);
  });

  test("another occupation is another period", () => {
    expect(hours(first, next(0, { nocCode: "21231" }))).toBeCloseTo((200 * 30) / 7);
  });

  test("a job without a code may continue it: possible, not certain", () => {
    const experience = continuousExperienceOn(
      [first, next(0, { nocCode: null })],
      fswWork(programThresholds),
      ON,
    );
    expect(experience.hours).toBeLessThan(1560);
    expect(experience.possibleHours).toBeGreaterThan(1560);
  });

  test("fifteen hours a week for 104 weeks will do", () => {
    const part = half({ hoursPerWeek: 15, from: addDays(ON, -728), to: addDays(ON, -1) });
    expect(hours(part)).toBe(1560);
  });
});

describe("the date on which hours are reached", () => {
  test("an open job reaches the year on the day after its 364th day", () => {
    const open = job({ hoursPerWeek: 37.5, from: addDays(ON, -300), to: null });
    expect(experienceReachedOn([open], cecWork(programThresholds), 1, ON)).toBe(addDays(ON, 64));
  });

  test("part-time takes twice as long", () => {
    const open = job({ hoursPerWeek: 15, from: addDays(ON, -600), to: null });
    expect(experienceReachedOn([open], cecWork(programThresholds), 1, ON)).toBe(addDays(ON, 128));
  });

  test("an ended job never reaches it", () => {
    expect(experienceReachedOn([weeks(51)], cecWork(programThresholds), 1, ON)).toBeNull();
  });

  test("a window that loses old hours as fast as it gains new ones is followed", () => {
    const old = job({ hoursPerWeek: 10, from: addYears(ON, -3), to: addDays(ON, -1) });
    const open = job({ hoursPerWeek: 30, from: ON, to: null });
    const date = experienceReachedOn([old, open], cecWork(programThresholds), 2, ON);
    expect(date).not.toBeNull();
    if (date === null) return;
    expect(experienceOn([old, open], cecWork(programThresholds), date).hours).toBeGreaterThanOrEqual(3120);
    expect(experienceOn([old, open], cecWork(programThresholds), addDays(date, -1)).hours).toBeLessThan(3120);
  });
});

describe("the TEER with the most hours decides the CEC language level", () => {
  const mix = (hoursInTeer1: number, hoursInTeer3: number) => {
    const days = (hours: number) => Math.round((hours / 30) * 7);
    const split = days(hoursInTeer3);
    return experienceOn(
      [
        job({
          nocCode: "21232",
          from: addDays(ON, -(split + days(hoursInTeer1))),
          to: addDays(ON, -split - 1),
        }),
        job({ nocCode: "63200", from: addDays(ON, -split), to: addDays(ON, -1) }),
      ],
      cecWork(programThresholds),
      ON,
    );
  };
  test.each([
    [900, 700, 7],
    [700, 900, 5],
  ])("%i h in TEER 1 and %i h in TEER 3 need CLB %i", (one, three, level) => {
    expect(cecLanguageLevel(programThresholds, leadingTeer(mix(one, three)))).toBe(level);
  });

  test("equal hours ask for the higher level", () =>
    expect(leadingTeer({ hoursByTeer: { 2: 800, 1: 800 } })).toBe(1));
  test("TEER 0 to 3 ask for 7, 7, 5, 5; an open TEER for 7", () => {
    expect([0, 1, 2, 3, null].map((teer) => cecLanguageLevel(programThresholds, teer))).toEqual([
      7, 7, 5, 5, 7,
    ]);
  });

  test("parallel jobs share the 30 hours in proportion", () => {
    const both = experienceOn(
      [weeks(10, { hoursPerWeek: 40, nocCode: "21232" }), weeks(10, { hoursPerWeek: 20, nocCode: "63200" })],
      cecWork(programThresholds),
      ON,
    );
    expect(both.hours).toBeCloseTo(300);
    expect(both.hoursByTeer[1]).toBeCloseTo(200);
    expect(both.hoursByTeer[3]).toBeCloseTo(100);
  });
});

test("TEER is the second digit of a five-digit code", () => {
  expect(["21231", "00012", "63200", "64100", "85100"].map(teerOf)).toEqual([1, 0, 3, 4, 5]);
  expect(["2123", "29999", "abcde", null].map(teerOf)).toEqual([null, null, null, null]);
  expect([isSkilled("63200"), isSkilled("64100"), isSkilled(null)]).toEqual([true, false, null]);
});
