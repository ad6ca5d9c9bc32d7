/** Claimed and proven, for any facts: proof only ever takes away, and all of it leaves everything standing. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { anyCaseFacts, AROUND } from "@/lib/testing/any-facts";
import { assessCrs } from "../crs/assess";
import { assessEligibility } from "../eligibility/assess";
import type { CaseFacts } from "../facts";
import { consultationRuleset, HIGH_WAGE, tablesWith } from "../testing/rulesets";
import { addDays } from "../timing/calendar-date";
import { assessProof, type ProofAssessment } from "./assess-proof";
import { claimedFacts } from "./claimed-facts";
import { withoutFacts } from "./without-facts";

const RUNS = { numRuns: 80 };
const dates = fc.integer({ min: -400, max: 400 }).map((days) => addDays(AROUND, days));
const keysOf = (facts: CaseFacts, on: string) => claimedFacts(facts, on).map(({ key }) => key);

/** Facts, a day, and some of the day's claims. */
const someProven = fc
  .tuple(anyCaseFacts, dates, fc.infiniteStream(fc.boolean()))
  .map(([facts, on, coin]) => ({ facts, on, proven: keysOf(facts, on).filter(() => coin.next().value) }));

const RANK = { not_met: 0, not_eligible: 0, unknown: 1, met: 2, eligible: 2 } as const;

function expectNoBetter(less: ProofAssessment, more: ProofAssessment): void {
  expect(less.proven).toBeLessThanOrEqual(more.proven);
}

test("with every fact proven the proven score is the claimed one, line by line and verdict by verdict", () => {
  fc.assert(
    fc.property(anyCaseFacts, dates, (facts, on) => {
      const proof = assessProof(facts, on, new Set(keysOf(facts, on)));
      expect(proof.claimed).toBe(assessCrs(facts, on).score.total);
      expect(proof.proven).toBe(proof.claimed);
      for (const line of proof.lines) expect(line.proven).toBe(line.claimed);
      for (const { claimed, proven, criteria } of proof.programs) {
        expect(proven).toBe(claimed);
        for (const criterion of criteria) expect(criterion.proven).toBe(criterion.claimed);
      }
    }),
    RUNS,
  );
});

test("what is proven is the engine's score of the facts that are left, and never more than is claimed", () => {
  fc.assert(
    fc.property(someProven, ({ facts, on, proven }) => {
      const proof = assessProof(facts, on, new Set(proven));
      const gone = proof.facts.filter((fact) => !fact.proven).map(({ key }) => key);
      expect(proof.proven).toBe(assessCrs(withoutFacts(facts, new Set(gone)), on).score.total);
      expect(proof.proven).toBeLessThanOrEqual(proof.claimed);
      for (const { claimed, proven: left } of proof.programs) {
        expect(RANK[left]).toBeLessThanOrEqual(RANK[claimed]);
      }
    }),
    RUNS,
  );
});

test("taking the proof of one more fact away never raises the score", () => {
  fc.assert(
    fc.property(someProven, fc.nat(), ({ facts, on, proven }, pick) => {
      const fewer = proven.filter((_, index) => index !== pick % Math.max(1, proven.length));
      expectNoBetter(assessProof(facts, on, new Set(fewer)), assessProof(facts, on, new Set(proven)));
    }),
    RUNS,
  );
});

test("without any proof nothing earns a point that a paper would have to show", () => {
  fc.assert(
    fc.property(anyCaseFacts, dates, (facts, on) => {
      expect(assessProof(facts, on, new Set()).proven).toBe(0);
    }),
    RUNS,
  );
});

test("what rests on a fact is what the score loses without it", () => {
  fc.assert(
    fc.property(anyCaseFacts, dates, (facts, on) => {
      const { facts: claims, claimed } = assessProof(facts, on, new Set());
      for (const { key, stake, needs } of claims) {
        if (needs.length === 0) expect(stake).toBe(0);
        else expect(claimed - assessCrs(withoutFacts(facts, new Set([key])), on).score.total).toBe(stake);
        expect(stake).toBeGreaterThanOrEqual(0);
      }
    }),
    { numRuns: 40 },
  );
});

test("no line that earns points and no criterion that is met stands without a fact behind it", () => {
  const tables = tablesWith(consultationRuleset({ ...HIGH_WAGE, section: "core" }));
  const exempt = ["fsw.funds", "fst.funds", "fsw.grid"];
  fc.assert(
    fc.property(anyCaseFacts, dates, (facts, on) => {
      for (const options of [{}, { tables }]) {
        const proof = assessProof(facts, on, new Set(), options);
        for (const { id, claimed, facts: behind } of proof.lines) {
          if (claimed > 0) expect([id, behind.length > 0]).toEqual([id, true]);
        }
        for (const { id, claimed, facts: behind } of proof.programs.flatMap(({ criteria }) => criteria)) {
          if (claimed === "met" && !exempt.includes(id)) expect([id, behind.length > 0]).toEqual([id, true]);
        }
      }
    }),
    RUNS,
  );
});

test("the engine's criteria are all known to the ledger", () => {
  fc.assert(
    fc.property(anyCaseFacts, dates, (facts, on) => {
      const criteria = assessEligibility(facts, on).programs.flatMap((program) => program.criteria);
      const proof = assessProof(facts, on, new Set());
      expect(proof.programs.flatMap((program) => program.criteria.map(({ id }) => id))).toEqual(
        criteria.map(({ id }) => id),
      );
    }),
    { numRuns: 20 },
  );
});
