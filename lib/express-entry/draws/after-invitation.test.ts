/** Changes between invitation and submission (rules reference 4.2; IRPA 11.2). */
import { describe, expect, test } from "vitest";
import type { CaseFacts } from "../facts";
import { born, credential, job, languageTest, single, years } from "../testing/case-facts";
import { addDays, addYears } from "../timing/calendar-date";
import { assessCrs } from "../crs/assess";
import { reassessAfterInvitation, type InvitationTerms } from "./after-invitation";

describe("a change between invitation and submission (4.2)", () => {
  const invitedOn = "2026-01-07";
  const facts = single({
    birthDate: born(29),
    credentials: [credential()],
    languageTests: [languageTest("celpip_general", [9, 9, 9, 9])],
    jobs: [years(2, { to: null })],
  });
  const atInvitation = assessCrs(facts, invitedOn).score.total;
  const terms: InvitationTerms = {
    invitedOn,
    rulesetId: "CRS-2025-03-25",
    invitationClass: "CEC",
    category: null,
    lowestCrs: atInvitation - 5,
    tieBreakAt: null,
    submittedAt: new Date("2025-06-01T00:00:00Z"),
  };
  const advise = (changed: CaseFacts, on: string, overrides: Partial<InvitationTerms> = {}) =>
    reassessAfterInvitation(changed, on, { ...terms, ...overrides }, atInvitation);
  const changed = (overrides: object) => single({ ...facts.people[0], ...overrides });

  test("a birthday alone changes nothing", () => {
    const birthday = addYears(born(29), 30);
    expect(advise(facts, birthday)).toMatchObject({ advice: "proceed", score: atInvitation });
  });

  test("nor does it when the birthday costs the grid its pass mark", () => {
    const skilled = single({
      birthDate: "1990-06-01",
      credentials: [credential({ eca: { body: "WES", issuedOn: "2025-06-01", reference: null } })],
      languageTests: [languageTest("celpip_general", [9, 9, 9, 8])],
      jobs: [job({ country: "IN", from: "2023-06-01", to: "2025-06-30" })],
    });
    const asSkilled = { invitedOn: "2026-05-31", invitationClass: "FSW", lowestCrs: 0 } as const;
    expect(advise(skilled, "2026-06-01", asSkilled).advice).toBe("proceed_and_explain");
    const withoutMercy = { ...asSkilled, invitedOn: "2026-06-01" };
    expect(advise(skilled, "2026-06-01", withoutMercy).advice).toBe("decline");
  });

  test("the ruleset of the invitation goes on applying after the change of November", () => {
    expect(advise(facts, "2026-11-23").score).not.toBeNull();
  });

  test("a lower test within the margin is explained, below the cut-off it is a decline", () => {
    const worse = changed({ languageTests: [languageTest("celpip_general", [9, 9, 9, 8])] });
    const lower = assessCrs(worse, invitedOn).score.total;
    expect(lower).toBeLessThan(atInvitation);
    expect(advise(worse, "2026-02-01", { lowestCrs: lower - 1 }).advice).toBe("proceed_and_explain");
    expect(advise(worse, "2026-02-01", { lowestCrs: lower + 1 }).advice).toBe("decline");
  });

  test("at the cut-off the timestamp decides", () => {
    const tieBreakAt = new Date("2025-05-31T23:59:59Z");
    expect(advise(facts, "2026-02-01", { lowestCrs: atInvitation, tieBreakAt }).advice).toBe("decline");
    const later = new Date("2025-06-01T00:00:00Z");
    expect(advise(facts, "2026-02-01", { lowestCrs: atInvitation, tieBreakAt: later }).advice).toBe(
      "proceed",
    );
  });

  test("fractions of a second are no later: IRCC publishes whole seconds", () => {
    const tieBreakAt = new Date("2025-06-01T00:00:00Z");
    const submittedAt = new Date("2025-06-01T00:00:00.900Z");
    const at = { lowestCrs: atInvitation, tieBreakAt };
    expect(advise(facts, "2026-02-01", { ...at, submittedAt }).advice).toBe("proceed");
    expect(advise(facts, "2026-02-01", { ...at, submittedAt: new Date("2025-06-01T00:00:01Z") }).advice).toBe(
      "decline",
    );
  });

  test("the category is judged by the lists of the invitation, not by newer ones", () => {
    const butcher = changed({ jobs: [years(2, { nocCode: "63201", to: null })] });
    const onFarms = { category: "agriculture", lowestCrs: 0, invitedOn: "2026-02-01" } as const;
    expect(advise(butcher, "2026-03-01", onFarms).advice).not.toBe("decline");
    expect(advise(butcher, "2026-03-01", { ...onFarms, invitedOn: "2026-02-20" }).advice).toBe("decline");
  });

  test("losing the program or the category is a decline", () => {
    expect(advise(changed({ languageTests: [] }), "2026-02-01").advice).toBe("decline");
    expect(advise(facts, "2026-02-01", { category: "french" }).advice).toBe("decline");
    expect(advise(changed({ languageTests: [] }), "2026-02-01").reason).toBe(
      "No longer meets CEC: language (No test that counts)",
    );
    expect(advise(facts, "2026-02-01", { category: "french" }).reason).toBe(
      "No longer belongs to the category of the invitation (No French test that counts; NCLC 7 in all four abilities needed)",
    );
    const open = changed({ jobs: [years(2, { authorized: null })] });
    expect(advise(open, "2026-02-01", { lowestCrs: 0 }).advice).toBe("check");
  });

  test("without the invitation's ruleset nobody guesses", () => {
    const unknown = advise(facts, addDays(invitedOn, 5), { rulesetId: "CRS-2026-11-03" });
    expect(unknown).toMatchObject({ advice: "check", score: null });
  });
});
