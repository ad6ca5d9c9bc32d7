import { describe, expect, test } from "vitest";
import { assessCrs } from "../crs/assess";
import { assessCec } from "../eligibility/cec";
import type { Credential, Job } from "../facts";
import { canadian, job, single } from "../testing/case-facts";
import { crsCanadianWork, experienceOn } from "./experience";
import { jobsOutsideStudy } from "./outside-study";
import { jobsWithinStatus } from "./within-status";

const ON = "2026-01-05";
/** 30 hours a week from the beginning of 2024 on, said to be during full-time study. */
const during = job({
  hoursPerWeek: 30,
  from: "2024-01-01",
  to: null,
  nocCode: "62200",
  duringFullTimeStudy: true,
});
const college = (overrides: Partial<Credential> = {}) =>
  canadian({ level: "two_year_post_secondary", from: "2023-09-04", awardedOn: "2024-12-31", ...overrides });

const hours = (jobs: Job[], credentials: Credential[]) =>
  experienceOn(jobsWithinStatus(single({ jobs, credentials }).people[0]!), crsCanadianWork, ON).hours;

describe("a job during full-time study", () => {
  test("counts on the days outside the study", () => {
    const weeks = (days: number) => (days / 7) * 30;
    // 1 Jan 2025 to 4 Jan 2026.
    expect(hours([during], [college()])).toBeCloseTo(weeks(369), 6);
    const two = [
      college({ awardedOn: "2024-06-30" }),
      college({ from: "2025-01-01", awardedOn: "2025-12-31" }),
    ];
    // 1 Jul to 31 Dec 2024, and 1 to 4 Jan 2026.
    expect(hours([during], two)).toBeCloseTo(weeks(184 + 4), 6);
  });

  test("does not count at all where the study has no dates, is elsewhere, or goes on", () => {
    for (const study of [
      college({ from: null }),
      college({ country: "IN" }),
      college({ fullTime: false }),
      college({ distanceLearning: true }),
      college({ awardedOn: null }),
    ]) {
      expect(hours([during], [study])).toBe(0);
    }
    expect(hours([during], [])).toBe(0);
  });

  test("is left alone where nobody said that it was during study", () => {
    const said = { ...during, duringFullTimeStudy: false };
    expect(jobsOutsideStudy([said], [college()])).toEqual([said]);
    const open = { ...during, duringFullTimeStudy: null };
    expect(jobsOutsideStudy([open], [college()])).toEqual([open]);
  });

  test("is never counted twice where studies overlap", () => {
    const overlapping = [college({ awardedOn: "2024-08-31" }), college({ from: "2024-06-01" })];
    const parts = jobsOutsideStudy([during], overlapping);
    expect(parts.map(({ from, to, duringFullTimeStudy }) => [from, to, duringFullTimeStudy])).toEqual([
      ["2025-01-01", null, false],
      ["2024-01-01", "2024-12-31", true],
    ]);
  });

  test("gives the class and the score the year after the study", () => {
    const facts = single({ jobs: [during], credentials: [college()] });
    const work = (on: string) => assessCec(facts, on).criteria.find(({ id }) => id === "cec.work");
    expect(work("2025-12-30")).toMatchObject({ verdict: "not_met", metOn: "2025-12-31" });
    expect(work("2025-12-31")?.verdict).toBe("met");
    expect(assessCrs(facts, ON).factors.canadianWorkYears).toBe(1);
  });
});
