import { describe, expect, it } from "vitest";
import { hasRuleText } from "@/lib/i18n/rule-text";
import { canApprove, canObject, canRecordSubmission, canSignOff, type SubmissionState } from "./rules";

const word = { factsVersion: 3, at: new Date("2026-11-20T10:00:00Z"), byName: "Priya Raman" };

const ready: SubmissionState = {
  ...{ stage: "APPLICATION_PREPARATION", requiredCount: 2, acceptedCount: 2, factsVersion: 3 },
  ...{ signOff: word, approval: null, openObjections: 0 },
};

describe("the client's word", () => {
  it("is asked for once everything is accepted and signed off, and nothing is said to be wrong", () => {
    expect(canApprove(ready)).toEqual({ allowed: true });
  });

  it.each([
    ["notNow", { stage: "ITA_RECEIVED" }],
    ["notReady", { signOff: null }],
    ["notReady", { signOff: { ...word, factsVersion: 2 } }],
    ["already", { approval: word }],
    ["already", { approval: word, stage: "READY_TO_SUBMIT" }],
    ["documents", { acceptedCount: 1 }],
    ["documents", { requiredCount: 5 }],
    ["objections", { openObjections: 1 }],
  ] as const)("is not asked for: %s", (why, change) => {
    const answer = canApprove({ ...ready, ...change });
    expect(answer).toMatchObject({ allowed: false, why });
    // A refusal is read in the client's language.
    if (!answer.allowed)
      expect([answer.reason, hasRuleText("fr", answer.reason)]).toEqual([answer.reason, true]);
  });

  it("stands for the facts it was given on, and for no others", () => {
    expect(canApprove({ ...ready, approval: { ...word, factsVersion: 2 } })).toEqual({ allowed: true });
  });
});

describe("“this is wrong”", () => {
  it("can be said while the application is prepared or ready, and not when it is with IRCC", () => {
    expect(canObject({ stage: "APPLICATION_PREPARATION" }).allowed).toBe(true);
    expect(canObject({ stage: "READY_TO_SUBMIT" }).allowed).toBe(true);
    const late = canObject({ stage: "SUBMITTED" });
    expect(late.allowed).toBe(false);
    if (!late.allowed) expect(hasRuleText("fr", late.reason)).toBe(true);
  });
});

describe("the firm's steps", () => {
  it("are a sign-off of a complete checklist, once", () => {
    expect(canSignOff({ ...ready, signOff: null }).allowed).toBe(true);
    expect(canSignOff(ready)).toMatchObject({ allowed: false, reason: "It is signed off already." });
    expect(canSignOff({ ...ready, signOff: null, acceptedCount: 1 }).allowed).toBe(false);
  });

  it("are a submission on two words that stand, with nothing said to be wrong", () => {
    const signed: SubmissionState = { ...ready, stage: "READY_TO_SUBMIT", approval: word };
    expect(canRecordSubmission(signed).allowed).toBe(true);
    expect(canRecordSubmission({ ...signed, factsVersion: 4 }).allowed).toBe(false);
    expect(canRecordSubmission({ ...signed, openObjections: 1 }).allowed).toBe(false);
    expect(canRecordSubmission({ ...signed, approval: null }).allowed).toBe(false);
  });
});
