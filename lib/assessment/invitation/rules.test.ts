import { describe, expect, test } from "vitest";
import { assessCrs } from "@/lib/express-entry/crs/assess";
import type { CaseFacts } from "@/lib/express-entry/facts";
import { shippedTables } from "@/lib/express-entry/rule-tables";
import { born, credential, languageTest, single, years } from "@/lib/express-entry/testing/case-facts";
import { testChange, type ChangeTest } from "./rules";

const INVITED_ON = "2026-01-07";
const facts = single({
  birthDate: born(29),
  credentials: [credential()],
  languageTests: [languageTest("celpip_general", [9, 9, 9, 9])],
  jobs: [years(2, { to: null })],
});
const score = assessCrs(facts, INVITED_ON).score.total;
const weaker = single({ ...facts.people[0], languageTests: [languageTest("celpip_general", [9, 9, 9, 8])] });

function advise(now: CaseFacts, overrides: Partial<ChangeTest> = {}, lowestCrs: number | null = score - 50) {
  return testChange({
    facts: now,
    factsThen: facts,
    on: "2026-02-01",
    scoreAtInvitation: score,
    tables: shippedTables,
    ...overrides,
    terms: {
      invitedOn: INVITED_ON,
      rulesetId: "CRS-2025-03-25",
      invitationClass: "CEC",
      category: null,
      lowestCrs,
      tieBreakAt: null,
      submittedAt: new Date("2025-06-01T00:00:00Z"),
      ...overrides.terms,
    },
  });
}

describe("what a change of facts means for an open invitation", () => {
  test("nothing changed: proceed; a smaller score that the round would have taken: with a letter", () => {
    expect(advise(facts)).toMatchObject({ advice: "proceed", score });
    expect(advise(weaker).advice).toBe("proceed_and_explain");
  });

  test("a fall below the lowest score of the round is a decline", () => {
    expect(advise(weaker, {}, score).advice).toBe("decline");
  });

  test("a fall while the round is not recorded is for a person to check, never waved through", () => {
    const { advice, reason } = advise(weaker, {}, null);
    expect(advice).toBe("check");
    expect(reason).toMatch(/fell from \d+ to \d+, and the round’s lowest score is not recorded/);
    expect(advise(facts, {}, null).advice).toBe("proceed");
  });

  test("facts that never gave what IRCC showed are a fault of the file, not a change", () => {
    const { advice, reason } = advise(facts, { scoreAtInvitation: score + 40 }, score + 30);
    expect(advice).toBe("check");
    expect(reason).toContain(`These facts gave ${score} on the day of the invitation too`);
  });

  test("facts that never met the class are completed first; facts that did are a decline", () => {
    const lost = single({ ...facts.people[0], jobs: [] });
    expect(advise(lost, { factsThen: lost }).advice).toBe("check");
    expect(advise(lost).advice).toBe("decline");
    expect(advise(lost, { factsThen: null }).advice).toBe("decline");
  });
});
