/** The scenarios of the sketch, with its figures; eligibility that opens and closes. */
import { describe, expect, test } from "vitest";
import { abroad, languageTest, single } from "../testing/case-facts";
import { sketchPerson, sketchTest, TODAY } from "../testing/forecast-cases";
import { addDays } from "../timing/calendar-date";
import type { FactChange } from "./changes";
import { usualEffort } from "./effort";
import { renewalsOf } from "./renewals";
import { inAllFour } from "./scores-for-levels";
import { whatIf } from "./what-if";

const celpip = (level: number, on: string): FactChange => ({
  kind: "language_test",
  person: "principal",
  test: "celpip_general",
  on,
  result: { levels: inAllFour(level) },
});
const celpip10 = celpip(10, "2027-01-04");
const french7: FactChange = {
  kind: "language_test",
  person: "principal",
  test: "tef_canada",
  on: "2027-08-30",
  result: { levels: inAllFour(7) },
};
const nomination: FactChange = { kind: "nomination", province: "ON", on: "2027-06-21" };

describe("the scenarios of the sketch", () => {
  const facts = sketchPerson();

  test("B, CELPIP 10: 494, 488 after the birthday, 499 with the third year, 494 a year later", () => {
    const answer = whatIf(facts, [celpip10], TODAY);
    expect(answer).toMatchObject({
      title: "CELPIP 10 in all four",
      score: 482,
      best: { score: 499, on: "2027-05-31", inPool: true },
      gained: 12,
      madeOf: "3 points for each ability",
      weeks: 6,
      cost: 300,
    });
    expect(answer.forecast.steps.map(({ score }) => score)).toEqual([482, 494, 488, 499, 494]);
    expect(answer.forecast.changes[0]).toMatchObject({ on: "2027-01-04", text: "CELPIP 10: +12" });
  });

  test("C, French to NCLC 7 and the CELPIP again: 549, 544 after the second birthday", () => {
    const renewals = renewalsOf(facts, TODAY);
    expect(renewals.map(({ text }) => text)).toEqual(["CELPIP again by 17 Oct 2027"]);
    const answer = whatIf(facts, [french7, ...renewals.map(({ change }) => change)], TODAY);
    expect(answer).toMatchObject({
      best: { score: 549, on: "2027-08-30" },
      gained: 62,
      madeOf: "50 for French, 12 second language",
      opens: { programs: [], categories: ["french"] },
      weeks: 40,
      cost: 3700,
    });
    expect(answer.parts).toEqual([
      { id: "core.secondLanguage", label: "Second official language", points: 12 },
      { id: "additional.french", label: "French", points: 50 },
    ]);
    expect(answer.forecast.steps.at(-1)).toMatchObject({ score: 544, standing: "eligible" });
    expect(answer.forecast.changes.find(({ on }) => on === "2027-08-30")?.text).toBe("French NCLC 7: +62");
  });

  test("D, a nomination: 1,057, of 600 the cap takes 30", () => {
    expect(whatIf(facts, [nomination], TODAY)).toMatchObject({
      best: { score: 1057, on: "2027-06-21" },
      gained: 570,
      madeOf: "600 for the nomination, less 30 lost to the cap",
      opens: { programs: ["PNP"], categories: [] },
      weeks: 30,
      cost: 1500,
    });
  });

  test("weeks go side by side, costs add up, by the figures that are given", () => {
    const both = [celpip10, french7];
    expect(whatIf(facts, both, TODAY)).toMatchObject({ weeks: 40, cost: 3700 });
    const effort = { ...usualEffort, kinds: { ...usualEffort.kinds, french: { weeks: 26, cost: 2000 } } };
    expect(whatIf(facts, both, TODAY, { effort })).toMatchObject({ weeks: 26, cost: 2300 });
  });

  test("days in the pool", () => {
    const { daysInPool } = whatIf(facts, [celpip10], TODAY);
    // To 17 Oct 2027, and to the last day looked at.
    expect(daysInPool).toEqual({ asItStands: 329, withChanges: 732 });
  });
});

describe("eligibility", () => {
  test("a program that closes", () => {
    const leaving: FactChange = { kind: "job_offer", offer: null, on: TODAY };
    const offer = {
      employer: "Northern Systems Ltd",
      nocCode: "21231",
      fullTime: true,
      oneYearAfterVisa: true,
    };
    const facts = sketchPerson(
      {},
      {
        settlementFunds: { cents: 0, asOf: TODAY },
        jobOffer: { ...offer, arrangedEmployment: "lmia_permit_same_employer" },
      },
    );
    expect(whatIf(facts, [leaving], TODAY).closes.programs).toEqual(["FSW"]);
  });

  test("a change of a fact without history has its date and its name in the forecast", () => {
    const [change] = whatIf(sketchPerson(), [{ kind: "sibling", inCanada: true, on: "2027-02-01" }], TODAY)
      .forecast.changes;
    expect(change).toMatchObject({ on: "2027-02-01", points: 15 });
    expect(change?.causes).toMatchObject([{ kind: "what_if", label: "Sibling in Canada", points: 15 }]);
  });

  test("a change dated before the first day holds from the start", () => {
    expect(whatIf(sketchPerson(), [{ kind: "sibling", inCanada: true, on: "2020-01-01" }], TODAY).score).toBe(
      497,
    );
  });

  test("somebody without a test is opened to a program by one", () => {
    const facts = single({ birthDate: "1996-03-14", jobs: [abroad(3)], credentials: [] });
    const answer = whatIf(facts, [celpip(9, addDays(TODAY, 60))], TODAY);
    expect(answer.opens.programs).toEqual([]);
    expect(answer.madeOf).toContain("for first language");
  });
});

test("a second test of the same kind on the same day changes nothing", () => {
  const facts = sketchPerson({ languageTests: [sketchTest, languageTest("celpip_general", [9, 9, 9, 9])] });
  expect(whatIf(facts, [celpip(9, TODAY)], TODAY).score).toBe(482);
});
