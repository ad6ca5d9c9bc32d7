/** A round against one client, as of its instant (rules reference 3.6, 3.7, 4.1). */
import { describe, expect, test } from "vitest";
import { assessCrs } from "../crs/assess";
import type { CaseFacts } from "../facts";
import { canadian, credential, job, languageTest, single, years } from "../testing/case-facts";
import { addDays } from "../timing/calendar-date";
import {
  NEAR_MISS_POINTS,
  replayProfile,
  type HeldInvitation,
  type ReplayedProfile,
  type ReplayedRound,
} from "./replay";

/** The round of 7 January 2026, as published; its cut-off is put where a test needs it. */
const ROUND: ReplayedRound = {
  program: "CEC",
  date: "2026-01-07",
  at: new Date("2026-01-07T15:20:33Z"),
  lowestCrs: 511,
  tieBreakAt: new Date("2025-06-10T15:59:25Z"),
};
const PROFILE: ReplayedProfile = {
  submittedAt: new Date("2025-06-10T15:59:25Z"),
  expiresAt: new Date("2026-06-10T15:59:25Z"),
  withdrawnAt: null,
};
const developer = single({
  credentials: [credential()],
  languageTests: [languageTest("celpip_general", [9, 9, 9, 9])],
  jobs: [years(2)],
});
const scoreOf = (facts: CaseFacts) => assessCrs(facts, ROUND.date).score.total;
const SCORE = scoreOf(developer);
const replay = (
  over: Partial<ReplayedRound> = {},
  profile: Partial<ReplayedProfile> = {},
  held: readonly HeldInvitation[] = [],
  facts: CaseFacts | null = developer,
) => replayProfile(facts, { ...PROFILE, ...profile }, held, { ...ROUND, ...over });
const sent = (text: string) => ({ submittedAt: new Date(text) });

describe("the tie-break, to the second", () => {
  test.each([
    ["2025-06-10T15:59:24Z", "reached", "at_cut_off_before_tie_break", null],
    ["2025-06-10T15:59:25Z", "reached", "at_cut_off_before_tie_break", null],
    ["2025-06-10T15:59:26Z", "near_miss", "at_cut_off_after_tie_break", 1],
    ["2025-06-10T16:01:38Z", "near_miss", "at_cut_off_after_tie_break", 133],
  ])("an equal score sent %s", (at, outcome, reason, secondsLate) => {
    expect(replay({ lowestCrs: SCORE }, sent(at))).toMatchObject({
      ...{ outcome, reason, secondsLate, margin: 0, score: SCORE },
      rulesetId: "CRS-2025-03-25",
      invitationClass: "CEC",
    });
  });

  test("one point over is reached whenever it was sent, one under never", () => {
    const late = sent("2026-01-07T15:20:32Z");
    expect(replay({ lowestCrs: SCORE - 1 }, late)).toMatchObject({ outcome: "reached", margin: 1 });
    const under = replay({ lowestCrs: SCORE + 1 }, sent("2025-01-08T00:00:00Z"));
    expect(under).toMatchObject({ outcome: "near_miss", reason: "below_cut_off", margin: -1 });
  });

  test("20 points under is near, 21 is further below", () => {
    expect(replay({ lowestCrs: SCORE + NEAR_MISS_POINTS }).outcome).toBe("near_miss");
    expect(replay({ lowestCrs: SCORE + NEAR_MISS_POINTS + 1 }).outcome).toBe("below");
  });
});

describe("a profile that was not in the pool then", () => {
  const low = { lowestCrs: 1 };
  test.each([
    ["sent a second after the round", sent("2026-01-07T15:20:34Z"), "not_submitted"],
    ["withdrawn before it", { withdrawnAt: new Date("2026-01-07T15:20:33Z") }, "withdrawn"],
    ["whose year ended at its second", { expiresAt: ROUND.at }, "expired"],
  ])("%s", (_, profile, reason) => {
    expect(replay(low, profile)).toMatchObject({ outcome: "not_eligible", reason, score: null });
  });

  test("live to the last second, and when withdrawn after the round", () => {
    expect(replay(low, sent("2026-01-07T15:20:33Z")).outcome).toBe("reached");
    expect(replay(low, { expiresAt: new Date("2026-01-07T15:20:34Z") }).outcome).toBe("reached");
    expect(replay(low, { withdrawnAt: new Date("2026-01-07T15:20:34Z") }).outcome).toBe("reached");
  });

  test("one that holds an ITA is skipped; declined before the round, it competes again with its instant", () => {
    const receivedAt = new Date("2025-12-16T12:00:00Z");
    expect(replay(low, {}, [{ receivedAt, freedAt: null }]).reason).toBe("held_invitation");
    const after = { receivedAt, freedAt: new Date("2026-01-07T15:20:34Z") };
    expect(replay(low, {}, [after]).reason).toBe("held_invitation");
    const before = { receivedAt, freedAt: new Date("2026-01-05T00:00:00Z") };
    expect(replay({ lowestCrs: SCORE }, {}, [before]).reason).toBe("at_cut_off_before_tie_break");
  });

  test("an ITA of an earlier profile, or one that came later, does not count", () => {
    const earlier = { receivedAt: new Date("2025-06-10T15:59:24Z"), freedAt: null };
    const later = { receivedAt: new Date("2026-01-21T12:00:00Z"), freedAt: null };
    expect(replay(low, {}, [earlier, later]).outcome).toBe("reached");
  });
});

describe("program and category", () => {
  const low = { lowestCrs: 1 };

  test("under a year of work in Canada: not in a round for CEC, with the criterion and its figure", () => {
    const short = single({ ...developer.people[0], jobs: [job({ from: "2025-03-01" })] });
    const verdict = replay(low, {}, [], short);
    expect(verdict).toMatchObject({ outcome: "not_eligible", failing: { id: "cec.work" } });
    expect(verdict.score).toBe(scoreOf(short));
  });

  test("who qualifies for another program only is told apart from who qualifies for none", () => {
    const skilled = single({
      languageTests: [languageTest("celpip_general", [9, 9, 9, 9])],
      credentials: [credential()],
      jobs: [years(5, { country: "IN", authorized: null, duringFullTimeStudy: null })],
    });
    const funded = {
      ...skilled,
      family: { ...skilled.family, settlementFunds: { cents: 3_000_000, asOf: ROUND.date } },
    };
    expect(replay(low, {}, [], funded).reason).toBe("not_in_program");
    expect(replay({ ...low, program: "general" }, {}, [], funded).invitationClass).toBe("FSW");
    expect(replay(low, {}, [], single({})).reason).toBe("no_program");
  });

  test("a category round takes its members, and names the weeks that one was short", () => {
    const welder = (from: string) =>
      single({
        ...developer.people[0],
        jobs: [years(1, {}, 1), job({ nocCode: "72106", from, hoursPerWeek: 30 })],
      });
    // 2025 lists: six months in a row, 780 h. Twenty weeks are 600 h.
    const trades = { ...low, program: "trades" as const };
    expect(replay(trades, {}, [], welder("2025-05-01")).outcome).toBe("reached");
    const twenty = welder(addDays(ROUND.date, -140));
    expect(replay(trades, {}, [], twenty)).toMatchObject({
      ...{ outcome: "near_miss", reason: "category_weeks", weeksShort: 6 },
      failing: { id: "category.trades" },
    });
    expect(replay({ ...trades, lowestCrs: 1200 }, {}, [], twenty).outcome).toBe("not_eligible");
    expect(replay(trades).reason).toBe("not_in_category");
  });

  test("a nominee is invited as a nominee only", () => {
    const nomination = {
      ...{ province: "ON", enhanced: true, confirmedOn: "2025-11-01", acceptedOn: "2025-11-10" },
      ...{ certificateNumber: null, expiresOn: "2026-05-01" },
    };
    const nominee = {
      ...developer,
      family: { ...developer.family, nomination, intendedProvince: "ON" },
    };
    expect(replay(low, {}, [], nominee).reason).toBe("nominee_only");
    expect(replay({ program: "PNP", lowestCrs: SCORE + 600 }, {}, [], nominee)).toMatchObject({
      ...{ outcome: "reached", score: SCORE + 600, invitationClass: "PNP" },
    });
    const accepted = { ...nominee.family, nomination: { ...nomination, acceptedOn: "2026-01-08" } };
    expect(replay(low, {}, [], { ...nominee, family: accepted }).outcome).toBe("reached");
  });

  test("where a fact is not known the verdict is what holds if it is met, with the doubt named", () => {
    const open = single({ ...developer.people[0], jobs: [years(2, { authorized: null })] });
    const verdict = replay(low, {}, [], open);
    expect(verdict).toMatchObject({ outcome: "reached", doubt: { id: expect.any(String) as string } });
    expect(replay(low).doubt).toBeNull();
  });

  test("without facts nobody guesses", () => {
    expect(replay(low, {}, [], null)).toMatchObject({ outcome: "not_eligible", reason: "no_facts" });
  });
});

describe("the rules of the day", () => {
  test("a birthday the day after the round, and work after it, change nothing", () => {
    const before = replay({ lowestCrs: SCORE });
    const later = single({
      ...developer.people[0],
      jobs: [years(2), job({ from: "2026-01-08", to: null })],
      credentials: [credential(), canadian({ awardedOn: "2026-02-01" })],
    });
    expect(replay({ lowestCrs: SCORE }, {}, [], later)).toEqual(before);
  });

  test("after November 2026 the score is that of the latest complete rules, and says so", () => {
    const round = { date: "2026-11-18", at: new Date("2026-11-18T15:00:00Z"), lowestCrs: 1 };
    const live = {
      submittedAt: new Date("2026-06-01T00:00:00Z"),
      expiresAt: new Date("2027-06-01T00:00:00Z"),
    };
    expect(replay(round, live)).toMatchObject({ superseded: true, rulesetId: "CRS-2025-03-25" });
  });
});
