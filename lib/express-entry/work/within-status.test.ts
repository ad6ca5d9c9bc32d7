import { describe, expect, test } from "vitest";
import { assessCrs } from "../crs/assess";
import { assessCec } from "../eligibility/cec";
import type { PersonFacts } from "../facts";
import { abroad, job, ON, single } from "../testing/case-facts";
import { addDays, addYears } from "../timing/calendar-date";
import { crsCanadianWork, crsForeignWork, experienceOn } from "./experience";
import { jobsWithinStatus } from "./within-status";

/** A worker whose open job in Canada reaches its year on the day after `end`. */
const end = addDays(ON, 10);
const open = job({ hoursPerWeek: 30, from: addDays(end, -363), to: null });
const worker = (over: Partial<PersonFacts> = {}): Parameters<typeof jobsWithinStatus>[0] => ({
  jobs: [open],
  statusInCanada: "worker",
  statusExpiresOn: end,
  ...over,
});
const hours = (person: Parameters<typeof jobsWithinStatus>[0], on: string) =>
  experienceOn(jobsWithinStatus(person), crsCanadianWork, on).hours;

describe("work in Canada and the end of status", () => {
  test("the last day of status counts, the day after does not", () => {
    expect(hours(worker(), addDays(end, 1))).toBe(1560);
    expect(hours(worker(), addDays(end, 200))).toBe(1560);
    const day = 30 / 7;
    const dayLess = worker({ statusExpiresOn: addDays(end, -1) });
    expect(hours(dayLess, addDays(end, 200))).toBeCloseTo(1560 - day, 6);
  });

  test("an end that was not asked for is no end", () => {
    expect(hours(worker({ statusExpiresOn: null }), addDays(end, 8))).toBe(1560 + 30);
  });

  test.each(["citizen", "permanent_resident"] as const)("a %s works on", (statusInCanada) => {
    expect(hours(worker({ statusInCanada }), addDays(end, 8))).toBe(1560 + 30);
  });

  test("a job that began after the end was without status", () => {
    const jobs = [job({ from: addDays(ON, -200), to: null })];
    const experience = experienceOn(
      jobsWithinStatus(worker({ jobs, statusExpiresOn: addDays(ON, -201) })),
      crsCanadianWork,
      ON,
    );
    expect(experience).toMatchObject({ hours: 0, excluded: [{ reason: "not_authorized" }] });
  });

  test("work abroad goes on", () => {
    const person = worker({ jobs: [abroad(1, { to: null })], statusExpiresOn: addDays(ON, -100) });
    expect(experienceOn(jobsWithinStatus(person), crsForeignWork, ON).years).toBe(1);
  });
});

describe("what is derived from it", () => {
  const facts = (statusExpiresOn: string | null) =>
    single({ jobs: [open], statusInCanada: "worker", statusExpiresOn });
  const later = addYears(end, 1);

  test("the class is not met on a date after which the status stops the hours", () => {
    const work = (until: string | null) =>
      assessCec(facts(until), ON).criteria.find(({ id }) => id === "cec.work");
    expect(work(null)?.metOn).toBe(addDays(end, 1));
    expect(work(end)?.metOn).toBe(addDays(end, 1));
    expect(work(addDays(end, -1))?.metOn).toBeUndefined();
  });

  test("the score of a later date gains no second year", () => {
    const score = (until: string | null) => assessCrs(facts(until), later).score.total;
    expect(score(null)).toBeGreaterThan(score(end));
  });
});
