import { describe, expect, it } from "vitest";
import type { RequirementSpec } from "./types";
import { validityOf } from "./validity";

const spec = (more: Partial<RequirementSpec>): RequirementSpec => ({
  rule: "none",
  acceptancePoints: [],
  goodExample: "",
  commonFaults: [],
  factsLastDay: null,
  issuedAfter: null,
  ...more,
});
const line = { state: "requested", issuedOn: null, validUntil: null } as const;
const planned = "2026-12-08";

describe("does it hold on the planned day", () => {
  it("an accepted document can still end too soon", () => {
    const accepted = { state: "accepted", issuedOn: "2024-12-03", validUntil: "2026-12-02" } as const;
    expect(validityOf(accepted, spec({ rule: "language_two_years" }), planned)).toEqual({
      tone: "late",
      words: "Ends 2 Dec 2026, 6 d short",
    });
  });

  it("says to when it holds, or that it has no end", () => {
    const passport = { state: "accepted", issuedOn: null, validUntil: "2031-08-04" } as const;
    expect(validityOf(passport, spec({ rule: "until_expiry" }), planned)).toEqual({
      tone: "ok",
      words: "Holds to 4 Aug 2031",
    });
    const letter = { state: "accepted", issuedOn: null, validUntil: null } as const;
    expect(validityOf(letter, spec({}), planned).words).toBe("Holds, no end date");
  });

  it("says what an awaited one needs", () => {
    const earlier = spec({ rule: "police_after_last_stay", issuedAfter: "2022-07-31" });
    expect(validityOf(line, earlier, planned).words).toBe("Needs: after 31 Jul 2022");
    expect(validityOf(line, spec({ rule: "police_current_country" }), planned).words).toBe(
      "Needs: from 8 Jun 2026",
    );
    expect(validityOf(line, spec({ rule: "medical_twelve_months" }), planned).words).toBe(
      "Needs: after the invitation",
    );
  });

  it("warns from the facts before anything was sent", () => {
    const test = spec({ rule: "language_two_years", factsLastDay: "2026-12-02" });
    expect(validityOf(line, test, planned).tone).toBe("late");
  });

  it("says nothing of what is waived, and waits for what is in review", () => {
    expect(validityOf({ ...line, state: "waived" }, spec({}), planned).words).toBe("");
    expect(validityOf({ ...line, state: "in_review" }, spec({}), planned).words).toBe("Holds if accepted");
  });
});
