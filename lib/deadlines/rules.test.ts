import { describe, expect, it } from "vitest";
import { judgeWindow, remainingDays } from "./rules";
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
