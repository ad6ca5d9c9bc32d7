import { describe, expect, it } from "vitest";
import type { LetterKind, TrackState } from "../types";
import { progressOf, type Standing } from "./rules";

const silent = {
  ...{ acknowledgedOn: "2026-11-03", completeness: null, checkedOn: null, decision: null, decidedOn: null },
  ...{ confirmedOn: null, landedOn: null, heldOn: null, challenge: null },
} as const;
const passed = { completeness: "passed", checkedOn: "2026-11-10" } as const;

interface Told {
  said?: Partial<Standing["application"]>;
  /** Biometrics, medical, eligibility, background. */
  checks?: [TrackState, TrackState, TrackState, TrackState];
  letters?: [LetterKind, string][];
}

function line({ said = {}, checks, letters = [] }: Told): string {
  const names = ["biometrics", "medical", "eligibility", "background"] as const;
  const { done, on, now } = progressOf({
    application: { ...silent, ...said },
    tracks: names.map((track, index) => ({ track, state: checks?.[index] ?? "not_started" })),
    letters: letters.map(([kind, dueOn]) => ({ kind, dueOn, state: "open" as const })),
  });
  return [`${done} ${on}`, now].filter(Boolean).join(" · ");
}

const checks: Told["checks"] = ["passed", "passed", "in_progress", "in_progress"];
const over: Told["checks"] = ["passed", "passed", "passed", "passed"];

describe("the line of an application", () => {
  it.each<[Told, string]>([
    [{}, "Acknowledged 2026-11-03 · completeness check next"],
    [{ said: passed }, "Acknowledged 2026-11-03"],
    [{ said: passed, checks }, "Acknowledged 2026-11-03 · background in progress"],
    [{ said: passed, checks: over }, "Acknowledged 2026-11-03 · all four checks passed"],
    [
      { said: passed, checks: ["failed", "passed", "action_required", "in_progress"] },
      "Acknowledged 2026-11-03 · biometrics not passed",
    ],
    [
      { said: passed, checks: ["action_required", "passed", "in_progress", "in_progress"] },
      "Acknowledged 2026-11-03 · biometrics waits for us",
    ],
    [{ said: { ...passed, heldOn: "2026-11-20" }, checks }, "Acknowledged 2026-11-03 · on hold"],
    [
      {
        said: { ...passed, heldOn: "2026-11-20" },
        letters: [
          ["pfl", "2026-12-24"],
          ["adr", "2026-12-12"],
        ],
      },
      "Acknowledged 2026-11-03 · ADR to answer",
    ],
    [{ said: { completeness: "returned", checkedOn: "2026-11-09" } }, "Returned 2026-11-09"],
    [
      { said: { ...passed, decision: "approved", decidedOn: "2026-11-15" }, checks: over },
      "Approved 2026-11-15",
    ],
    [
      {
        said: {
          ...{ ...passed, decision: "refused", decidedOn: "2026-11-15" },
          ...{ challenge: "court", heldOn: "2026-11-20" },
        },
      },
      "Refused 2026-11-15 · challenged",
    ],
    [
      { said: { ...passed, decision: "approved", decidedOn: "2026-11-15", confirmedOn: "2026-11-18" } },
      "Confirmed 2026-11-18",
    ],
    [
      { said: { ...passed, confirmedOn: "2026-11-18", landedOn: "2026-11-20" }, checks: over },
      "Landed 2026-11-20",
    ],
  ])("%# is short", (told, words) => {
    expect(line(told)).toBe(words);
  });
});
