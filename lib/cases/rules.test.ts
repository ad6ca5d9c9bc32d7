import { describe, expect, it } from "vitest";
import {
  canBeReady,
  canPlanOn,
  canStep,
  ENDED_STAGES,
  factsAreOpen,
  nextStages,
  searchWords,
  STAGE_LABELS,
  stepsFrom,
} from "./rules";
import type { CaseStage } from "./types";

const STAGES = Object.keys(STAGE_LABELS) as CaseStage[];

/** Section 8 of the rules reference, "Leaves on →": written out, so that a change of the machine is a change here. */
const LEGAL: Readonly<Record<CaseStage, string>> = {
  ENQUIRY: "CONSULTATION CLOSED",
  CONSULTATION: "RETAINER_PENDING CLOSED",
  RETAINER_PENDING: "RETAINED CLOSED",
  RETAINED: "ASSESSMENT WITHDRAWN CLOSED",
  ASSESSMENT: "PROFILE_PREPARATION WITHDRAWN CLOSED",
  PROFILE_PREPARATION: "IN_POOL WITHDRAWN CLOSED",
  IN_POOL: "ITA_RECEIVED NOMINATION_OFFERED PROFILE_PREPARATION WITHDRAWN CLOSED",
  NOMINATION_OFFERED: "IN_POOL PROFILE_PREPARATION",
  ITA_RECEIVED: "APPLICATION_PREPARATION IN_POOL ITA_EXPIRED WITHDRAWN",
  APPLICATION_PREPARATION: "READY_TO_SUBMIT IN_POOL ITA_EXPIRED WITHDRAWN",
  READY_TO_SUBMIT: "SUBMITTED APPLICATION_PREPARATION IN_POOL ITA_EXPIRED WITHDRAWN",
  SUBMITTED: "IN_PROCESS REJECTED_INCOMPLETE WITHDRAWN",
  IN_PROCESS: "APPROVED REFUSED WITHDRAWN",
  APPROVED: "CONFIRMATION_ISSUED WITHDRAWN",
  CONFIRMATION_ISSUED: "LANDED",
  LANDED: "CLOSED",
  ITA_EXPIRED: "PROFILE_PREPARATION CLOSED",
  REJECTED_INCOMPLETE: "PROFILE_PREPARATION CLOSED",
  REFUSED: "IN_PROCESS CLOSED",
  WITHDRAWN: "CLOSED",
  CLOSED: "",
};

describe("the state machine", () => {
  const pairs = STAGES.flatMap((from) => STAGES.map((to) => [from, to] as const));

  it.each(pairs)("%s to %s is allowed exactly where section 8 says so", (from, to) => {
    expect(canStep(from, to).allowed).toBe(LEGAL[from].split(" ").includes(to));
  });

  it("refuses in plain words that name where the case stands and where it can go", () => {
    expect(canStep("ENQUIRY", "SUBMITTED")).toEqual({
      allowed: false,
      reason:
        "This case is at “Enquiry”, so it cannot go to “Submitted”. From there it can go to: consultation, closed.",
    });
    expect(canStep("CLOSED", "ENQUIRY")).toMatchObject({
      reason: expect.stringContaining("It is closed and goes nowhere.") as string,
    });
  });

  it("has a way to the end from every stage", () => {
    const reach = (stage: CaseStage, seen: Set<CaseStage>): boolean =>
      stage === "CLOSED" ||
      nextStages(stage).some((next) => {
        if (seen.has(next)) return false;
        seen.add(next);
        return reach(next, seen);
      });
    for (const stage of STAGES) expect(reach(stage, new Set([stage])), stage).toBe(true);
  });
});

describe("the steps of this module", () => {
  it.each([
    ["ENQUIRY", ["recordConsultation"]],
    ["CONSULTATION", ["sendServiceAgreement"]],
    ["RETAINER_PENDING", ["recordServiceAgreement"]],
    ["RETAINED", ["startAssessment"]],
    ["ASSESSMENT", []],
    ["IN_POOL", []],
    ["ITA_EXPIRED", ["startAgain"]],
    ["REJECTED_INCOMPLETE", ["startAgain"]],
    ["CLOSED", []],
  ] as const)("offers at %s: %j", (stage, steps) => {
    expect(stepsFrom(stage).map((step) => step.name)).toEqual(steps);
  });

  it("only offers what the machine allows", () => {
    for (const stage of STAGES)
      for (const step of stepsFrom(stage)) expect(canStep(stage, step.to).allowed).toBe(true);
  });
});

describe("readiness to submit", () => {
  const ready = {
    stage: "APPLICATION_PREPARATION",
    requiredCount: 24,
    acceptedCount: 24,
    signedOff: true,
    clientApproved: true,
  } as const;

  it("needs every required item, the sign-off and the client's approval", () => {
    expect(canBeReady(ready).allowed).toBe(true);
    expect(canBeReady({ ...ready, acceptedCount: 23 })).toMatchObject({
      reason: "1 required document is not accepted yet.",
    });
    expect(canBeReady({ ...ready, requiredCount: 0, acceptedCount: 0 }).allowed).toBe(false);
    expect(canBeReady({ ...ready, signedOff: false }).allowed).toBe(false);
    expect(canBeReady({ ...ready, clientApproved: false }).allowed).toBe(false);
    expect(canBeReady({ ...ready, stage: "ITA_RECEIVED" }).allowed).toBe(false);
  });
});

describe("planning the submission", () => {
  const window = { today: "2026-11-23", invitedOn: "2026-10-27", endsOn: "2026-12-26" };

  it.each([
    ["2026-11-23", true],
    ["2026-12-26", true],
    ["2026-12-27", false],
    ["2026-11-22", false],
  ])("on %s inside the 60 days: %s", (day, allowed) => {
    expect(canPlanOn(day, window).allowed).toBe(allowed);
  });

  it("needs an open invitation", () => {
    expect(canPlanOn("2026-12-01", null)).toMatchObject({
      reason: "There is no open invitation, so there is no window to plan in.",
    });
  });
});

describe("facts", () => {
  it.each(STAGES)("of a case at %s are open unless it has ended", (stage) => {
    expect(factsAreOpen(stage).allowed).toBe(!ENDED_STAGES.some((ended) => ended === stage));
  });
});

describe("searchWords", () => {
  it("takes LIKE's signs literally and bounds the number of words", () => {
    expect(searchWords("  100% O_Neil ")).toEqual([
      { pattern: "100\\%", short: false },
      { pattern: "o\\_neil", short: false },
    ]);
    expect(searchWords("ng")).toEqual([{ pattern: "ng", short: true }]);
    expect(searchWords("a b c d e f g h")).toHaveLength(6);
    expect(searchWords("   ")).toEqual([]);
  });
});
