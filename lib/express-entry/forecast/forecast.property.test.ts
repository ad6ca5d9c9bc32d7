/** A forecast says for every day what the engine says for that day, and its causes add up. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assessCrs } from "../crs/assess";
import { categoriesOn } from "../draws/categories";
import { assessEligibility } from "../eligibility/assess";
import type { CaseFacts } from "../facts";
import { shippedTables, type RuleTables } from "../rule-tables";
import { anyCaseFacts, AROUND } from "@/lib/testing/any-facts";
import { addDays, type IsoDate } from "../timing/calendar-date";
import { forecast, stepOn } from "./forecast";
import type { Forecast } from "./types";

const RUNS = 10;

function said(result: Forecast, on: IsoDate) {
  const step = stepOn(result, on);
  return (
    step && [
      step.score,
      step.rulesetId,
      step.superseded,
      step.verdicts,
      step.invitationClass,
      step.categories,
    ]
  );
}

function assessed(facts: CaseFacts, on: IsoDate, tables: RuleTables) {
  const crs = assessCrs(facts, on, { tables });
  const { verdicts, invitationClass } = assessEligibility(facts, on, { tables });
  const categories = categoriesOn(facts, on, { tables });
  return [
    crs.score.total,
    crs.ruleset.id,
    crs.superseded,
    verdicts,
    invitationClass,
    categories.filter(({ verdict }) => verdict === "met").map(({ category }) => category),
  ];
}

const dates = fc.integer({ min: -700, max: 40 }).map((days) => addDays(AROUND, days));

/** A funds table and a list of thresholds that begin in the middle. */
const busyTables: RuleTables = {
  ...shippedTables,
  funds: shippedTables.funds.flatMap((table, index, all) =>
    index < all.length - 1
      ? [table]
      : [
          { ...table, effective_to: "2027-07-04" },
          {
            ...table,
            id: "POF-2027",
            effective_from: "2027-07-05",
            amounts: { ...table.amounts, "1": 16_500 },
          },
        ],
  ),
  thresholds: shippedTables.thresholds.flatMap((version) => [
    { ...version, effective_to: "2027-02-28" },
    {
      ...version,
      id: "2027",
      effective_from: "2027-03-01",
      CEC: { ...version.CEC, window_years: 4, min_years: 2 },
    },
  ]),
};

describe("for any facts and any day", () => {
  test("the forecast is the answer of the day", { timeout: 120_000 }, () =>
    fc.assert(
      fc.property(anyCaseFacts, dates, fc.boolean(), (facts, from, busy) => {
        const tables = busy ? busyTables : shippedTables;
        const result = forecast(facts, from, { tables });
        for (let on = from; on <= result.to; on = addDays(on, 1)) {
          expect([on, ...(said(result, on) ?? [])]).toEqual([on, ...assessed(facts, on, tables)]);
        }
      }),
      { numRuns: RUNS },
    ),
  );

  test("causes, steps and changes agree with each other", () =>
    fc.assert(
      fc.property(anyCaseFacts, dates, (facts, from) => {
        const { steps, changes, best, score, to, leavesPool } = forecast(facts, from, { tables: busyTables });
        expect(steps[0]).toMatchObject({ from, score });
        expect(steps.at(-1)?.to).toBe(to);
        expect(steps.slice(1).map((step) => step.from)).toEqual(changes.map(({ on }) => on));
        changes.forEach((change, index) => {
          const [before, after] = [steps[index], steps[index + 1]];
          expect([before?.score, after?.score]).toEqual([change.scoreBefore, change.scoreAfter]);
          expect(change.causes.length).toBeGreaterThan(0);
          expect(change.causes.reduce((sum, { points }) => sum + points, 0)).toBe(change.points);
          expect(change.sections.reduce((sum, move) => sum + move.after - move.before, 0)).toBe(
            change.points,
          );
        });
        const candidates = steps.filter(({ standing }) => !best.inPool || standing === "eligible");
        expect(best.score).toBe(Math.max(...candidates.map((step) => step.score)));
        if (leavesPool) expect(steps.at(-1)?.standing).not.toBe("eligible");
      }),
      { numRuns: 4 * RUNS },
    ));
});
