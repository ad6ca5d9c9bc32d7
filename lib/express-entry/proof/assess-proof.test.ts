import { describe, expect, test } from "vitest";
import { requiredDocuments } from "../documents/requirements";
import type { CaseFacts } from "../facts";
import { abroad, canadian, credential, languageTest, ON, person, single, years } from "../testing/case-facts";
import { assessProof } from "./assess-proof";
import { claimedFacts } from "./claimed-facts";
import { withoutFacts } from "./without-facts";

const english = languageTest("celpip_general", [9, 9, 9, 9]);
const degree = credential();
const canadianJob = years(2);
const foreignJob = abroad(3, {}, 2);
const facts = single({
  languageTests: [english],
  credentials: [degree],
  jobs: [canadianJob, foreignJob],
});

const keys = claimedFacts(facts, ON).map(({ key }) => key);
const without = (...missing: string[]) => new Set(keys.filter((key) => !missing.includes(key)));
const line = (proof: ReturnType<typeof assessProof>, id: string) => proof.lines.find((one) => one.id === id);

describe("claimed and proven", () => {
  test("an unproven job abroad takes its pair with the language away, and the job in Canada stays", () => {
    const all = assessProof(facts, ON, new Set(keys));
    const proof = assessProof(facts, ON, without(`job:${foreignJob.id}`));
    expect(proof.claimed).toBe(all.claimed);
    expect(line(proof, "transferability.foreignWorkLanguage")).toMatchObject({ claimed: 50, proven: 0 });
    expect(line(proof, "core.canadianWork")?.proven).toBe(line(all, "core.canadianWork")?.claimed);
    expect(proof.facts.find(({ key }) => key === `job:${foreignJob.id}`)).toMatchObject({
      proven: false,
      stake: proof.claimed - proof.proven,
    });
  });

  test("two jobs of which either makes the year: each alone has nothing at stake, both together have", () => {
    const [one, two] = [abroad(3, {}, 2), abroad(3, {}, 5)];
    const both = single({ languageTests: [english], credentials: [degree], jobs: [one, two] });
    const proof = assessProof(both, ON, new Set());
    const stakes = proof.facts.filter(({ kind }) => kind === "job").map(({ stake }) => stake);
    expect(stakes).toEqual([0, 0]);
    const others = claimedFacts(both, ON).filter(({ kind }) => kind !== "job");
    const left = assessProof(both, ON, new Set(others.map(({ key }) => key)));
    expect(left.claimed - left.proven).toBe(50);
  });

  test("without its language test no program is proven, and each says which criterion falls", () => {
    const proof = assessProof(facts, ON, without(`language_test:${english.id}`));
    const cec = proof.programs.find(({ program }) => program === "CEC");
    expect(cec).toMatchObject({ claimed: "eligible", proven: "not_eligible" });
    expect(cec?.criteria.find(({ id }) => id === "cec.language")).toMatchObject({
      claimed: "met",
      proven: "not_met",
      facts: [`language_test:${english.id}`],
    });
  });

  test("a diploma that is missing does not free the hours worked during that study", () => {
    const studied = canadian({ from: "2022-01-01", awardedOn: "2025-01-01" });
    const other = canadian({ from: "2023-01-01", awardedOn: "2024-01-01" });
    const job = years(3, { duringFullTimeStudy: true, from: "2022-06-01", to: "2025-12-31" });
    const student = single({ languageTests: [english], credentials: [studied, other], jobs: [job] });
    const yearsCounted = (some: CaseFacts) => assessProof(some, ON, new Set()).lines[4]?.claimed;
    const left = withoutFacts(student, new Set([`credential:${studied.id}`]));
    expect(yearsCounted(left)).toBe(yearsCounted(student));
    expect(left.people[0]?.credentials).toHaveLength(2);
  });

  test("a union without its certificate costs the partner's points and keeps the couple's column", () => {
    const spouse = person({ role: "spouse", languageTests: [languageTest("celpip_general", [9, 9, 9, 9])] });
    const principal = person({
      maritalStatus: "married",
      unionSince: "2018-05-05",
      languageTests: [english],
      credentials: [degree],
    });
    const couple: CaseFacts = { people: [principal, spouse], family: facts.family };
    const all = claimedFacts(couple, ON).map(({ key }) => key);
    const proof = assessProof(couple, ON, new Set(all.filter((key) => key !== `union:${principal.id}`)));
    expect(line(proof, "spouse.language")).toMatchObject({ claimed: 20, proven: 0 });
    expect(line(proof, "core.age")?.proven).toBe(line(proof, "core.age")?.claimed);
    expect(proof.claimed - proof.proven).toBe(20);
  });
});

describe("what proves a fact", () => {
  const married: CaseFacts = {
    people: [
      person({
        maritalStatus: "common_law",
        unionSince: "2018-05-05",
        ...{ languageTests: [english], credentials: [degree, canadian()], jobs: [canadianJob] },
      }),
      person({ role: "spouse", languageTests: [languageTest("tcf_canada", [549, 16, 549, 16])] }),
      person({ role: "child", birthDate: "2019-01-01", maritalStatus: "single" }),
    ],
    family: {
      ...facts.family,
      siblingInCanada: true,
      relativeInCanada: true,
      settlementFunds: { cents: 5_000_000, asOf: ON },
      certificateOfQualification: {
        ...{ nocCode: "72310", province: "AB", issuedOn: "2024-01-01", expiresOn: null },
      },
    },
  };

  test("is asked for on the checklist, under the very key by which the ledger looks for it", () => {
    const context = {
      ...{ on: ON, invitationClass: "FSW" as const, plannedSubmission: ON, hasRepresentative: true as const },
    };
    const asked = new Set(requiredDocuments(married, context, (code) => code).map(({ key }) => key));
    for (const { key, needs } of claimedFacts(married, ON)) {
      for (const need of needs) {
        expect([key, need.id, need.lineKeys.some((line) => asked.has(line))]).toEqual([key, need.id, true]);
      }
    }
  });

  test("is an assessment and a diploma for a foreign credential, a diploma for a Canadian one", () => {
    const needs = claimedFacts(married, ON)
      .filter(({ kind }) => kind === "credential")
      .map((claim) => claim.needs.map(({ id }) => id));
    expect(needs).toEqual([["eca", "diploma"], ["diploma"]]);
  });

  test("is nothing for where somebody means to live: that is declared", () => {
    const declared = claimedFacts(facts, ON).filter(({ needs }) => needs.length === 0);
    expect(declared.map(({ kind }) => kind)).toContain("intended_province");
  });
});
