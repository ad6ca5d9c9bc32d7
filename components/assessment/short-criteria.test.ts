import { describe, expect, test } from "vitest";
import { assessEligibility } from "@/lib/express-entry/eligibility/assess";
import type { CaseFacts, FamilyFacts, PersonFacts } from "@/lib/express-entry/facts";
import { CRITERION_ROWS, PROGRAM_ORDER, shortCriterion } from "./short-criteria";

const principal: PersonFacts = {
  id: "p",
  role: "principal",
  givenName: "Minh Anh",
  familyName: "Trần",
  birthDate: "1996-03-14",
  accompanying: true,
  statusInCanada: "worker",
  statusExpiresOn: null,
  countryOfResidence: "CA",
  citizenship: "VN",
  passport: null,
  maritalStatus: "single",
  unionSince: null,
  earlierUnionEnded: null,
  otherNames: null,
  dependentByCondition: false,
  adoptedOrSharedCustody: false,
  addresses: [],
  jobs: [
    {
      id: "j",
      employer: "Halden Systems",
      title: "Software engineer",
      nocCode: "21231",
      country: "CA",
      city: null,
      hoursPerWeek: 37.5,
      from: "2024-06-03",
      to: null,
      paid: true,
      selfEmployed: false,
      authorized: true,
      duringFullTimeStudy: false,
    },
  ],
  languageTests: [
    {
      id: "t",
      kind: "celpip_general",
      takenOn: "2025-10-18",
      resultOn: null,
      scores: { listening: 9, reading: 8, writing: 9, speaking: 10 },
      reportNumber: null,
    },
  ],
  credentials: [],
};

const family: FamilyFacts = {
  intendedProvince: "ON",
  settlementFunds: { cents: 2_450_000, asOf: "2026-11-02" },
  siblingInCanada: null,
  relativeInCanada: null,
  jobOffer: null,
  certificateOfQualification: null,
  nomination: null,
};

const empty: PersonFacts = { ...principal, birthDate: null, jobs: [], languageTests: [] };
const criteriaOf = (facts: CaseFacts) =>
  assessEligibility(facts, "2026-11-23").programs.flatMap(({ criteria }) => criteria);

describe("the table of programs", () => {
  const all = criteriaOf({ people: [principal], family });

  test("has a place for every criterion of the engine: none drops out silently", () => {
    const placed = CRITERION_ROWS.flatMap(({ ids }) => ids);
    expect([...placed].sort()).toEqual(all.map(({ id }) => id).sort());
    expect(new Set(all.map(({ program }) => program))).toEqual(new Set(PROGRAM_ORDER));
  });

  test("cuts the engine's sentences to a cell and keeps their figures", () => {
    const short = Object.fromEntries(all.map((criterion) => [criterion.id, shortCriterion(criterion)]));
    expect(short["cec.work"]).toEqual({ figure: "3,870 h in Canada", needs: "needs 1,560 h" });
    expect(short["fsw.work"]).toEqual({ figure: "3,870 h in a row", needs: "needs 1,560 h" });
    expect(short["cec.language"]).toEqual({ figure: "CLB 8 to 10", needs: "needs CLB 7" });
    expect(short["fst.language"]).toEqual({ figure: "CLB 8 to 10", needs: "needs CLB 5 and 4" });
    expect(short["fsw.education"]).toEqual({ figure: "Below secondary", needs: "needs secondary" });
    expect(short["fsw.grid"]?.needs).toBe("needs 67");
    expect(short["fsw.funds"]).toEqual({ figure: "$24,500", needs: "needs $15,263" });
    expect(short["cec.outside-quebec"]).toEqual({ figure: "Ontario", needs: "not Quebec" });
    expect(short["pnp.nomination"]).toEqual({ figure: "No nomination", needs: "needs one, accepted" });
  });

  test.each([
    ["a full file", principal, family],
    ["an empty one", empty, { ...family, intendedProvince: null, settlementFunds: null }],
  ])("says something short in every cell of %s", (_, person, facts) => {
    for (const criterion of criteriaOf({ people: [person], family: facts })) {
      const { figure, needs } = shortCriterion(criterion);
      expect(figure.length, figure).toBeLessThanOrEqual(46);
      expect(needs.length, needs).toBeLessThanOrEqual(26);
      expect(figure).not.toBe("");
    }
  });
});
