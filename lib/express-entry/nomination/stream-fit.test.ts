import { describe, expect, it } from "vitest";
import { canadian, credential, job, languageTest, ON, single, years } from "../testing/case-facts";
import type { CaseFacts } from "../facts";
import { assessStream, streamCandidate, type StreamTerms } from "./stream-fit";

const NOTHING: StreamTerms = {
  nocCodes: [],
  workMonths: null,
  workYears: null,
  category: null,
  study: null,
  minCrs: null,
  minLevel: null,
};

const fit = (facts: CaseFacts, terms: Partial<StreamTerms>, score: number | null = 470) =>
  assessStream({ ...NOTHING, ...terms }, streamCandidate(facts, ON, score));

const engineer = single({ jobs: [years(2, { title: "Engineer", nocCode: "21231", to: null })] });

describe("the terms of a stream against dated facts", () => {
  it("finds the listed job, and says since when", () => {
    const { verdict, conditions } = fit(engineer, { nocCodes: ["21231", "21232"], workMonths: 12 });
    expect(verdict).toBe("met");
    expect(conditions).toHaveLength(1);
    expect(conditions[0]?.figure).toMatch(/^Engineer \(NOC 21231\) since 7 Jan 2024: 3,1\d\d h in all$/);
    expect(conditions[0]?.needs).toBe("12 months of work in NOC 21231, 21232");
  });

  it("counts a month as 130 hours: eleven months and three weeks are not twelve", () => {
    const short = single({ jobs: [job({ nocCode: "21231", from: "2025-01-16", to: "2026-01-06" })] });
    expect(fit(short, { nocCodes: ["21231"], workMonths: 11 }).verdict).toBe("met");
    expect(fit(short, { nocCodes: ["21231"], workMonths: 12 }).verdict).toBe("not_met");
  });

  it("leaves out work before the years the stream looks back", () => {
    const old = single({ jobs: [years(2, { nocCode: "21231" }, 6)] });
    expect(fit(old, { nocCodes: ["21231"], workMonths: 12 }).verdict).toBe("met");
    expect(fit(old, { nocCodes: ["21231"], workMonths: 12, workYears: 5 }).verdict).toBe("not_met");
  });

  it("is in doubt about a job without a code, and about work in Canada nobody asked the permit of", () => {
    const uncoded = single({ jobs: [years(2, { nocCode: null, to: null })] });
    expect(fit(uncoded, { nocCodes: ["21231"] })).toMatchObject({
      verdict: "unknown",
      conditions: [{ figure: expect.stringContaining("to be checked") }],
    });
    const unasked = single({ jobs: [years(2, { nocCode: "21231", authorized: null })] });
    expect(fit(unasked, { nocCodes: ["21231"] }).verdict).toBe("unknown");
  });

  it("takes the category from the lists in force", () => {
    const french = single({ languageTests: [languageTest("tef_canada", [250, 400, 300, 400])] });
    const { conditions } = fit(french, { category: "french" });
    expect(conditions[0]).toMatchObject({ id: "category", needs: expect.stringContaining("NCLC 7") });
    expect(fit(single({}), { category: "french" }).verdict).toBe("not_met");
  });

  it("knows a Canadian credential, and asks in which province it was earned", () => {
    const graduate = single({ credentials: [canadian()] });
    expect(fit(graduate, { study: "canada" }).verdict).toBe("met");
    expect(fit(graduate, { study: "province" })).toMatchObject({
      verdict: "unknown",
      conditions: [{ figure: expect.stringContaining("University of Calgary") }],
    });
    expect(fit(single({ credentials: [credential()] }), { study: "province" }).verdict).toBe("not_met");
  });

  it.each([
    [459, "not_met"],
    [460, "met"],
    [null, "unknown"],
  ] as const)("a score of %s against 460 is %s", (score, verdict) => {
    expect(fit(engineer, { minCrs: 460 }, score).verdict).toBe(verdict);
  });

  it("takes the lowest ability of one test for the level", () => {
    const tested = single({ languageTests: [languageTest("celpip_general", [9, 9, 7, 9])] });
    expect(fit(tested, { minLevel: 7 }).verdict).toBe("met");
    expect(fit(tested, { minLevel: 8 }).verdict).toBe("not_met");
    expect(fit(engineer, { minLevel: 4 }).verdict).toBe("not_met");
  });

  it("needs every term: one that is not met decides over one in doubt", () => {
    const graduate = single({ credentials: [canadian()] });
    expect(fit(graduate, { study: "province", minCrs: 600 }).verdict).toBe("not_met");
    expect(fit(graduate, { study: "province", minCrs: 400 }).verdict).toBe("unknown");
  });
});
