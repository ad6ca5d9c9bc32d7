import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { STATE_LABELS } from "../rules";
import type { RequirementState, Responsible } from "../types";
import {
  appliedFault,
  canApply,
  combinationsOf,
  filterOf,
  heldFor,
  holderOf,
  waitingGroups,
  waitingOn,
} from "./rules";
import type { Holder, WaitingPart } from "./types";

const ZONE = "America/Toronto";
const STATES = Object.keys(STATE_LABELS) as RequirementState[];
const RESPONSIBLE: Responsible[] = ["client", "firm", "other"];
const PARTS: WaitingPart[] = ["client", "us", "other"];

/** Each on a day of its own, so that a wrong one is seen. */
const line = {
  kind: "police",
  createdAt: new Date("2026-11-01T15:00:00Z"),
  requestedAt: new Date("2026-11-02T15:00:00Z"),
  receivedAt: new Date("2026-11-04T15:00:00Z"),
  decidedAt: new Date("2026-11-05T15:00:00Z"),
  appliedOn: null,
};
const APPLIED = "2026-11-03";

describe("whom an open item waits on", () => {
  it.each<[RequirementState, Responsible, string | null, Holder, string, string | null]>([
    ["to_request", "client", null, "consultant", "Consultant", "2026-11-01"],
    ["to_request", "client", APPLIED, "third_party", "Police authority", APPLIED],
    ["requested", "client", null, "client", "Client", "2026-11-02"],
    ["requested", "client", APPLIED, "third_party", "Police authority", APPLIED],
    ["requested", "other", null, "third_party", "Police authority", "2026-11-02"],
    ["requested", "other", APPLIED, "third_party", "Police authority", APPLIED],
    ["requested", "firm", null, "consultant", "Consultant", "2026-11-02"],
    ["received", "client", null, "reviewer", "Reviewer", "2026-11-04"],
    ["received", "other", APPLIED, "reviewer", "Reviewer", "2026-11-04"],
    ["in_review", "other", null, "reviewer", "Reviewer", "2026-11-04"],
    ["returned", "client", null, "client", "Client", "2026-11-05"],
    ["returned", "other", null, "client", "Client", "2026-11-05"],
    ["returned", "other", APPLIED, "third_party", "Police authority", APPLIED],
    ["returned", "firm", null, "consultant", "Consultant", "2026-11-05"],
    ["accepted", "client", APPLIED, "nobody", "", null],
    ["waived", "other", null, "nobody", "", null],
  ])("%s, got by the %s, applied %s: %s (%s) since %s", (state, responsible, appliedOn, ...expected) => {
    const { holder, label, since } = waitingOn({ ...line, state, responsible, appliedOn }, ZONE);
    expect([holder, label, since]).toEqual(expected);
  });

  it("names the third party of each kind, and says so plainly where it knows none", () => {
    const labelOf = (kind: string) =>
      waitingOn({ ...line, kind, state: "requested", responsible: "other" }, ZONE).label;
    expect(["medical", "reference_letter", "eca", "other"].map(labelOf)).toEqual([
      "Panel physician",
      "Employer",
      "Assessing body",
      "Issuing authority",
    ]);
  });

  it("counts an instant as the day that it was in the firm's zone", () => {
    const late = { ...line, state: "requested", responsible: "client" } as const;
    expect(waitingOn({ ...late, requestedAt: new Date("2026-11-03T04:30:00Z") }, ZONE).since).toBe(
      "2026-11-02",
    );
  });

  const anyLine = fc.record({
    state: fc.constantFrom(...STATES),
    responsible: fc.constantFrom(...RESPONSIBLE),
    appliedOn: fc.constantFrom(null, APPLIED),
  });

  it("is one holder for every line: nobody just where nothing is open, and a day wherever somebody has it", () => {
    fc.assert(
      fc.property(anyLine, (any) => {
        const { holder, since, label } = waitingOn({ ...line, ...any }, ZONE);
        const open = any.state !== "accepted" && any.state !== "waived";
        expect(holder === "nobody").toBe(!open);
        expect(since === null).toBe(!open);
        expect(label === "").toBe(!open);
        expect(holder).toBe(holderOf(any));
      }),
    );
  });

  it("is asked of a query in the same words: each open combination is in exactly the part that the list shows", () => {
    fc.assert(
      fc.property(anyLine, (any) => {
        const applied = any.appliedOn !== null;
        const inParts = PARTS.filter((part) =>
          combinationsOf(part).some(
            (one) =>
              one.state === any.state && one.responsible === any.responsible && one.applied === applied,
          ),
        );
        const part = filterOf(any);
        expect(inParts).toEqual(part === "accepted" ? [] : [part]);
      }),
    );
  });

  it("is gathered by holder, the longest waiting first, and loses no open required item", () => {
    const of = (title: string, state: RequirementState, more: object = {}) => ({
      ...{ ...line, title, state, responsible: "client" as const, required: true, noLongerNeeded: false },
      ...more,
    });
    const groups = waitingGroups(
      [
        of("Diploma", "requested"),
        of("Passport", "requested", { requestedAt: new Date("2026-10-02T15:00:00Z") }),
        of("Police certificate", "requested", { appliedOn: APPLIED }),
        of("Photo", "received"),
        of("Medical", "accepted"),
        of("Letter", "requested", { required: false }),
        of("Old one", "requested", { noLongerNeeded: true }),
      ],
      ZONE,
    );
    expect(groups).toEqual([
      { part: "client", label: "Client", items: 2, title: "Passport", since: "2026-10-02" },
      { part: "other", label: "Police authority", items: 1, title: "Police certificate", since: APPLIED },
      { part: "us", label: "Reviewer", items: 1, title: "Photo", since: "2026-11-04" },
    ]);
  });

  it("says how long, in days", () => {
    expect(
      (["2026-11-23", "2026-11-22", "2026-11-11", "2026-11-24"] as const).map((since) =>
        heldFor(since, "2026-11-23"),
      ),
    ).toEqual(["today", "1 day", "12 days", "today"]);
    expect(heldFor(null, "2026-11-23")).toBe("");
  });
});

describe("saying that it was applied for", () => {
  const police = { kind: "police", responsible: "client", appliedOn: null, noLongerNeeded: false } as const;

  it("is possible while nothing is in, where somebody else issues it", () => {
    const open = STATES.filter((state) => canApply({ ...police, state }));
    expect(open).toEqual(["to_request", "requested", "returned"]);
    expect(canApply({ ...police, state: "requested", responsible: "firm" })).toBe(false);
    expect(canApply({ ...police, state: "requested", kind: "photo" })).toBe(false);
    expect(canApply({ ...police, state: "requested", noLongerNeeded: true })).toBe(false);
  });

  it("takes a day of the last two years, or none to take it back", () => {
    const today = "2026-11-23";
    expect(appliedFault(null, today)).toBeNull();
    expect(appliedFault(today, today)).toBeNull();
    expect(appliedFault("2026-11-24", today)).toContain("still to come");
    expect(appliedFault("2024-11-23", today)).toBeNull();
    expect(appliedFault("2024-11-22", today)).toContain("two years");
  });
});
