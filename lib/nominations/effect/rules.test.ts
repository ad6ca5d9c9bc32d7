import { describe, expect, it } from "vitest";
import type { RoundDto } from "@/lib/draws/types";
import type { RoundProgram } from "@/lib/express-entry/draws/invited";
import { shippedTables } from "@/lib/express-entry/rule-tables";
import { canadian, languageTest, ON, single, years } from "@/lib/express-entry/testing/case-facts";
import { nominationEffect } from "./rules";

const round = (program: RoundProgram, lowestCrs: number, date = "2025-12-10"): RoundDto => ({
  ...{ id: `${program}-${date}`, number: null, date, at: null, name: program, title: program, program },
  ...{ categoryBased: false, invitations: 1000, lowestCrs, tieBreakAt: null, poolTotal: null, covers: null },
  ...{ poolAsOf: null, pool: null, source: "test", version: 1 },
});

const rounds = [round("CEC", 511), round("PNP", 699), round("FST", 430), round("general", 540, "2024-04-01")];

/** Two years of work in Canada, CELPIP 9: invited under CEC. */
const worker = {
  jobs: [years(2, { to: null })],
  languageTests: [languageTest("celpip_general", [9, 9, 9, 9])],
};

const effect = (facts = single(worker), profileScore: number | null = 470) =>
  nominationEffect({ facts, on: ON, tables: shippedTables, province: "BC", rounds, profileScore });

describe("what a nomination would do", () => {
  it("adds 600 to IRCC's score, leads to nominees' rounds alone, and measures them", () => {
    const { before, after, obstacles, inForce } = effect();
    expect(inForce).toBe(false);
    expect(before).toMatchObject({
      score: 470,
      classes: expect.arrayContaining(["CEC"]) as unknown,
      rounds: [{ program: "CEC", lowestCrs: 511, margin: -41 }],
    });
    expect(after).toMatchObject({
      score: 1070,
      classes: ["PNP"],
      round: { lowestCrs: 699, margin: 371 },
    });
    expect(obstacles).toEqual([]);
  });

  it("adds less where other additional points are there already: 600 is for all of them", () => {
    const graduate = single({ ...worker, credentials: [canadian()] });
    const { before, after } = effect(graduate);
    expect(after.score - before.score).toBe(570);
  });

  it("never goes above 1,200", () => {
    expect(effect(single(worker), 900).after.score).toBe(1200);
  });

  it("is told of a score by the facts where no profile is in the pool", () => {
    const { before, after, profileScore } = effect(single(worker), null);
    expect(profileScore).toBeNull();
    expect(after.score - before.score).toBe(600);
  });

  it("says what keeps the nominee class from taking the person", () => {
    const { after, obstacles } = effect(single({ languageTests: worker.languageTests }));
    expect(after.classes).toEqual([]);
    expect(obstacles).toEqual(["Federal program: Qualifies for none yet"]);
  });

  it("takes a nomination that counts from the facts, and shows what it was without it", () => {
    const nomination = {
      ...{ province: "SK", enhanced: true, confirmedOn: "2025-12-01", acceptedOn: "2025-12-05" },
      ...{ certificateNumber: "SK-1", expiresOn: "2026-06-01" },
    };
    const facts = single(worker, { nomination, intendedProvince: "SK" });
    expect(effect(facts, 1070)).toMatchObject({
      province: "SK",
      inForce: true,
      before: { score: 470 },
      after: { score: 1070, classes: ["PNP"] },
    });
  });
});
