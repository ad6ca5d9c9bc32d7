/** When time alone meets a criterion, and until when it is met (issue 3, point 4). */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CaseFacts } from "../facts";
import {
  abroad,
  born,
  couple,
  credential,
  job,
  languageTest,
  ON,
  single,
  years,
} from "../testing/case-facts";
import { anyCaseFacts } from "@/lib/testing/any-facts";
import { addDays, addMonths, addYears } from "../timing/calendar-date";
import { assessEligibility } from "./assess";
import { assessEligibilityAhead, categoriesAhead } from "./when-met";

const ahead = (facts: CaseFacts, id: string, on = ON) =>
  assessEligibilityAhead(facts, on)
    .programs.flatMap(({ criteria }) => criteria)
    .find((criterion) => criterion.id === id);

describe("will be met if nothing changes", () => {
  test("work in Canada, on the day after its last hour", () => {
    const facts = single({ jobs: [job({ hoursPerWeek: 30, from: addDays(ON, -357), to: null })] });
    expect(ahead(facts, "cec.work")).toMatchObject({ verdict: "not_met", metOn: addDays(ON, 7) });
  });

  test("the grid, when another year of work brings the points", () => {
    const short = single({
      birthDate: born(30),
      credentials: [credential()],
      languageTests: [languageTest("celpip_general", [8, 8, 8, 9])],
      jobs: [abroad(1, { from: addDays(addYears(ON, -4), 10), hoursPerWeek: 30, to: null })],
    });
    // 21 + 21 + 11 + 12 = 65; with the fourth year 13 instead of 11: 67.
    const grid = ahead(short, "fsw.grid");
    expect(grid).toMatchObject({ verdict: "not_met", figure: "65 points" });
    expect(grid?.metOn && assessEligibility(short, grid.metOn).grid.total).toBe(67);
    expect(grid?.metOn && assessEligibility(short, addDays(grid.metOn, -1)).grid.total).toBe(65);
  });

  test("a credential whose assessment is dated, and a test whose result is", () => {
    const issued = addDays(ON, 40);
    const facts = single({
      credentials: [credential({ eca: { body: "WES", issuedOn: issued, reference: null } })],
      languageTests: [
        languageTest("celpip_general", [9, 9, 9, 9], { takenOn: addDays(ON, -1), resultOn: addDays(ON, 6) }),
      ],
    });
    expect(ahead(facts, "fsw.education")?.metOn).toBe(issued);
    expect(ahead(facts, "fsw.language")?.metOn).toBe(addDays(ON, 6));
  });

  test("settlement funds, when a child is no longer counted", () => {
    const birthDate = addDays(addYears(ON, -22), 30);
    const facts = single({}, { settlementFunds: { cents: 1_600_000, asOf: ON } });
    const child = { ...facts.people[0]!, id: "child", role: "child" as const, birthDate };
    const withChild = { ...facts, people: [...facts.people, child] };
    expect(ahead(withChild, "fsw.funds")).toMatchObject({ verdict: "not_met", metOn: addDays(ON, 30) });
  });

  test("what time alone does not meet has no date", () => {
    const facts = couple({ jobs: [years(1)] }, {});
    for (const id of ["fsw.language", "fst.certificate-or-offer", "pnp.nomination"]) {
      expect(ahead(facts, id)).toMatchObject({ verdict: "not_met" });
      expect(ahead(facts, id)).not.toHaveProperty("metOn");
    }
  });
});

describe("is met until", () => {
  test("the work slips out of the three years", () => {
    const facts = single({ jobs: [years(1, { hoursPerWeek: 30 })] });
    const work = ahead(facts, "cec.work");
    expect(work?.lastDay && assessEligibility(facts, work.lastDay).programs[1]?.criteria[0]?.verdict).toBe(
      "met",
    );
    const after = addDays(work?.lastDay ?? ON, 1);
    expect(assessEligibility(facts, after).programs[1]?.criteria[0]?.verdict).toBe("not_met");
  });

  test("the last of the tests that meet it", () => {
    const facts = single({
      languageTests: [
        languageTest("celpip_general", [9, 9, 9, 9], { takenOn: "2024-06-01" }),
        languageTest("celpip_general", [7, 7, 7, 7], { takenOn: "2025-06-01" }),
      ],
    });
    expect(ahead(facts, "fsw.language")?.lastDay).toBe("2027-05-31");
    expect(assessEligibility(facts, ON).programs[2]?.criteria[1]?.lastDay).toBe("2027-05-31");
  });

  test("a Canadian credential never lapses, whatever else is assessed", () => {
    const both = single({ credentials: [credential(), credential({ country: "CA", eca: null })] });
    expect(ahead(both, "fsw.education")).not.toHaveProperty("lastDay");
    expect(assessEligibility(both, ON).programs[2]?.criteria[2]).not.toHaveProperty("lastDay");
  });
});

test("a category is in or out, and says when that changes", () => {
  const nurse = single({
    jobs: [job({ nocCode: "31301", hoursPerWeek: 30, from: addDays(ON, -175), to: null })],
  });
  const healthcare = categoriesAhead(nurse, ON).find(({ category }) => category === "healthcare");
  expect(healthcare).toMatchObject({ verdict: "not_met", version: "CBS-2025", metOn: addDays(ON, 7) });
});

test("for any facts, a date said is the first on which the verdict is another", () => {
  fc.assert(
    fc.property(anyCaseFacts, (facts) => {
      const on = "2026-11-23";
      for (const criterion of assessEligibilityAhead(facts, on, { months: 12 }).programs.flatMap(
        (p) => p.criteria,
      )) {
        const verdictOn = (date: string) =>
          assessEligibility(facts, date)
            .programs.flatMap(({ criteria }) => criteria)
            .find(({ id }) => id === criterion.id)?.verdict;
        const { metOn, lastDay } = criterion;
        if (metOn)
          expect([verdictOn(addDays(metOn, -1)) === "met", verdictOn(metOn)]).toEqual([false, "met"]);
        if (lastDay)
          expect([verdictOn(lastDay), verdictOn(addDays(lastDay, 1)) === "met"]).toEqual(["met", false]);
        if (!metOn && !lastDay) {
          const met = criterion.verdict === "met";
          const later = [30, 91, 182, 273, 364].map((days) => verdictOn(addDays(on, days)) === "met");
          expect(later).toEqual(later.map(() => met));
        }
      }
    }),
    { numRuns: 15 },
  );
});

test("it looks three years ahead", () => {
  const last = addMonths(ON, 36);
  const turning = single({
    credentials: [credential({ eca: { body: "WES", issuedOn: last, reference: null } })],
  });
  expect(assessEligibilityAhead(turning, ON).programs[2]?.criteria[2]?.metOn).toBe(last);
});
