/** The twelve worked profiles of the rules reference, section 9, entered as facts: score, parts, programs, grid. */
import { describe, expect, test } from "vitest";
import { assessEligibility } from "../eligibility/assess";
import type { ProgramVerdict } from "../eligibility/criterion";
import type { CaseFacts } from "../facts";
import { categoriesOn } from "../draws/categories";
import { addDays, addYears } from "../timing/calendar-date";
import {
  abroad,
  born,
  canadian,
  couple,
  credential,
  job,
  languageTest,
  ON,
  single,
  years,
} from "../testing/case-facts";
import { assessCrs } from "./assess";

const ielts = (r: number, w: number, l: number, s: number) => languageTest("ielts_general", [r, w, l, s]);
const celpip = (r: number, w = r, l = r, s = r) => languageTest("celpip_general", [r, w, l, s]);
const foreignMaster = credential({ level: "master_or_entry_to_practice_professional" });
const carpenter = { nocCode: "72310" };
const alberta = { nocCode: "72310", province: "AB", issuedOn: addYears(ON, -4), expiresOn: null };

const spouseOf3 = { birthDate: born(34), credentials: [credential()], languageTests: [celpip(7)] };
const principalOf3 = {
  birthDate: born(35),
  credentials: [credential({ level: "doctorate" })],
  languageTests: [ielts(7, 7, 8, 7)],
  jobs: [years(1), abroad(3, {}, 2)],
};
const tef = languageTest("tef_canada", [233, 349, 280, 349]);
const principalOf5 = {
  birthDate: born(27),
  credentials: [credential()],
  languageTests: [tef, ielts(5, 5.5, 5.5, 5.5)],
  jobs: [abroad(2)],
};
const profile10 = couple(
  {
    birthDate: born(29),
    credentials: [canadian({ level: "master_or_entry_to_practice_professional", programMonths: 16 })],
    languageTests: [celpip(10), languageTest("tcf_canada", [524, 14, 523, 14])],
    jobs: [years(5), abroad(3, {}, 5)],
  },
  { credentials: [credential({ level: "doctorate" })], languageTests: [celpip(9)], jobs: [years(5)] },
  { siblingInCanada: true },
);
const profile11 = single({
  birthDate: born(24),
  credentials: [canadian({ level: "two_year_post_secondary", programMonths: 20 })],
  languageTests: [celpip(7)],
  jobs: [
    job({ nocCode: "22220", hoursPerWeek: 30, from: addDays(ON, -350), to: null }),
    job({
      nocCode: "22220",
      hoursPerWeek: 30,
      from: addDays(ON, -420),
      to: addDays(ON, -351),
      duringFullTimeStudy: true,
    }),
  ],
});

interface Profile {
  name: string;
  facts: CaseFacts;
  a: number;
  b: number;
  c: number;
  d: number;
  total: number;
  programs: Partial<Record<"CEC" | "FSW" | "FST" | "PNP", ProgramVerdict>>;
  grid?: number;
  invitation: string | null;
}

const profiles: Profile[] = [
  {
    name: "1: single, 29, master's, three years abroad",
    facts: single({
      birthDate: born(29),
      credentials: [foreignMaster],
      languageTests: [ielts(8, 7.5, 8.5, 7.5)],
      jobs: [abroad(3)],
    }),
    ...{ a: 381, b: 0, c: 100, d: 0, total: 481, grid: 70, invitation: "FSW" },
    programs: { CEC: "not_eligible", FSW: "eligible", FST: "not_eligible" },
  },
  {
    name: "2: single, 30, Canadian bachelor's, two years in Canada",
    facts: single({
      birthDate: born(30),
      credentials: [canadian({ programMonths: 48 })],
      languageTests: [celpip(9)],
      jobs: [years(2)],
    }),
    ...{ a: 402, b: 0, c: 50, d: 30, total: 482, grid: 78, invitation: "CEC" },
    programs: { CEC: "eligible", FSW: "eligible", FST: "not_eligible" },
  },
  {
    name: "3: 35, accompanying foreign spouse",
    facts: couple(principalOf3, spouseOf3),
    ...{ a: 361, b: 20, c: 100, d: 0, total: 481, grid: 84, invitation: "CEC" },
    programs: { CEC: "eligible", FSW: "eligible" },
  },
  {
    name: "4: as 3, the spouse stays",
    facts: couple(principalOf3, { ...spouseOf3, accompanying: false }),
    ...{ a: 391, b: 0, c: 100, d: 0, total: 491, invitation: "CEC" },
    programs: { CEC: "eligible" },
  },
  {
    name: "4: as 3, the spouse is a Canadian citizen",
    facts: couple(principalOf3, { ...spouseOf3, statusInCanada: "citizen" }),
    ...{ a: 391, b: 0, c: 100, d: 0, total: 491, invitation: "CEC" },
    programs: { CEC: "eligible" },
  },
  {
    name: "5: French first, English second",
    facts: single(principalOf5),
    ...{ a: 326, b: 0, c: 26, d: 50, total: 402, grid: 68, invitation: "FSW" },
    programs: { FSW: "eligible" },
  },
  {
    name: "6: as 5 without English: a score is not eligibility",
    facts: single({ ...principalOf5, languageTests: [tef] }),
    ...{ a: 322, b: 0, c: 26, d: 25, total: 373, grid: 64, invitation: null },
    programs: { CEC: "not_eligible", FSW: "not_eligible", FST: "not_eligible" },
  },
  {
    name: "7: 38, carpenter with an Alberta certificate",
    facts: single(
      {
        birthDate: born(38),
        credentials: [credential({ level: "one_year_post_secondary" })],
        languageTests: [ielts(3.5, 4, 5, 5)],
        jobs: [abroad(3, carpenter)],
      },
      { certificateOfQualification: alberta },
    ),
    ...{ a: 175, b: 0, c: 0, d: 0, total: 175, invitation: "FST" },
    programs: { CEC: "not_eligible", FSW: "not_eligible", FST: "eligible" },
  },
  {
    name: "8: 41, with spouse, trade work in Canada, sister in Canada",
    facts: couple(
      {
        birthDate: born(41),
        credentials: [credential({ level: "two_year_post_secondary" })],
        languageTests: [ielts(5, 5.5, 6, 6)],
        jobs: [years(2, carpenter), years(1, carpenter, 6), abroad(1, {}, 8)],
      },
      { credentials: [credential({ level: "secondary" })], languageTests: [celpip(5)], jobs: [years(1)] },
      { certificateOfQualification: alberta, siblingInCanada: true },
    ),
    ...{ a: 230, b: 11, c: 75, d: 15, total: 331, invitation: "CEC" },
    programs: { CEC: "eligible", FSW: "not_eligible", FST: "eligible" },
  },
  {
    name: "9: 44, nominated",
    facts: single(
      {
        birthDate: born(44),
        credentials: [credential()],
        languageTests: [languageTest("pte_core", [78, 88, 82, 84])],
        jobs: [abroad(6)],
      },
      {
        intendedProvince: "BC",
        siblingInCanada: true,
        relativeInCanada: true,
        nomination: {
          province: "BC",
          enhanced: true,
          confirmedOn: addDays(ON, -20),
          acceptedOn: addDays(ON, -10),
          certificateNumber: null,
          expiresOn: null,
        },
      },
    ),
    ...{ a: 250, b: 0, c: 75, d: 600, total: 925, grid: 68, invitation: "PNP" },
    programs: { PNP: "eligible", FSW: "eligible", CEC: "not_eligible" },
  },
  {
    name: "10: 29, with spouse, Canadian master's, French too",
    facts: profile10,
    ...{ a: 446, b: 40, c: 100, d: 95, total: 681, grid: 88, invitation: "CEC" },
    programs: { CEC: "eligible", FSW: "eligible" },
  },
  {
    name: "11: 24, 60 hours short",
    facts: profile11,
    ...{ a: 276, b: 0, c: 13, d: 15, total: 304, invitation: null },
    programs: { CEC: "not_eligible", FSW: "not_eligible", FST: "not_eligible" },
  },
  {
    name: "12: 33, offer from the LMIA employer, no money asked",
    facts: single(
      {
        birthDate: born(33),
        credentials: [credential(), credential({ level: "one_year_post_secondary" })],
        languageTests: [ielts(6.5, 6.5, 8, 7.5)],
        jobs: [years(1, { nocCode: "00012" }), abroad(2, {}, 2)],
      },
      {
        settlementFunds: null,
        jobOffer: {
          employer: "Northern Systems Ltd",
          nocCode: "00012",
          arrangedEmployment: "lmia_permit_same_employer",
          fullTime: true,
          oneYearAfterVisa: true,
        },
      },
    ),
    ...{ a: 367, b: 0, c: 76, d: 0, total: 443, grid: 87, invitation: "CEC" },
    programs: { CEC: "eligible", FSW: "eligible" },
  },
];

describe.each(profiles)("worked profile $name", (profile) => {
  const crs = assessCrs(profile.facts, ON);
  const eligibility = assessEligibility(profile.facts, ON);

  test("has the score of the reference, part by part", () => {
    const { core, spouse, transferability, additional, total } = crs.score;
    const parts = [core, spouse, transferability, additional].map((part) => part.total);
    expect([...parts, total]).toEqual([profile.a, profile.b, profile.c, profile.d, profile.total]);
  });

  test("has the verdicts of the reference", () => {
    expect(eligibility.verdicts).toMatchObject(profile.programs);
    expect(eligibility.invitationClass).toBe(profile.invitation);
  });

  test("explains every point: lines add up to the parts, none above its maximum", () => {
    for (const section of crs.sections) {
      const lines = crs.lines.filter((line) => line.section === section.id);
      const sum = lines.reduce((total, line) => total + line.points, 0);
      expect(sum).toBeGreaterThanOrEqual(section.points);
      expect(section.points).toBeLessThanOrEqual(section.max);
      if (section.id === "core" || section.id === "spouse") expect(sum).toBe(section.points);
    }
    expect(crs.lines.every(({ points, max, input }) => points <= max && input !== "")).toBe(true);
  });
});

const withGrid = profiles.filter(({ grid }) => grid !== undefined);
test.each(withGrid)("worked profile $name has the grid of the reference", ({ facts, grid }) => {
  const points = assessEligibility(facts, ON).grid;
  expect(points.total).toBe(grid);
  expect(points.lines.reduce((total, line) => total + line.points, 0)).toBe(grid);
});

describe("around the worked profiles", () => {
  test("5 is in the French category, and takes French as the first language", () => {
    expect(assessCrs(single(principalOf5), ON).firstLanguage).toBe("fr");
    const french = categoriesOn(single(principalOf5), ON).find(({ category }) => category === "french");
    expect(french?.verdict).toBe("met");
  });

  test("7 needs its funds: the certificate alone does not exempt", () => {
    const facts = profiles[7]?.facts as CaseFacts;
    const poor = { ...facts, family: { ...facts.family, settlementFunds: { cents: 1_526_299, asOf: ON } } };
    expect(assessEligibility(poor, ON).verdicts.FST).toBe("not_eligible");
    const enough = { ...facts, family: { ...facts.family, settlementFunds: { cents: 1_526_300, asOf: ON } } };
    expect(assessEligibility(enough, ON).verdicts.FST).toBe("eligible");
  });

  test("7 is in the trades category", () => {
    const facts = profiles[7]?.facts as CaseFacts;
    expect(categoriesOn(facts, ON).find(({ category }) => category === "trades")?.verdict).toBe("met");
  });

  test("10 at thirty has 676; thirty after the invitation still has 681", () => {
    const birthday = addYears(born(29), 30);
    expect(assessCrs(profile10, addDays(birthday, -1)).score.total).toBe(681);
    expect(assessCrs(profile10, birthday).score.total).toBe(676);
    expect(assessCrs(profile10, birthday, { ageOn: ON }).score.total).toBe(681);
  });

  test("11 becomes eligible under CEC after two more weeks, and the assessment says which day", () => {
    const [, cec] = assessEligibility(profile11, ON).programs;
    const work = cec?.criteria.find(({ id }) => id === "cec.work");
    expect(work).toMatchObject({ verdict: "not_met", metOn: addDays(ON, 14) });
    expect(work?.figure).toContain("1,500 h");
    expect(assessEligibility(profile11, addDays(ON, 13)).verdicts.CEC).toBe("not_eligible");
    expect(assessEligibility(profile11, addDays(ON, 14)).verdicts.CEC).toBe("eligible");
  });
});
