import { describe, expect, it } from "vitest";
import { dutiesAt, dutyDueOn, endingAt, hasClosingPage, mayCloseWith } from "./rules";
import type { DutyKind } from "./types";

describe("the days of Code s. 36", () => {
  it.each([
    ["return_originals", "2026-12-23"],
    ["account_for_funds", "2026-12-23"],
    ["final_invoice", "2026-12-23"],
    ["refund", "2026-12-23"],
    ["keep_records", "2026-12-23"],
    ["tell_government", "2026-12-03"],
    ["transfer_file", "2026-12-07"],
  ] as const)("%s from 23 Nov 2026 is due on %s", (kind, dueOn) => {
    expect(dutyDueOn(kind, "2026-11-23")).toBe(dueOn);
  });
});

describe("what is owed", () => {
  it.each([
    ["ENQUIRY", null],
    ["CONSULTATION", null],
    ["RETAINER_PENDING", null],
    ["RETAINED", "terminated"],
    ["IN_POOL", "terminated"],
    ["IN_PROCESS", "terminated"],
    ["WITHDRAWN", "terminated"],
    ["LANDED", "completed"],
    ["REFUSED", "completed"],
    ["CLOSED", null],
  ] as const)("at %s the work ends %s", (stage, ending) => {
    expect(endingAt(stage)).toBe(ending);
  });

  it("the government is told where the retainer ended early", () => {
    expect(dutiesAt("terminated")).toContain("tell_government");
    expect(dutiesAt("completed")).not.toContain("tell_government");
    expect(dutiesAt("completed")).toHaveLength(5);
  });

  it("has a page where it can begin, and where it is over", () => {
    expect(["LANDED", "WITHDRAWN", "CLOSED"].every((stage) => hasClosingPage(stage as "LANDED"))).toBe(true);
    expect(hasClosingPage("IN_PROCESS")).toBe(false);
  });
});

describe("the gate before a file is closed", () => {
  const duty = (kind: DutyKind, state: "open" | "done") => ({ kind, state });

  it("stands while a duty is open or none began, unless somebody says why", () => {
    expect(mayCloseWith("LANDED", [], null)).toMatchObject({ allowed: false });
    const duties = [duty("refund", "open"), duty("final_invoice", "done")];
    expect(mayCloseWith("LANDED", duties, null)).toEqual({
      allowed: false,
      reason:
        "Still open: refund what was not earned. Settle them on Closing, or say why the file is closed without.",
    });
    expect(mayCloseWith("LANDED", duties, "Unreachable")).toEqual({ allowed: true });
    expect(mayCloseWith("LANDED", [duty("refund", "done")], null)).toEqual({ allowed: true });
    expect(mayCloseWith("ENQUIRY", [], null)).toEqual({ allowed: true });
  });
});
