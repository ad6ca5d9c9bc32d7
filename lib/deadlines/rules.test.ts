import { describe, expect, it } from "vitest";
import type { CaseStage } from "@/lib/cases/types";
import { clockRuns, datesAsked, judgeWindow, movesClocks, remainingDays } from "./rules";
import type { OpenItem } from "./types";

const TODAY = "2026-11-23";
const item = (fields: Partial<OpenItem>): OpenItem => ({
  title: "Police certificate, India",
  personName: null,
  state: "to_request",
  leadDays: 30,
  since: null,
  ...fields,
});
const window = {
  deadlineDate: "2026-12-26",
  earlierStop: null,
  stage: "APPLICATION_PREPARATION",
  required: 23,
};

describe("the days that remain of an item", () => {
  it("is the lead time and the review before it is asked for", () => {
    expect(remainingDays(item({}), TODAY)).toBe(32);
  });
  it("shrinks with the days waited, to a day at least", () => {
    expect(remainingDays(item({ state: "requested", since: "2026-11-03" }), TODAY)).toBe(12);
    expect(remainingDays(item({ state: "requested", since: "2026-09-03" }), TODAY)).toBe(3);
  });
  it("is the review alone once it is here", () => {
    expect(remainingDays(item({ state: "received" }), TODAY)).toBe(2);
  });
  it("is a week at most for what was returned", () => {
    expect(remainingDays(item({ state: "returned" }), TODAY)).toBe(9);
  });
});

describe("a window", () => {
  it("is decided by its slowest item, and says by when that must start", () => {
    const verdict = judgeWindow(
      window,
      [item({ leadDays: 5, title: "Photo" }), item({ leadDays: 20 })],
      TODAY,
    );
    expect(verdict.decidedBy.what).toBe("Police certificate, India");
    expect(verdict.latestStart).toBe("2026-12-04");
    expect(verdict.decidedBy.text).toBe("request by 4 Dec or it lands after the last day");
    expect(verdict.risk).toBe("on_track");
  });
  it("is at risk when the forecast crosses the last day", () => {
    expect(judgeWindow(window, [item({ leadDays: 28 })], TODAY).risk).toBe("at_risk");
  });
  it("is past saving when even the early end of the forecast is late", () => {
    const verdict = judgeWindow({ ...window, deadlineDate: "2026-11-27" }, [item({})], TODAY);
    expect(verdict.risk).toBe("past_saving");
    expect(verdict.decidedBy.text).toContain("had to be asked by");
  });
  it("is judged by an earlier stop where a document ends before the window", () => {
    const stopped = { ...window, earlierStop: { on: "2026-12-09", title: "IELTS" } };
    expect(judgeWindow(stopped, [item({ leadDays: 20 })], TODAY).risk).toBe("at_risk");
  });
  it("names the step that is left when nothing is open", () => {
    expect(judgeWindow(window, [], TODAY).decidedBy.what).toBe("Sign-off");
    expect(judgeWindow({ ...window, stage: "READY_TO_SUBMIT" }, [], TODAY).decidedBy.what).toBe("Submission");
    expect(judgeWindow({ ...window, required: 0 }, [], TODAY)).toMatchObject({ risk: "at_risk" });
  });
});

describe("what an address asks for of the other dates", () => {
  it.each([
    [{}, { kind: null, days: 90 }],
    [
      { kind: "passport", days: "365" },
      { kind: "passport", days: 365 },
    ],
    [
      { kind: "ita", days: "1000000" },
      { kind: null, days: 90 },
    ],
  ])("%j", (asked, expected) => {
    expect(datesAsked(asked)).toEqual(expected);
  });
});

describe("a clock of the facts", () => {
  it("runs from the retainer on: tests until the application is sent, papers until landing", () => {
    const runs = (stage: CaseStage) =>
      (["language_test", "eca", "passport", "work_permit"] as const).filter((kind) => clockRuns(kind, stage));
    expect(runs("RETAINER_PENDING")).toEqual([]);
    expect(runs("RETAINED")).toHaveLength(4);
    expect(runs("ITA_EXPIRED")).toHaveLength(4);
    expect(runs("SUBMITTED")).toEqual(["passport", "work_permit"]);
    expect(runs("LANDED")).toEqual([]);
    expect(runs("CLOSED")).toEqual([]);
  });

  it("is moved by the steps that start or end one, and by no other", () => {
    expect(movesClocks("RETAINER_PENDING", "RETAINED")).toBe(true);
    expect(movesClocks("READY_TO_SUBMIT", "SUBMITTED")).toBe(true);
    expect(movesClocks("IN_POOL", "ITA_RECEIVED")).toBe(false);
  });
});
