/** What holds of every scenario and of every ranking. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { assessCrs } from "../crs/assess";
import { categoriesOn } from "../draws/categories";
import { assessEligibility } from "../eligibility/assess";
import { forecast, stepOn } from "../forecast/forecast";
import { anyChanges } from "@/lib/testing/any-changes";
import { anyCaseFacts, AROUND } from "@/lib/testing/any-facts";
import { addDays } from "../timing/calendar-date";
import { applyChanges } from "./apply-changes";
import { parseChanges } from "./parse-changes";
import { rankImprovements } from "./rank";
import { forecastChanges, whatIf } from "./what-if";

const RUNS = 10;
const LONG = { timeout: 120_000 };
const MONTHS = 12;

test("nothing changed is nothing", LONG, () =>
  fc.assert(
    fc.property(anyCaseFacts, (facts) => {
      const plain = forecast(facts, AROUND, { months: MONTHS });
      expect(forecastChanges(facts, [], AROUND, { months: MONTHS })).toEqual(plain);
      expect(whatIf(facts, [], AROUND, { months: MONTHS })).toMatchObject({
        ...{ score: plain.score, best: plain.best, gained: 0, parts: [], madeOf: "", weeks: 0, cost: 0 },
        ...{ opens: { programs: [], categories: [] }, closes: { programs: [], categories: [] } },
      });
    }),
    { numRuns: 2 * RUNS },
  ),
);

test("the forecast of a scenario is, on every day, the answer for the changed facts", LONG, () =>
  fc.assert(
    fc.property(anyCaseFacts, anyChanges, (facts, changes) => {
      const ahead = forecastChanges(facts, changes, AROUND, { months: MONTHS });
      for (let on = AROUND; on <= ahead.to; on = addDays(on, 1)) {
        const step = stepOn(ahead, on);
        const changed = applyChanges(facts, changes, on);
        const { verdicts } = assessEligibility(changed, on);
        const categories = categoriesOn(changed, on).filter(({ verdict }) => verdict === "met");
        expect([on, step?.score, step?.verdicts, step?.categories]).toEqual([
          on,
          assessCrs(changed, on).score.total,
          verdicts,
          categories.map(({ category }) => category),
        ]);
      }
      for (const { causes, points } of ahead.changes) {
        expect(causes.reduce((sum, cause) => sum + cause.points, 0)).toBe(points);
      }
    }),
    { numRuns: RUNS },
  ),
);

test("the order of changes does not matter, and they survive JSON", LONG, () =>
  fc.assert(
    fc.property(
      anyCaseFacts,
      anyChanges.chain((changes) =>
        fc
          .shuffledSubarray(changes, { minLength: changes.length })
          .map((shuffled) => ({ changes, shuffled })),
      ),
      (facts, { changes, shuffled }) => {
        const [one, other] = [changes, shuffled].map((list) =>
          forecastChanges(facts, list, AROUND, { months: MONTHS }),
        );
        const figures = (ahead: typeof one) => ahead?.steps;
        expect(figures(other)).toEqual(figures(one));
        expect(parseChanges(JSON.parse(JSON.stringify(changes)))).toEqual({ ok: true, changes });
      },
    ),
    { numRuns: RUNS },
  ),
);

test("what is gained is made of its parts", LONG, () =>
  fc.assert(
    fc.property(anyCaseFacts, anyChanges, (facts, changes) => {
      const { gained, parts } = whatIf(facts, changes, AROUND, { months: MONTHS });
      expect(parts.reduce((sum, { points }) => sum + points, 0)).toBe(gained);
    }),
    { numRuns: 2 * RUNS },
  ),
);

test("what an improvement gains is what computing it again gives, and the list is in order", LONG, () =>
  fc.assert(
    fc.property(anyCaseFacts, (facts) => {
      const options = { months: MONTHS };
      const { improvements, asItStands } = rankImprovements(facts, AROUND, options);
      const base = asItStands.best.score;
      for (const {
        changes,
        renewals,
        gained,
        best,
        parts,
        opens,
        kind,
        daysGained,
        pointsPerWeek,
        weeks,
      } of improvements) {
        const again = whatIf(facts, changes, AROUND, options);
        expect(best).toEqual(again.best);
        const renewed = whatIf(
          facts,
          renewals.map(({ change }) => change),
          AROUND,
          options,
        ).best.score;
        // With renewals: beyond what these reach alone.
        const without = renewals.length === 0 ? base : Math.max(base, renewed);
        expect(gained).toBe(again.best.score - without);
        expect(parts.reduce((sum, { points }) => sum + points, 0)).toBe(gained);
        const useful = gained > 0 || opens.programs.length + opens.categories.length > 0;
        expect(useful || (kind === "renew_tests" && daysGained > 0)).toBe(true);
        expect(pointsPerWeek).toBe(gained / Math.max(1, weeks));
      }
      const rates = improvements.map(({ pointsPerWeek }) => pointsPerWeek);
      expect(rates).toEqual([...rates].sort((a, b) => b - a));
    }),
    { numRuns: RUNS },
  ),
);
