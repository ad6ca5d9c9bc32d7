/** Properties of a score from facts: nothing of how they are entered matters, and more is never less (1.9). */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assessEligibility } from "../eligibility/assess";
import type { CaseFacts, PersonFacts } from "../facts";
import { forecast, stepOn } from "../forecast/forecast";
import { anyCaseFacts, AROUND } from "@/lib/testing/any-facts";
import { canadian, job, languageTest, single } from "../testing/case-facts";
import { consultationRuleset, HIGH_WAGE, tablesWith } from "../testing/rulesets";
import { addDays, addYears } from "../timing/calendar-date";
import { assessCrs } from "./assess";

const RUNS = { numRuns: 60 };
const dates = fc.integer({ min: -400, max: 400 }).map((days) => addDays(AROUND, days));
const total = (facts: CaseFacts, on: string) => assessCrs(facts, on).score.total;

function withPrincipal(
  facts: CaseFacts,
  change: (principal: PersonFacts) => Partial<PersonFacts>,
): CaseFacts {
  const people = facts.people.map((person) =>
    person.role === "principal" ? { ...person, ...change(person) } : person,
  );
  return { ...facts, people };
}

function reversed(facts: CaseFacts): CaseFacts {
  const people = facts.people.map((person) => ({
    ...person,
    jobs: person.jobs.toReversed(),
    languageTests: person.languageTests.toReversed(),
    credentials: person.credentials.toReversed(),
    addresses: person.addresses.toReversed(),
  }));
  return { ...facts, people: people.toReversed() };
}

test("the order in which facts were entered changes no figure and no verdict", () => {
  fc.assert(
    fc.property(anyCaseFacts, dates, (facts, on) => {
      const other = reversed(facts);
      expect(assessCrs(other, on).score).toEqual(assessCrs(facts, on).score);
      const [one, two] = [assessEligibility(facts, on), assessEligibility(other, on)];
      expect(two.verdicts).toEqual(one.verdicts);
      expect(two.grid.total).toBe(one.grid.total);
    }),
    RUNS,
  );
});

test("the lines add up to the sections, the sections to the total, and none is above its maximum", () => {
  fc.assert(
    fc.property(anyCaseFacts, dates, (facts, on) => {
      const { lines, sections, score } = assessCrs(facts, on);
      for (const { points, max } of [...lines, ...sections]) {
        expect(points).toBeGreaterThanOrEqual(0);
        expect(points).toBeLessThanOrEqual(max);
      }
      expect(sections.reduce((sum, { points }) => sum + points, 0)).toBe(score.total);
      for (const section of sections) {
        const sum = lines.reduce((all, line) => all + (line.section === section.id ? line.points : 0), 0);
        expect(section.points).toBeLessThanOrEqual(sum);
        if (section.id === "core" || section.id === "spouse") expect(section.points).toBe(sum);
      }
    }),
    RUNS,
  );
});

describe("more facts are never fewer points", () => {
  test("another test, in either language", () => {
    const kinds = fc.constantFrom(
      languageTest("celpip_general", [7, 8, 6, 9], { takenOn: addDays(AROUND, -420) }),
      languageTest("tcf_canada", [453, 10, 458, 10], { takenOn: addDays(AROUND, -420) }),
    );
    fc.assert(
      fc.property(anyCaseFacts, dates, kinds, (facts, on, added) => {
        const more = withPrincipal(facts, ({ languageTests }) => ({
          languageTests: [...languageTests, added],
        }));
        expect(total(more, on)).toBeGreaterThanOrEqual(total(facts, on));
        expect(assessEligibility(more, on).grid.total).toBeGreaterThanOrEqual(
          assessEligibility(facts, on).grid.total,
        );
      }),
      RUNS,
    );
  });

  test("another job in Canada, another credential, a certificate, a sibling", () => {
    const added = job({ nocCode: "21231", from: addYears(AROUND, -4), to: addYears(AROUND, -2) });
    const college = canadian({ level: "one_year_post_secondary", awardedOn: "2019-05-01" });
    fc.assert(
      fc.property(anyCaseFacts, dates, (facts, on) => {
        const open = { ...facts, people: facts.people.map((one) => ({ ...one, statusExpiresOn: null })) };
        const before = total(open, on);
        const variants = [
          withPrincipal(open, ({ jobs }) => ({ jobs: [...jobs, added] })),
          withPrincipal(open, ({ credentials }) => ({ credentials: [...credentials, college] })),
          { ...open, family: { ...open.family, siblingInCanada: true } },
        ];
        for (const more of variants) expect(total(more, on)).toBeGreaterThanOrEqual(before);
      }),
      RUNS,
    );
  });
});

describe("under a ruleset with points for occupations that pay well", () => {
  const levels = [
    { ...HIGH_WAGE.levels[0]!, noc: ["31301", "32101"] },
    { ...HIGH_WAGE.levels[1]!, noc: ["21231"] },
    { ...HIGH_WAGE.levels[2]!, noc: ["72310"] },
  ];
  const tables = tablesWith(consultationRuleset({ ...HIGH_WAGE, work_window_years: 5, levels }));

  test("the forecast knows the day on which the year in such an occupation is complete", () => {
    const facts = single({
      birthDate: "1995-03-03",
      jobs: [
        job({ nocCode: "62200", from: "2025-03-01", to: "2025-08-31" }),
        job({ nocCode: "32101", from: "2025-09-15", to: "2026-02-28" }),
        job({ nocCode: "31301", from: "2026-06-01", to: null }),
      ],
    });
    const { changes } = forecast(facts, "2026-11-23", { tables, months: 6 });
    const work = changes.filter(({ lines }) => lines.some(({ id }) => id === "additional.highWageWork"));
    // 52 weeks in the two occupations of the level; the year of any Canadian work was complete before.
    expect(work.map(({ on }) => on)).toEqual(["2026-12-15"]);
  });

  test("for any facts, the forecast is still the answer of the day", () => {
    fc.assert(
      fc.property(anyCaseFacts, (facts) => {
        const result = forecast(facts, "2026-11-01", { tables, months: 6 });
        for (let day = 0; day < 180; day += 1) {
          const on = addDays("2026-11-01", day);
          expect([on, stepOn(result, on)?.score]).toEqual([on, assessCrs(facts, on, { tables }).score.total]);
        }
      }),
      { numRuns: 15 },
    );
  });
});
