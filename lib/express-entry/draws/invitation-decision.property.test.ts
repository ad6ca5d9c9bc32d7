/** What holds of a decision whatever the facts: the two days are the engine's own, and dates say what they mean. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyCaseFacts, AROUND } from "@/lib/testing/any-facts";
import { assessEligibility } from "../eligibility/assess";
import { classWorkOn } from "../eligibility/class-work";
import type { CaseFacts } from "../facts";
import { addDays } from "../timing/calendar-date";
import { decideInvitation } from "./invitation-decision";

const RUNS = 60;
const anyClass = fc.constantFrom("CEC", "FSW", "FST", "PNP");
const anyDay = fc.integer({ min: -400, max: 0 }).map((days) => addDays(AROUND, days));
const anyWait = fc.integer({ min: 0, max: 60 });

const anyDecision = fc
  .record({ facts: anyCaseFacts, invitedOn: anyDay, wait: anyWait, invitationClass: anyClass })
  .map(({ facts, invitedOn, wait, invitationClass }) => ({
    terms: { invitedOn, rulesetId: "CRS-2025-03-25", invitationClass, category: null },
    ...{ facts, factsAtInvitation: facts, profile: null, plannedOn: addDays(invitedOn, wait) },
  }));

/** The same person, born on another day. */
function bornOn({ people, family }: CaseFacts, birthDate: string | null): CaseFacts {
  return { family, people: people.map((one) => (one.role === "principal" ? { ...one, birthDate } : one)) };
}

describe("a decision about an invitation", () => {
  test("lists no changed line exactly when both days count the same", () => {
    fc.assert(
      fc.property(anyDecision, (input) => {
        const { changed, scores } = decideInvitation(input);
        if (changed.length === 0) expect(scores.submission.total).toBe(scores.invitation.total);
        for (const { profile, invitation, submission } of changed) {
          expect(profile).toBeNull();
          expect(submission).not.toEqual(invitation);
        }
      }),
      { numRuns: RUNS },
    );
  });

  test("never counts a birthday: the age is that of the invitation", () => {
    fc.assert(
      fc.property(anyDecision, fc.integer({ min: 0, max: 70 }), (input, days) => {
        const { birthDate } = input.facts.people[0] ?? { birthDate: null };
        const moved = birthDate === null ? null : addDays(birthDate, days);
        const facts = bornOn(input.facts, moved);
        const decision = decideInvitation({ ...input, facts, factsAtInvitation: facts });
        // Its points can move with the column that a spouse opens; what is counted cannot.
        const age = decision.changed.find(({ id }) => id === "core.age");
        expect(age?.submission?.input).toBe(age?.invitation?.input);
        if (decision.birthday === null) return;
        const { on, from, to } = decision.birthday;
        expect(on > input.terms.invitedOn && on <= input.plannedOn).toBe(true);
        expect(to).toBe(from + 1);
      }),
      { numRuns: RUNS },
    );
  });

  test("tests the criteria of the class as the engine does on each day", () => {
    fc.assert(
      fc.property(anyDecision, (input) => {
        const { criteria } = decideInvitation(input);
        const { invitedOn, invitationClass } = input.terms;
        const { programs } = assessEligibility(input.facts, input.plannedOn, { ageOn: invitedOn });
        const own = programs.find(({ program }) => program === invitationClass);
        for (const { id, atSubmission } of criteria) {
          const now = own?.criteria.find((one) => one.id === id);
          expect(atSubmission).toEqual({ verdict: now?.verdict, figure: now?.figure });
        }
      }),
      { numRuns: RUNS },
    );
  });

  test("a proof counts on no day after its last", () => {
    fc.assert(
      fc.property(anyDecision, (input) => {
        for (const proof of decideInvitation(input).proofs) {
          if (proof.atInvitation) expect(input.terms.invitedOn <= proof.lastDay).toBe(true);
          if (proof.atSubmission) expect(input.plannedOn <= proof.lastDay).toBe(true);
        }
      }),
      { numRuns: RUNS },
    );
  });

  test("work suffices on the eve of the day it slips, and not on the day", () => {
    fc.assert(
      fc.property(anyDecision, (input) => {
        const { slipsOn, program } = decideInvitation(input).work;
        if (slipsOn === null) return;
        const [eve, day] = [addDays(slipsOn, -1), slipsOn].map((on) => classWorkOn(input.facts, on, program));
        expect((eve?.hours ?? 0) >= (eve?.neededHours ?? 0)).toBe(true);
        expect((day?.hours ?? 0) < (day?.neededHours ?? 0)).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });
});
