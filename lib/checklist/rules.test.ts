import { describe, expect, it } from "vitest";
import {
  canMove,
  canReceive,
  dateFaults,
  isUndoable,
  lastDayOf,
  openPoints,
  startByOf,
  STATE_LABELS,
} from "./rules";
import type { RequirementState } from "./types";

const STATES = Object.keys(STATE_LABELS) as RequirementState[];

describe("the steps of a checklist line", () => {
  it.each<[RequirementState, RequirementState[]]>([
    ["to_request", ["requested", "received", "waived"]],
    ["requested", ["received", "waived"]],
    ["received", ["received", "in_review", "accepted", "returned", "waived"]],
    ["in_review", ["received", "accepted", "returned", "waived"]],
    ["accepted", ["received", "in_review"]],
    ["returned", ["received", "in_review", "waived"]],
    ["waived", ["to_request", "requested", "received"]],
  ])("lead from %s to %j and nowhere else", (from, legal) => {
    for (const to of STATES) expect([to, canMove(from, to).allowed]).toEqual([to, legal.includes(to)]);
  });

  it("refuses in plain words", () => {
    expect(canMove("waived", "accepted")).toEqual({
      allowed: false,
      reason: "This item is “waived”, so it cannot become “accepted”.",
    });
  });
});

describe("taking a file", () => {
  const line = { title: "Passport", noLongerNeeded: false };
  it("is refused to a client for what is decided or dropped, and to nobody else but when waived", () => {
    expect(canReceive({ ...line, state: "accepted" }, "client").allowed).toBe(false);
    expect(canReceive({ ...line, state: "accepted" }, "staff").allowed).toBe(true);
    expect(canReceive({ ...line, state: "requested", noLongerNeeded: true }, "client").allowed).toBe(false);
    expect(canReceive({ ...line, state: "returned" }, "client").allowed).toBe(true);
    expect(canReceive({ ...line, state: "waived" }, "staff").allowed).toBe(false);
  });
});

describe("dates read off a document", () => {
  const today = "2026-11-23";
  const none = { issuedOn: null, validUntil: null };

  it("asks for the one that limits its use", () => {
    const police = { rule: "police_current_country", issuedAfter: null } as const;
    expect(Object.keys(dateFaults(police, none, today))).toEqual(["issuedOn"]);
    expect(Object.keys(dateFaults({ rule: "until_expiry", issuedAfter: null }, none, today))).toEqual([
      "validUntil",
    ]);
    expect(dateFaults({ rule: "none", issuedAfter: null }, none, today)).toEqual({});
  });

  it("refuses the future, and a police certificate from before the stay ended", () => {
    const rule = { rule: "police_after_last_stay", issuedAfter: "2022-08-31" } as const;
    expect(dateFaults(rule, { ...none, issuedOn: "2026-11-24" }, today).issuedOn).toContain("future");
    expect(dateFaults(rule, { ...none, issuedOn: "2022-08-31" }, today).issuedOn).toContain("31 Aug 2022");
    expect(dateFaults(rule, { ...none, issuedOn: "2022-09-01" }, today)).toEqual({});
  });

  it("gives the last day it can be sent: the printed one or the rule's, whichever is earlier", () => {
    expect(lastDayOf("language_two_years", { issuedOn: "2025-01-15", validUntil: null })).toBe("2027-01-14");
    expect(lastDayOf("until_expiry", { issuedOn: "2021-08-05", validUntil: "2031-08-04" })).toBe(
      "2031-08-04",
    );
    expect(lastDayOf("medical_twelve_months", { issuedOn: "2026-11-05", validUntil: "2027-03-01" })).toBe(
      "2027-03-01",
    );
    expect(lastDayOf("police_after_last_stay", { issuedOn: "2026-11-09", validUntil: null })).toBeNull();
  });
});

describe("the rest", () => {
  it("says by when to start only while nothing has arrived and there is a plan", () => {
    expect(startByOf({ state: "to_request", leadDays: 21 }, "2026-12-08")).toBe("2026-11-17");
    expect(startByOf({ state: "received", leadDays: 21 }, "2026-12-08")).toBeNull();
    expect(startByOf({ state: "requested", leadDays: 21 }, null)).toBeNull();
  });

  it("lists open points in their order", () => {
    expect(openPoints(["a", "b", "c"], ["b", "x"])).toEqual(["a", "c"]);
  });

  it("lets a decision be taken back for ten minutes", () => {
    const at = new Date("2026-11-23T10:00:00Z");
    expect(isUndoable(at, new Date("2026-11-23T10:10:00Z"))).toBe(true);
    expect(isUndoable(at, new Date("2026-11-23T10:10:01Z"))).toBe(false);
  });
});
