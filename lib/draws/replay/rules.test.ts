/** A replay in words, and what it is judged from. */
import { describe, expect, test } from "vitest";
import {
  heldInvitations,
  instantOfRound,
  isOfRound,
  sinceOf,
  usualMessageInstant,
  verdictInWords,
} from "./rules";

const at = (text: string) => new Date(text);
const ROUND = { id: "390", date: "2026-01-07" };

describe("the instant of a round", () => {
  test("is the published one, else the end of its day in Ottawa", () => {
    expect(instantOfRound({ date: "2026-01-07", at: at("2026-01-07T15:20:33Z") })).toEqual(
      at("2026-01-07T15:20:33Z"),
    );
    expect(instantOfRound({ date: "2026-01-07", at: null })).toEqual(at("2026-01-08T05:00:00Z"));
    expect(instantOfRound({ date: "2026-07-07", at: null })).toEqual(at("2026-07-08T04:00:00Z"));
  });

  test("its messages are dated on its own day", () => {
    expect(usualMessageInstant({ date: "2026-01-07", at: null })).toEqual(at("2026-01-07T17:00:00Z"));
  });
});

describe("whose round an ITA is of", () => {
  const itaOf = (roundId: string | null, receivedAt: string) => ({
    ...{ roundId, receivedAt: at(receivedAt), status: "open" as const, closedAt: null },
  });

  test("the one it was recorded with; without one that of its day", () => {
    expect(isOfRound(itaOf("390", "2026-01-09T00:00:00Z"), ROUND)).toBe(true);
    expect(isOfRound(itaOf("389", "2026-01-07T16:00:00Z"), ROUND)).toBe(false);
    expect(isOfRound(itaOf(null, "2026-01-08T04:59:59Z"), ROUND)).toBe(true);
    expect(isOfRound(itaOf(null, "2026-01-08T05:00:00Z"), ROUND)).toBe(false);
  });

  test("the others are held against the profile, until they are declined or cancelled", () => {
    const closedAt = at("2025-12-20T00:00:00Z");
    const other = itaOf("380", "2025-12-10T00:00:00Z");
    expect(heldInvitations([itaOf("390", "2026-01-07T16:00:00Z"), other], ROUND)).toEqual([
      { receivedAt: other.receivedAt, freedAt: null },
    ]);
    const declined = { ...other, status: "declined" as const, closedAt };
    const submitted = { ...other, status: "submitted" as const, closedAt };
    expect(heldInvitations([declined, submitted], ROUND).map(({ freedAt }) => freedAt)).toEqual([
      closedAt,
      null,
    ]);
  });
});

describe("in words", () => {
  const none = { margin: null, secondsLate: null, weeksShort: null, failing: null };

  test.each([
    [{ ...none, reason: "below_cut_off" as const, margin: -13 }, "13 points short"],
    [
      { ...none, reason: "at_cut_off_after_tie_break" as const, margin: 0, secondsLate: 133 },
      "Equal, later by 2 min 13 s",
    ],
    [{ ...none, reason: "category_weeks" as const, weeksShort: 1 }, "1 week of listed work short"],
    [{ ...none, reason: "held_invitation" as const }, "Already held an ITA"],
    [
      {
        ...{ ...none, reason: "no_program" as const },
        failing: { id: "cec.work", label: "CEC: work", figure: "1,200 h", needs: "1,560 h" },
      },
      "CEC: work: 1,200 h",
    ],
  ])("%o", (verdict, words) => {
    expect(verdictInWords(verdict, at("2025-06-10T16:01:38Z"), at("2025-06-10T15:59:25Z"))).toBe(words);
  });

  test("what came of a client: the next ITA, else the profile", () => {
    const profile = { expiresAt: at("2026-06-10T16:00:00Z"), withdrawnAt: null, invitation: null };
    expect(sinceOf({ ...profile, status: "live" })).toEqual({ kind: "in_pool", on: null });
    expect(sinceOf({ ...profile, status: "expired" })).toEqual({ kind: "expired", on: "2026-06-10" });
    const invitation = { status: "open" as const, closedAt: null, issueDate: "2026-01-21" };
    expect(sinceOf({ ...profile, status: "invited", invitation })).toEqual({
      kind: "invited",
      on: "2026-01-21",
    });
  });
});
