/** The person of the sketch, date by date. */
import { describe, expect, test } from "vitest";
import { single } from "../testing/case-facts";
import { found } from "../testing/forecast-answers";
import { sketchJob, sketchPerson, sketchTest, TODAY } from "../testing/forecast-cases";
import { forecast, stepOn } from "./forecast";
import type { Forecast } from "./types";

const profile = { expiresAt: new Date("2027-06-16T15:00:00Z") };

/** `2027-03-14 turns 31: −6`. */
function lines({ changes }: Forecast): string[] {
  return changes.map(({ on, text }) => `${on} ${text}`);
}

describe("the person of the sketch", () => {
  const result = forecast(sketchPerson(), TODAY, { profile });

  test("482 today; a birthday, a third year of work, then the test ends and the pool with it", () => {
    expect(result.score).toBe(482);
    expect(lines(result)).toEqual([
      "2027-03-14 turns 31: −6",
      // 3 x 52 weeks of 30 h from 3 June 2024.
      "2027-05-31 third year of Canadian work: +11",
      "2027-10-18 CELPIP ends: −149, no longer eligible under CEC, not eligible under FSW, leaves the pool",
      "2028-03-14 turns 32: −5",
    ]);
    expect(result.steps.map(({ from, score }) => `${from} ${score}`)).toEqual([
      "2026-11-23 482",
      "2027-03-14 476",
      "2027-05-31 487",
      "2027-10-18 338",
      "2028-03-14 333",
    ]);
  });

  test("best score, the way out of the pool, and the sentence", () => {
    expect(result.best).toEqual({ score: 487, on: "2027-05-31", until: "2027-10-17", inPool: true });
    expect(result.leavesPool).toMatchObject({
      on: "2027-10-18",
      lastDay: "2027-10-17",
      cause: { kind: "test_expires", refId: sketchTest.id, label: "CELPIP ends" },
    });
    expect(result.entersPool).toBeNull();
    expect(result.summary).toBe(
      "A birthday takes 6, a year of work adds 11, then the CELPIP ends and the profile leaves the pool",
    );
  });

  test("what is marked although no figure moves: the profile's end and the permit's", () => {
    expect(result.markers.map(({ kind, text, lastDay }) => [kind, lastDay, text])).toEqual([
      ["profile_expires", "2027-06-16", "profile ends 16 Jun 2027, renew"],
      ["status_expires", "2027-07-11", "work permit ends 11 Jul 2027, work stops counting"],
    ]);
    expect(result.assumptions).toEqual([
      "Present work in Canada goes on and stops counting after 11 Jul 2027, when status there ends.",
      "The profile is renewed when it ends on 16 Jun 2027.",
    ]);
  });

  test("which lines and criteria moved when the test ends", () => {
    const change = result.changes[2];
    expect(change?.lines.map(({ id, before, after }) => [id, before, after])).toEqual([
      ["core.firstLanguage", 124, 0],
      ["transferability.educationLanguage", 25, 0],
    ]);
    expect(change?.invitationClass).toEqual({ before: "CEC", after: null });
    const cec = change?.programs.find(({ program }) => program === "CEC");
    expect(cec?.criteria.map(({ id, before, after }) => [id, before, after])).toEqual([
      ["cec.language", "met", "not_met"],
    ]);
  });

  test("without a profile no profile leaves", () => {
    expect(forecast(sketchPerson(), TODAY).summary).toMatch(/then the CELPIP ends and no program is left$/);
  });

  test("figures under the older rules are said to be", () => {
    expect(result.notice).toBe(
      "Computed under the rules in force 25 Mar 2025 to 2 Nov 2026; not IRCC's current score.",
    );
  });

  test("a permit without an end brings the fourth year, and says what it takes for granted", () => {
    const open = forecast(sketchPerson({ statusExpiresOn: null }), TODAY);
    expect(found(open, "canadian_work_year").map(({ on }) => on)).toEqual(["2027-05-31", "2028-05-29"]);
    expect(open.assumptions[0]).toMatch(/until when status in Canada lasts is not known/);
  });

  test("a permit that ends the day before the third year is full stops it", () => {
    const full = forecast(sketchPerson({ statusExpiresOn: "2027-05-30" }), TODAY);
    const short = forecast(sketchPerson({ statusExpiresOn: "2027-05-29" }), TODAY);
    expect(found(full, "canadian_work_year")).toHaveLength(1);
    expect(found(short, "canadian_work_year")).toHaveLength(0);
  });

  test("age frozen at an invitation: no birthday", () => {
    expect(found(forecast(sketchPerson(), TODAY, { ageOn: TODAY }), "birthday")).toEqual([]);
  });

  test("fewer months look less far", () => {
    const near = forecast(sketchPerson(), TODAY, { months: 6 });
    expect(near.to).toBe("2027-05-23");
    expect(near.changes).toHaveLength(1);
    expect(stepOn(near, "2027-05-24")).toBeNull();
  });
});

describe("causes that share a date", () => {
  test("each has its own points, and they add up", () => {
    // Turns 31 on the day after the CELPIP's last.
    const facts = sketchPerson({ birthDate: "1996-10-18", jobs: [sketchJob] });
    const change = forecast(facts, TODAY).changes.find(({ on }) => on === "2027-10-18");
    expect(change?.causes.map(({ label, points }) => [label, points])).toEqual([
      ["turns 31", -6],
      ["CELPIP ends", -149],
    ]);
    expect(change?.points).toBe(-155);
  });

  test("nothing ahead is said so", () => {
    const facts = single({ birthDate: "1960-01-01" });
    const calm = forecast(facts, TODAY, { months: 6 });
    expect(calm.changes).toEqual([]);
    expect(calm.summary).toBe("Nothing changes until 23 May 2027");
  });
});
