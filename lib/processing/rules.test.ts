import { describe, expect, it } from "vitest";
import { STAGE_LABELS } from "@/lib/cases/rules";
import type { CaseStage } from "@/lib/cases/types";
import { headlineOf, mayRecord, stepsOf, tracksFrom } from "./rules";
import type { Headline, LetterKind, ProcessingStep, TrackState } from "./types";

const STAGES = Object.keys(STAGE_LABELS) as CaseStage[];
const acknowledged = {
  ...{ completeness: null, decision: null, challenge: null, heldOn: null },
  ...{ addressGivenOn: null, landedOn: null, permitOutcome: null },
} as const;

/** Section 8: what may be recorded of an acknowledged application, by stage; nowhere else anything. */
const STEPS: Partial<Record<CaseStage, string>> = {
  SUBMITTED: "check change_track record_letter hold",
  IN_PROCESS: "change_track record_letter decide permit hold",
  APPROVED: "record_letter confirm permit hold",
  CONFIRMATION_ISSUED: "record_letter land hold",
  LANDED: "give_address",
  REFUSED: "challenge",
};

describe("the steps after submission", () => {
  it.each(STAGES)("at %s are those of section 8", (stage) => {
    expect(stepsOf(stage, acknowledged).join(" ")).toBe(STEPS[stage] ?? "");
  });

  it.each(STAGES)("at %s begin with the acknowledgement", (stage) => {
    const first: ProcessingStep[] = stage === "SUBMITTED" || stage === "IN_PROCESS" ? ["acknowledge"] : [];
    expect(stepsOf(stage, null)).toEqual(first);
  });

  it("say why one cannot be taken", () => {
    expect(mayRecord("decide", "SUBMITTED", acknowledged)).toEqual({
      allowed: false,
      reason: "This case is at “Submitted”: a decision cannot be recorded now.",
    });
    expect(stepsOf("REFUSED", { ...acknowledged, challenge: "reconsideration" })).toEqual(["reopen"]);
    expect(stepsOf("APPROVED", { ...acknowledged, heldOn: "2026-11-20" })).toEqual([
      ...["record_letter", "confirm", "permit", "resume"],
    ]);
    expect(stepsOf("LANDED", { ...acknowledged, addressGivenOn: "2026-11-01" })).toEqual([]);
  });
});

describe("the headline", () => {
  const told = (
    stage: CaseStage,
    over: {
      states?: TrackState[];
      letters?: LetterKind[];
      completeness?: "passed" | null;
      heldOn?: string | null;
      unknown?: boolean;
    } = {},
  ): Headline =>
    headlineOf({
      stage,
      application: over.unknown
        ? null
        : { completeness: over.completeness ?? null, heldOn: over.heldOn ?? null },
      tracks: (over.states ?? []).map((state) => ({ state })),
      letters: (over.letters ?? []).map((kind) => ({ kind, state: "open" as const })),
    });
  const passed = "passed" as const;
  const all = [passed, passed, passed, passed];

  it.each([
    ["waiting_acknowledgement", told("SUBMITTED", { unknown: true })],
    ["waiting_completeness", told("SUBMITTED")],
    ["give_biometrics", told("SUBMITTED", { letters: ["biometrics"] })],
    ["in_review", told("IN_PROCESS", { completeness: passed, states: [passed, "in_progress"] })],
    ["all_passed", told("IN_PROCESS", { completeness: passed, states: all })],
    ["action_required", told("IN_PROCESS", { completeness: passed, states: [...all, "action_required"] })],
    ["track_failed", told("IN_PROCESS", { completeness: passed, states: ["failed", "action_required"] })],
    ["answer_adr", told("IN_PROCESS", { completeness: passed, letters: ["biometrics", "adr"] })],
    ["answer_pfl", told("APPROVED", { letters: ["adr", "pfl", "passport_request"] })],
    ["send_passport", told("APPROVED", { letters: ["passport_request"] })],
    ["approved", told("APPROVED", { states: all })],
    ["confirmed", told("CONFIRMATION_ISSUED", { states: all })],
    ["landed", told("LANDED", { letters: ["adr"] })],
    ["returned", told("REJECTED_INCOMPLETE", { letters: ["adr"] })],
    ["refused", told("REFUSED", { states: ["failed"] })],
    ["challenged", told("REFUSED", { heldOn: "2026-11-20" })],
    ["on_hold", told("IN_PROCESS", { completeness: passed, states: all, heldOn: "2026-11-20" })],
    ["on_hold", told("CONFIRMATION_ISSUED", { heldOn: "2026-11-20" })],
    ["answer_pfl", told("IN_PROCESS", { letters: ["pfl"], heldOn: "2026-11-20" })],
    ["withdrawn", told("WITHDRAWN", { heldOn: "2026-11-20" })],
  ] as const)("%s", (expected, headline) => {
    expect(headline).toBe(expected);
  });

  it("no longer minds a letter that was answered", () => {
    const letters = [{ kind: "pfl", state: "answered" }] as const;
    const application = { completeness: passed, heldOn: null };
    expect(headlineOf({ stage: "IN_PROCESS", application, tracks: [], letters })).toBe("in_review");
  });
});

it("the newest step of a track says how it stands", () => {
  const steps = [
    { track: "medical", state: "passed", happenedOn: "2026-11-02", note: "IME 12" },
    { track: null, state: null, happenedOn: "2026-11-01" },
    { track: "medical", state: "in_progress", happenedOn: "2026-10-01" },
  ] as const;
  expect(tracksFrom(steps)).toEqual([
    { track: "biometrics", state: "not_started", since: null, note: null },
    { track: "medical", state: "passed", since: "2026-11-02", note: "IME 12" },
    { track: "eligibility", state: "not_started", since: null, note: null },
    { track: "background", state: "not_started", since: null, note: null },
  ]);
});
