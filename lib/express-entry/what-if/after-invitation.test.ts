/** A change of facts between the invitation and the application: proceed, with a letter, or decline. */
import { describe, expect, test } from "vitest";
import type { InvitationTerms } from "../draws/after-invitation";
import { sketchJob, sketchPerson, unknownPartner } from "../testing/forecast-cases";
import { whatIfAfterInvitation } from "./after-invitation";
import type { FactChange } from "./changes";
import { inAllFour } from "./scores-for-levels";

const terms: InvitationTerms = {
  invitedOn: "2026-09-01",
  rulesetId: "CRS-2025-03-25",
  invitationClass: "CEC",
  category: null,
  lowestCrs: 470,
  tieBreakAt: null,
  submittedAt: new Date("2026-06-16T12:00:00Z"),
};
const ON = "2026-10-15";

const ask = (changes: FactChange[], given: Partial<InvitationTerms> = {}) =>
  whatIfAfterInvitation(sketchPerson(), changes, ON, { ...terms, ...given }, 482);

const retest = (level: number): FactChange => ({
  kind: "language_test",
  person: "principal",
  test: "tef_canada",
  on: "2026-10-01",
  result: { levels: inAllFour(level) },
});
const marriage: FactChange = {
  kind: "union",
  union: "married",
  on: "2026-09-20",
  partner: unknownPartner,
};

describe("after an invitation at 482 with a lowest score of 470", () => {
  test("nothing changed: proceed", () => {
    const { withChanges, asItStands, words } = ask([]);
    expect(withChanges).toEqual(asItStands);
    expect(words).toBe("Proceed: same score as at the invitation");
  });

  test("a higher score: proceed with a letter", () => {
    expect(ask([retest(7)])).toMatchObject({
      withChanges: { advice: "proceed_and_explain", score: 544, scoreAtInvitation: 482 },
      words: "Proceed with a letter: now 544; explain the change in a letter",
    });
  });

  test("a marriage that takes the score below the lowest one: decline, with the reason", () => {
    // With spouse: age 95, education 112, language 116, work 46, and nothing of a spouse without a test: 449.
    expect(ask([marriage])).toMatchObject({
      withChanges: { advice: "decline", score: 449 },
      words: "Decline: 449 is below the round's lowest score of 470",
    });
    expect(ask([marriage], { lowestCrs: 449 }).withChanges.advice).toBe("proceed_and_explain");
  });

  test("the partner who does not come along leaves the score alone", () => {
    const stays = { ...marriage, partner: { ...marriage.partner, accompanying: false } };
    expect(ask([stays]).withChanges.advice).toBe("proceed");
  });

  test("a class that is lost: decline", () => {
    const short = sketchPerson({ jobs: [{ ...sketchJob, from: "2025-09-10" }] });
    const quits: FactChange = { kind: "work_ends", person: "principal", on: "2026-09-01" };
    const answer = whatIfAfterInvitation(short, [quits], ON, terms, 482);
    expect(answer.words).toMatch(/^Decline: no longer meets .*CEC/);
  });
});
