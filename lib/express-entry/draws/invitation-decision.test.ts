/** Both days of an invitation side by side (rules reference 4.2; IRPA 11.2). */
import { describe, expect, test } from "vitest";
import type { CaseFacts } from "../facts";
import { assessCrs } from "../crs/assess";
import { credential, job, languageTest, single } from "../testing/case-facts";
import { decideInvitation, type DecisionInput } from "./invitation-decision";

const INVITED_ON = "2026-01-07";
const PLANNED_ON = "2026-02-26";

/** 29 until 20 Jan 2026, a foreign degree, CELPIP 9 and two years in Canada up to a day. */
const life = {
  birthDate: "1996-01-20",
  credentials: [credential({ eca: { body: "WES", issuedOn: "2021-02-10", reference: null } })],
  languageTests: [languageTest("celpip_general", [9, 9, 9, 9], { takenOn: "2024-02-20" })],
  jobs: [job({ from: "2023-01-10", to: "2024-03-05" })],
};
const facts = single(life);

const decide = (changes: Partial<DecisionInput> = {}, terms: Partial<DecisionInput["terms"]> = {}) =>
  decideInvitation({
    terms: {
      invitedOn: INVITED_ON,
      rulesetId: "CRS-2025-03-25",
      invitationClass: "CEC",
      category: null,
      ...terms,
    },
    ...{ facts, factsAtInvitation: facts, profile: null, plannedOn: PLANNED_ON },
    ...changes,
  });

describe("the score of both days", () => {
  test("keeps the age and the rules of the invitation", () => {
    const decision = decide({ plannedOn: "2026-02-01" });
    expect(decision.scores.invitation.total).toBe(assessCrs(facts, INVITED_ON).score.total);
    expect(decision.scores.submission.total).toBe(decision.scores.invitation.total);
    expect(decision.changed).toEqual([]);
  });

  test("names the lines that have changed since the profile, each with what was counted", () => {
    const before: CaseFacts = single({ ...life, credentials: [] });
    const decision = decide({ plannedOn: "2026-02-01", profile: { on: "2025-11-01", facts: before } });
    const education = decision.changed.find(({ id }) => id === "core.education");
    expect(education).toMatchObject({
      profile: { points: 0, input: "below secondary" },
      invitation: { points: 120 },
      submission: { points: 120 },
    });
    expect(decision.changed.map(({ id }) => id)).not.toContain("core.age");
  });

  test("is not called the score where the rules of the invitation have no values", () => {
    const { scores } = decide({}, { rulesetId: "CRS-2026-11-03", invitedOn: "2026-11-20" });
    expect(scores.invitation).toMatchObject({ superseded: true, rulesetId: "CRS-2025-03-25" });
  });
});

describe("the birthday between the two days", () => {
  test("costs nothing, and it is said what it would have cost", () => {
    const { birthday, scores } = decide({ plannedOn: "2026-02-01" });
    expect(birthday).toMatchObject({ on: "2026-01-20", from: 29, to: 30, points: 5 });
    expect(birthday?.source.section).toBe("IRPA 11.2(2)(a)");
    expect(scores.submission.total).toBe(scores.invitation.total);
  });

  test("is none on the day of the invitation or before", () => {
    expect(decide({}, { invitedOn: "2026-01-20" }).birthday).toBeNull();
  });

  test("of a 29 February is 1 March where the year has none", () => {
    const leap = single({ ...life, birthDate: "1996-02-29" });
    const { birthday } = decide({ facts: leap, factsAtInvitation: leap, plannedOn: "2026-03-02" });
    expect(birthday).toMatchObject({ on: "2026-03-01", to: 30 });
  });
});

describe("tests and assessments", () => {
  test("carry their last day and count on each day by it", () => {
    const { proofs } = decide();
    expect(proofs).toMatchObject([
      { kind: "eca", lastDay: "2026-02-09", atInvitation: true, atSubmission: false, used: true },
      { kind: "language", lastDay: "2026-02-19", atInvitation: true, atSubmission: false, used: true },
    ]);
  });

  test("that count on the last day itself still count", () => {
    const { proofs } = decide({ plannedOn: "2026-02-19" });
    expect(proofs.find(({ kind }) => kind === "language")).toMatchObject({ atSubmission: true });
  });
});

describe("work in the window of the class", () => {
  test("is said in days, with the first day on which it no longer suffices", () => {
    const { work } = decide();
    // 10 Jan 2023 to 5 Mar 2024 are 421 days; on 7 Jan 2026 all of them are inside three years.
    expect(work.atInvitation).toMatchObject({ program: "CEC", days: 421, neededDays: 364, windowYears: 3 });
    // On 26 Feb 2026 the window begins on 26 Feb 2023: 374 days; ten days later one is missing.
    expect(work.atSubmission.days).toBe(374);
    expect(work.slipsOn).toBe("2026-03-09");
  });

  test("never slips while the job goes on", () => {
    const working = single({ ...life, jobs: [job({ from: "2023-01-10", to: null })] });
    expect(decide({ facts: working, factsAtInvitation: working }).work.slipsOn).toBeNull();
  });

  test("of a nominee is that of the class they qualify under", () => {
    expect(decide({}, { invitationClass: "PNP" }).work.program).toBe("CEC");
  });
});

test("settlement funds are exempt under CEC, and asked for with an amount under FSW", () => {
  expect(decide().funds.atSubmission).toMatchObject({ required: false, reason: "invited under CEC" });
  const { funds } = decide({}, { invitationClass: "FSW" });
  expect(funds.atInvitation).toMatchObject({ required: true, needed: { cents: 1_526_300, familySize: 1 } });
});

test("a category is tested twice, by its lists of the day of the invitation", () => {
  const { criteria } = decide({}, { category: "stem" });
  expect(criteria.at(-1)).toMatchObject({ id: "category.stem", source: { section: "IRPA 11.2(1)(c)" } });
});
