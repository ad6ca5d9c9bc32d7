/** A ruleset as the consultation of 2026 proposed it, entered as data (rules reference 0.2). */
import { describe, expect, test } from "vitest";
import type { HighWageFactor } from "../data/crs-tables";
import type { CaseFacts, FamilyFacts, Job, JobOffer, PersonFacts } from "../facts";
import { readCrsRuleset } from "../rule-entry/read-crs-ruleset";
import { abroad, born, canadian, job, languageTest, single } from "../testing/case-facts";
import { consultationRuleset, HIGH_WAGE, tablesWith } from "../testing/rulesets";
import { addDays, addYears } from "../timing/calendar-date";
import { assessCrs } from "./assess";

const ON = "2026-11-23";
const worked = (years: number, nocCode: string, endedYearsAgo = 0, overrides: Partial<Job> = {}): Job =>
  job({
    nocCode,
    from: addYears(ON, -(years + endedYearsAgo)),
    to: addDays(addYears(ON, -endedYearsAgo), -1),
    ...overrides,
  });
const offer = (nocCode: string, overrides: Partial<JobOffer> = {}): JobOffer => ({
  employer: "Northern Systems Ltd",
  nocCode,
  arrangedEmployment: null,
  fullTime: true,
  oneYearAfterVisa: true,
  ...overrides,
});

function assess(facts: CaseFacts, highWage: HighWageFactor = HIGH_WAGE) {
  return assessCrs(facts, ON, { tables: tablesWith(consultationRuleset(highWage)) });
}
const jobs = (...list: Job[]) => single({ birthDate: born(30, ON), jobs: list });
const work = (...list: Job[]) => assess(jobs(...list)).score.additional.highWageWork;
const offered = (given: JobOffer | null, highWage?: HighWageFactor) =>
  assess(single({}, { jobOffer: given }), highWage).score.additional.highWageOffer;

test("the ruleset of the consultation can be entered", () => {
  expect(readCrsRuleset(consultationRuleset())).toMatchObject({ ok: true });
  expect(readCrsRuleset(consultationRuleset({ ...HIGH_WAGE, section: "core" }))).toMatchObject({ ok: true });
});

describe("Canadian work in an occupation that pays well", () => {
  test("earns by level and whole years, the last figure standing for more", () => {
    expect(work(worked(1, "31102"))).toBe(40);
    expect(work(worked(2, "31102"))).toBe(60);
    expect(work(worked(5, "31102"))).toBe(60);
    expect(work(worked(2, "72310"))).toBe(15);
    expect(work(worked(1, "21232", 0, { to: addDays(ON, -30) }))).toBe(0);
    expect(work(worked(3, "21231"))).toBe(0);
  });

  test("a year at a level is also one at every level below it: years add up", () => {
    expect(work(worked(1, "72310", 1), worked(1, "21232"))).toBe(20);
    expect(work(worked(1, "21232", 1), worked(1, "31102"))).toBe(40);
    const half = worked(1, "21232", 0, { hoursPerWeek: 15 });
    const other = worked(1, "31102", 0, { hoursPerWeek: 15 });
    expect(work(half, other)).toBe(20);
  });

  test("abroad, unauthorized, self-employed or older than the window it earns nothing", () => {
    expect(work(abroad(3, { nocCode: "31102" }))).toBe(0);
    expect(work(worked(2, "31102", 0, { authorized: false }))).toBe(0);
    expect(work(worked(2, "31102", 0, { selfEmployed: true }))).toBe(0);
    expect(work(worked(2, "31102", 11))).toBe(0);
  });
});

describe("an offer in such an occupation", () => {
  test("earns by the level of its occupation", () => {
    expect([offered(offer("31102")), offered(offer("21232")), offered(offer("72310"))]).toEqual([40, 20, 10]);
    expect([offered(offer("63200")), offered(null)]).toEqual([0, 0]);
  });

  test("meets the conditions of the ruleset, and no others", () => {
    expect(offered(offer("31102", { fullTime: false }))).toBe(0);
    expect(offered(offer("31102", { oneYearAfterVisa: false }))).toBe(0);
    const strict: HighWageFactor = { ...HIGH_WAGE, offer_conditions: ["lmia_or_work_permit"] };
    expect(offered(offer("31102", { fullTime: false }), strict)).toBe(0);
    expect(offered(offer("31102", { arrangedEmployment: "lmia_no_permit" }), strict)).toBe(40);
  });
});

describe("the figures in the score", () => {
  const both = single({ birthDate: born(30, ON), jobs: [worked(2, "31102")] }, { jobOffer: offer("31102") });
  const bare = single({ birthDate: born(30, ON), jobs: [worked(2, "21231")] });

  test("stand in the section the ruleset names, under the factor's own maximum", () => {
    const { score } = assess(both);
    expect(score.additional).toMatchObject({ total: 80, highWageWork: 60, highWageOffer: 40 });
    expect(score.total - assess(bare).score.total).toBe(80);
    const core = assess(both, { ...HIGH_WAGE, section: "core" });
    expect(core.score.additional).toEqual({
      total: 0,
      sibling: 0,
      french: 0,
      canadianStudy: 0,
      nomination: 0,
    });
    expect(core.score.core.total - assess(bare).score.core.total).toBe(80);
    expect(core.score.total).toBe(score.total);
  });

  test("are two lines with their maxima, named by the level", () => {
    const lines = assess(both).lines.filter(({ id }) => id.includes("highWage"));
    expect(lines.map(({ id, input, points, max }) => ({ id, input, points, max }))).toEqual([
      { id: "additional.highWageWork", input: "2 years, 2 × the median wage", points: 60, max: 60 },
      { id: "additional.highWageOffer", input: "2 × the median wage", points: 40, max: 40 },
    ]);
  });

  test("cite the ruleset that was entered", () => {
    expect(assess(both).lines.map(({ source }) => source.version)).not.toContain("CRS-2025-03-25");
    expect(assess(both).lines[0]?.source).toEqual({
      section: "1.2",
      document: "Invented for a test",
      url: "https://example.org/crs",
      version: "CRS-2026-11-03",
    });
  });

  test("are not there at all under a shipped ruleset", () => {
    const { score, lines, factors } = assessCrs(both, "2026-11-02");
    expect(Object.keys(score.additional)).toEqual([
      "total",
      "sibling",
      "french",
      "canadianStudy",
      "nomination",
    ]);
    expect(Object.keys(score.core)).toHaveLength(6);
    expect(lines.filter(({ id }) => id.includes("highWage"))).toEqual([]);
    expect(factors).not.toHaveProperty("highWage");
  });
});

describe("points that were taken away or narrowed", () => {
  const facts = (person: Partial<PersonFacts>, family: Partial<FamilyFacts> = {}) =>
    assess(single({ birthDate: born(30, ON), ...person }, family)).score;
  const testOf = (kind: "celpip_general" | "tef_canada", ...scores: [number, number, number, number]) =>
    languageTest(kind, scores, { takenOn: addDays(ON, -50) });

  test("French and a sibling earn nothing more, the second language still does", () => {
    const languageTests = [testOf("celpip_general", 9, 9, 9, 9), testOf("tef_canada", 248, 371, 298, 371)];
    const { additional, core } = facts({ languageTests }, { siblingInCanada: true });
    expect(additional.total).toBe(0);
    expect(core.secondLanguage).toBe(24);
  });

  test("study in Canada counts for graduates alone", () => {
    const study = (level: "bachelor_or_three_plus_year" | "doctorate") =>
      facts({ credentials: [canadian({ level })] }).additional.canadianStudy;
    expect([study("bachelor_or_three_plus_year"), study("doctorate")]).toEqual([0, 30]);
  });

  test("certificates count in the listed trades alone", () => {
    const languageTests = [testOf("celpip_general", 7, 7, 7, 7)];
    const certificate = (nocCode: string) =>
      facts(
        { languageTests },
        {
          certificateOfQualification: {
            nocCode,
            province: "AB",
            issuedOn: addYears(ON, -1),
            expiresOn: null,
          },
        },
      ).transferability.certificate;
    expect([certificate("72310"), certificate("72200")]).toEqual([50, 0]);
  });
});
