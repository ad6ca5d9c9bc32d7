/** What each way out of an invitation costs, in words (rules reference 4.1 and 4.2). */
import { describe, expect, test } from "vitest";
import type { InvitationCheck } from "@/lib/assessment/invitation/types";
import { decideInvitation } from "@/lib/express-entry/draws/invitation-decision";
import { job, languageTest, single } from "@/lib/express-entry/testing/case-facts";
import { exitsOf, nextCutOffs, type ExitInput } from "./exits";

const INVITED_ON = "2026-01-07";
const DEADLINE = "2026-03-08";
const facts = single({
  birthDate: "1995-06-01",
  languageTests: [languageTest("celpip_general", [9, 9, 9, 9], { takenOn: "2024-02-20" })],
  jobs: [job({ from: "2023-06-01", to: null })],
});

const check: InvitationCheck = {
  ...{ advice: "proceed", score: 480, scoreAtInvitation: 480, reason: "Same score as at the invitation" },
  ...{ invitedOn: INVITED_ON, invitationClass: "CEC", category: null, rulesetId: "CRS-2025-03-25" },
  ...{ frozenAge: 30, deadline: DEADLINE },
  round: { label: "CEC", date: "2026-01-07", lowestCrs: 470, tieBreakAt: null, recorded: true },
};

function exits(changes: Partial<ExitInput> = {}) {
  const input: ExitInput = {
    ...{ today: "2026-01-10", plannedOn: "2026-02-18", targetOn: "2026-02-26", deadline: DEADLINE, check },
    decision: decideInvitation({
      terms: { ...check, category: null },
      ...{ facts, factsAtInvitation: facts, profile: null, plannedOn: changes.plannedOn ?? "2026-02-18" },
    }),
    profile: { submittedAt: new Date("2025-06-10T15:59:25Z"), endsOn: "2026-06-10", ended: false },
    inPool: { on: "2026-01-10", total: 475, superseded: false },
    afterLapse: { on: "2026-03-09", total: 480, superseded: true },
    ...{ cutOffs: [], place: { ahead: 21_000, same: 14_000, asOf: "2026-01-04" } },
    ...changes,
  };
  const [submit, decline, lapse] = exitsOf(input);
  if (!submit || !decline || !lapse) throw new Error("there are three ways");
  return { submit, decline, lapse };
}

describe("submitting", () => {
  test("costs the days that are left and must not fall below the lowest invited", () => {
    const { submit } = exits();
    expect(submit.costs).toEqual({
      days: "57 days left; our own target is 26 Feb 2026",
      points: "480 by the facts of the planned day, 480 at the invitation",
      rank: "Must not fall below 470, the lowest invited in the round of 7 Jan 2026",
    });
    expect(submit).toMatchObject({ closed: null, blocks: [] });
  });

  test("is blocked by a test that runs out before the planned day, and by the criterion it carried", () => {
    const { blocks } = exits({ plannedOn: "2026-02-26" }).submit;
    expect(blocks).toContain("CELPIP counts up to 19 Feb 2026, 7 days before the planned day");
    expect(blocks.find((block) => block.startsWith("Language is not met"))).toBeDefined();
  });

  test("waits for what a person has to check first", () => {
    const reason = "CRS-2026-11-03 has no values to compute with";
    expect(exits({ check: { ...check, advice: "check", score: null, reason } }).submit).toMatchObject({
      blocks: [reason],
      costs: { points: "Cannot be computed: the rules of the invitation have no values yet" },
    });
  });

  test("is closed after the last day", () => {
    expect(exits({ today: "2026-03-09" }).submit.closed).toBe("The last day was 8 Mar 2026.");
  });
});

describe("declining", () => {
  test("keeps the instant, counts the age of today, and waits for another round", () => {
    const near = { label: "CEC", date: "2026-01-07", lowestCrs: 470, margin: 5, everyDays: 14 };
    const { costs, closed } = exits({ cutOffs: [near] }).decline;
    expect(closed).toBeNull();
    expect(costs.days).toContain("CEC, last on 7 Jan 2026, on average every 14 days");
    expect(costs.days).toContain("lives 151 days more, to 10 Jun 2026");
    expect(costs.points).toContain("475 on 10 Jan 2026, 5 fewer than at the invitation");
    expect(costs.rank).toContain("10 Jun 2025, 15:59:25 UTC (K");
    expect(costs.rank).toContain("21,000 stood in higher bands and 14,000 in the same");
  });

  test("is no way where the profile's year has ended, nor after the last day", () => {
    const profile = { submittedAt: new Date("2025-01-05T10:00:00Z"), endsOn: "2026-01-05", ended: true };
    expect(exits({ profile }).decline.closed).toContain("ended on 5 Jan 2026");
    expect(exits({ today: "2026-03-09" }).decline.closed).toBe("The last day to decline was 8 Mar 2026.");
  });
});

test("lapsing costs the instant: a new profile at the earliest on the day after", () => {
  const { costs, outcome } = exits().lapse;
  expect(outcome).toContain("can never be invited again");
  expect(costs.days).toBe("No round for 58 days: a new profile at the earliest on 9 Mar 2026");
  expect(costs.rank).toContain("272 days of seniority lost");
  expect(costs.points).toContain("not IRCC’s score");
});

describe("the next cut-offs", () => {
  const round = (program: string, date: string, lowestCrs: number) => ({
    ...{ program, title: program, date, lowestCrs },
  });
  const rounds = [
    round("CEC", "2026-01-07", 511),
    round("french", "2026-01-02", 400),
    round("general", "2025-12-20", 530),
    round("CEC", "2025-12-10", 515),
    round("CEC", "2025-11-12", 520),
    round("PNP", "2025-11-10", 700),
  ];

  test("are the latest of each kind the profile competes in, nearest first, with how often they come", () => {
    expect(nextCutOffs(rounds, ["CEC"], 505)).toEqual([
      { label: "CEC", date: "2026-01-07", lowestCrs: 511, margin: -6, everyDays: 28 },
      { label: "general", date: "2025-12-20", lowestCrs: 530, margin: -25, everyDays: null },
    ]);
  });

  test("of a nominee are those of nominees alone", () => {
    expect(nextCutOffs(rounds, ["PNP"], 900).map(({ label }) => label)).toEqual(["PNP"]);
  });
});
