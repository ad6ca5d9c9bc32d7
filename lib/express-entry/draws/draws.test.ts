import { describe, expect, test } from "vitest";
import type { CaseFacts, Job } from "../facts";
import { abroad, job, languageTest, ON, single, years } from "../testing/case-facts";
import { categoriesOn, type Category } from "./categories";
import { isInvited, type PoolProfile, type Round } from "./invited";

/** The round of 7 January 2026. */
const round: Round = { program: "CEC", lowestCrs: 511, tieBreakAt: new Date("2025-06-10T15:59:25Z") };
const profile = (overrides: Partial<PoolProfile>): PoolProfile => ({
  score: 511,
  submittedAt: new Date("2025-06-10T15:59:25Z"),
  programs: ["CEC"],
  categories: [],
  ...overrides,
});

describe("the round of 7 January 2026", () => {
  test.each([
    ["a second before", "2025-06-10T15:59:24Z", true, "at_cut_off_before_tie_break", undefined],
    ["at the very second", "2025-06-10T15:59:25Z", true, "at_cut_off_before_tie_break", undefined],
    ["within that second", "2025-06-10T15:59:25.999Z", true, "at_cut_off_before_tie_break", undefined],
    ["a second after", "2025-06-10T15:59:26Z", false, "at_cut_off_after_tie_break", 1],
    ["an hour after", "2025-06-10T16:59:25Z", false, "at_cut_off_after_tie_break", 3600],
  ])("511, submitted %s", (_, submitted, invited, reason, secondsLate) => {
    const result = isInvited(profile({ submittedAt: new Date(submitted) }), round);
    expect(result).toEqual({
      invited,
      reason,
      margin: 0,
      ...(secondsLate === undefined ? {} : { secondsLate }),
    });
  });

  test("512 is invited whenever submitted, 510 never", () => {
    const late = new Date("2026-01-06T00:00:00Z");
    expect(isInvited(profile({ score: 512, submittedAt: late }), round)).toMatchObject({
      invited: true,
      margin: 1,
    });
    const early = new Date("2020-01-01T00:00:00Z");
    expect(isInvited(profile({ score: 510, submittedAt: early }), round)).toEqual({
      invited: false,
      reason: "below_cut_off",
      margin: -1,
    });
  });

  test("another program's candidate does not compete, at any score", () => {
    expect(isInvited(profile({ score: 600, programs: ["FSW"] }), round).reason).toBe("not_in_round");
  });
});

describe("other rounds", () => {
  test("a general round takes every eligible program, nobody without one", () => {
    const general = { ...round, program: "general" as const };
    expect(isInvited(profile({ programs: ["FST"] }), general).invited).toBe(true);
    expect(isInvited(profile({ score: 900, programs: [] }), general).reason).toBe("not_in_round");
  });

  test("a category round takes its members", () => {
    const french = { ...round, program: "french" as const };
    expect(isInvited(profile({ programs: ["FSW"], categories: ["french"] }), french).invited).toBe(true);
    expect(isInvited(profile({ programs: ["FSW"], categories: ["stem"] }), french).invited).toBe(false);
  });

  test("without a published tie-break the cut-off itself is enough", () => {
    expect(isInvited(profile({}), { ...round, tieBreakAt: null })).toEqual({
      invited: true,
      reason: "at_cut_off_no_tie_break_published",
      margin: 0,
    });
  });
});

describe("categories", () => {
  const nurse = { nocCode: "31301" };
  const verdict = (facts: CaseFacts, category: Category, on = ON) =>
    categoriesOn(facts, on).find((membership) => membership.category === category)?.verdict;
  const worked = (from: string, to: string, overrides: Partial<Job> = {}) =>
    single({ jobs: [job({ country: "IN", from, to, ...nurse, ...overrides })] });

  test.each([
    ["2025-02-26", 0],
    ["2025-02-27", 6],
    ["2025-12-08", 7],
    ["2026-02-17", 7],
    ["2026-02-18", 10],
  ])("on %s there are %i lists", (on, count) => expect(categoriesOn(single({}), on)).toHaveLength(count));

  test("2025: six months without a break; 2026: twelve months, added up", () => {
    const half = worked("2025-07-01", "2025-12-31");
    expect(verdict(half, "healthcare", "2026-02-17")).toBe("met");
    expect(verdict(half, "healthcare", "2026-02-18")).toBe("not_met");
    const twoQuarters = single({
      jobs: [
        job({ ...nurse, country: "IN", from: "2025-01-01", to: "2025-03-31" }),
        job({ ...nurse, country: "IN", from: "2025-06-01", to: "2025-08-31" }),
      ],
    });
    expect(verdict(twoQuarters, "healthcare", "2026-01-07")).toBe("not_met");
    const twoHalves = single({
      jobs: [
        abroad(1, { ...nurse, from: "2024-01-01", to: "2024-06-30" }),
        abroad(1, { ...nurse, from: "2025-01-01", to: "2025-07-31" }),
      ],
    });
    expect(verdict(twoHalves, "healthcare", "2026-03-01")).toBe("met");
  });

  test("one occupation at a time, in the last three years", () => {
    const mixed = single({
      jobs: [
        abroad(1, { nocCode: "31301", from: "2024-06-01", to: "2024-12-31" }),
        abroad(1, { nocCode: "31302", from: "2025-01-01", to: "2025-07-31" }),
      ],
    });
    expect(verdict(mixed, "healthcare", "2026-03-01")).toBe("not_met");
    expect(verdict(worked("2020-01-01", "2022-12-31"), "healthcare", "2026-03-01")).toBe("not_met");
  });

  test("butchers in and cooks out of trades in 2026", () => {
    const on2026 = "2026-03-01";
    const cook = worked("2024-01-01", "2025-12-31", { nocCode: "63200" });
    const butcher = worked("2024-01-01", "2025-12-31", { nocCode: "63201" });
    expect([verdict(cook, "trades"), verdict(cook, "trades", on2026)]).toEqual(["met", "not_met"]);
    expect([verdict(butcher, "trades"), verdict(butcher, "trades", on2026)]).toEqual(["not_met", "met"]);
    expect([verdict(butcher, "agriculture"), verdict(butcher, "agriculture", on2026)]).toEqual([
      "met",
      undefined,
    ]);
  });

  test("the Canadian-experience lists want the work in Canada", () => {
    const on = "2026-03-01";
    const physician = { nocCode: "31102", from: "2024-06-01", to: "2025-12-31" };
    expect(verdict(single({ jobs: [abroad(1, physician)] }), "physicians", on)).toBe("not_met");
    expect(verdict(single({ jobs: [years(1, physician)] }), "physicians", on)).toBe("met");
    expect(verdict(single({ jobs: [abroad(1, physician)] }), "healthcare", on)).toBe("met");
  });

  test("French is NCLC 7 in all four, whatever the occupation", () => {
    const french = (scores: [number, number, number, number]) =>
      single({ languageTests: [languageTest("tcf_canada", scores)] });
    expect(verdict(french([453, 10, 458, 10]), "french")).toBe("met");
    expect(verdict(french([453, 9, 458, 10]), "french")).toBe("not_met");
    // Of two tests the even one counts, though the other has the higher sum.
    const uneven = languageTest("tcf_canada", [549, 9, 549, 16]);
    const even = languageTest("tcf_canada", [453, 10, 458, 10]);
    expect(verdict(single({ languageTests: [uneven, even] }), "french")).toBe("met");
  });

  test("an occupation not entered leaves membership open; military recruits always need the offer", () => {
    expect(verdict(worked("2024-01-01", "2025-12-31", { nocCode: null }), "healthcare")).toBe("unknown");
    const officer = worked("2024-01-01", "2025-12-31", { nocCode: "40042" });
    expect(verdict(officer, "military", "2026-03-01")).toBe("unknown");
  });
});
