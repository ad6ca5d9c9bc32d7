/** CEC, FSW and the class of an invitation, each criterion at its edge (rules reference 3.1, 3.2, 3.5, 3.6). */
import { describe, expect, test } from "vitest";
import type { ArrangedEmployment, CaseFacts, FamilyFacts, JobOffer, PersonFacts } from "../facts";
import {
  abroad,
  born,
  couple,
  credential,
  family,
  job,
  languageTest,
  ON,
  person,
  single,
  years,
} from "../testing/case-facts";
import { addDays, addYears } from "../timing/calendar-date";
import { assessEligibility, settlementFundsRequired } from "./assess";
import type { Criterion } from "./criterion";
import { gridPoints } from "./grid-on";

function criterion(facts: CaseFacts, id: string, on = ON): Criterion {
  const all = assessEligibility(facts, on).programs.flatMap(({ criteria }) => criteria);
  const found = all.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`no criterion ${id}`);
  return found;
}
const celpip = (...scores: [number, number, number, number]) => languageTest("celpip_general", scores);
const offer = (
  arrangedEmployment: ArrangedEmployment | null,
  overrides: Partial<JobOffer> = {},
): JobOffer => ({
  employer: "Northern Systems Ltd",
  nocCode: "21232",
  arrangedEmployment,
  fullTime: true,
  oneYearAfterVisa: true,
  ...overrides,
});

describe("CEC", () => {
  const cec = (facts: Partial<PersonFacts>, familyFacts: Partial<FamilyFacts> = {}) =>
    single({ languageTests: [celpip(7, 7, 7, 7)], jobs: [years(1)], ...facts }, familyFacts);
  const verdict = (facts: CaseFacts) => assessEligibility(facts, ON).verdicts.CEC;

  test("a year in the last three and CLB 7: eligible, without education or funds", () => {
    expect(verdict(cec({}, { settlementFunds: null }))).toBe("eligible");
  });

  test("the window slides past the year", () => {
    const facts = cec({ jobs: [years(1)] });
    const late = addYears(ON, 2);
    expect(criterion(facts, "cec.work", late).verdict).toBe("met");
    expect(criterion(facts, "cec.work", addDays(late, 10)).verdict).toBe("not_met");
  });

  test("TEER 0 and 1 need CLB 7 in all four, TEER 2 and 3 CLB 5", () => {
    const six = [celpip(7, 7, 7, 6)];
    expect(verdict(cec({ languageTests: six }))).toBe("not_eligible");
    expect(verdict(cec({ languageTests: six, jobs: [years(1, { nocCode: "63200" })] }))).toBe("eligible");
    const four = [celpip(5, 5, 5, 4)];
    expect(verdict(cec({ languageTests: four, jobs: [years(1, { nocCode: "63200" })] }))).toBe(
      "not_eligible",
    );
  });

  test("French will do", () => {
    expect(verdict(cec({ languageTests: [languageTest("tcf_canada", [453, 10, 458, 10])] }))).toBe(
      "eligible",
    );
  });

  test("Quebec excludes; not asked is unknown", () => {
    expect(verdict(cec({}, { intendedProvince: "QC" }))).toBe("not_eligible");
    expect(verdict(cec({}, { intendedProvince: null }))).toBe("unknown");
  });

  test("a question not asked that would decide makes the program unknown", () => {
    expect(verdict(cec({ jobs: [years(1, { authorized: null })] }))).toBe("unknown");
    expect(verdict(cec({ jobs: [years(2), years(1, { authorized: null })] }))).toBe("eligible");
  });

  test("the criterion says when its language test lapses", () => {
    const facts = cec({
      languageTests: [languageTest("celpip_general", [7, 7, 7, 7], { takenOn: "2025-01-15" })],
    });
    expect(criterion(facts, "cec.language").lastDay).toBe("2027-01-14");
  });
});

describe("FSW", () => {
  const strong = {
    birthDate: born(30),
    credentials: [credential({ level: "master_or_entry_to_practice_professional" as const })],
    languageTests: [celpip(9, 9, 9, 9)],
    jobs: [abroad(3)],
  };
  const verdict = (facts: CaseFacts, on = ON) => assessEligibility(facts, on).verdicts.FSW;

  test("all minimums and 67 points: eligible", () => expect(verdict(single(strong))).toBe("eligible"));

  test("the year has to be continuous in one occupation; many half years are not", () => {
    const halves = [0, 1, 2].map((at) =>
      abroad(1, { from: addDays(ON, -600 + at * 200), to: addDays(ON, -600 + at * 200 + 180) }),
    );
    expect(criterion(single({ ...strong, jobs: halves }), "fsw.work").verdict).toBe("not_met");
    expect(gridPoints(single({ ...strong, jobs: halves }), ON).factors.workYears).toBe(1);
  });

  test("CLB 7 in all four of one language", () => {
    expect(
      criterion(single({ ...strong, languageTests: [celpip(7, 7, 7, 7)] }), "fsw.language").verdict,
    ).toBe("met");
    expect(
      criterion(single({ ...strong, languageTests: [celpip(10, 10, 10, 6)] }), "fsw.language").verdict,
    ).toBe("not_met");
  });

  test("secondary school is enough education, a degree without an ECA is none", () => {
    const level = (credentials: PersonFacts["credentials"]) =>
      criterion(single({ ...strong, credentials }), "fsw.education").verdict;
    expect(level([credential({ level: "secondary" })])).toBe("met");
    expect(level([credential({ eca: null })])).toBe("not_met");
    expect(level([])).toBe("not_met");
  });

  test("funds to the cent for the family, citizens and those who stay included", () => {
    const funds = (cents: number, facts: CaseFacts) =>
      criterion({ ...facts, family: { ...facts.family, settlementFunds: { cents, asOf: ON } } }, "fsw.funds");
    expect(funds(1_526_300, single(strong)).verdict).toBe("met");
    expect(funds(1_526_299, single(strong)).verdict).toBe("not_met");
    const pair = couple(strong, { accompanying: false, statusInCanada: "citizen" });
    expect(funds(1_900_099, pair).verdict).toBe("not_met");
    expect(funds(1_900_100, pair).verdict).toBe("met");
    expect(criterion(single(strong, { settlementFunds: null }), "fsw.funds").verdict).toBe("unknown");
  });

  test.each<[ArrangedEmployment | null, string]>([
    ["lmia_permit_same_employer", "met"],
    ["exempt_permit_same_employer_one_year", "met"],
    ["other_permit_with_lmia", "met"],
    ["lmia_no_permit", "not_met"],
    [null, "not_met"],
  ])("offer %s without money: funds %s", (arranged, expected) => {
    const poor = single(strong, { jobOffer: offer(arranged), settlementFunds: { cents: 0, asOf: ON } });
    expect(criterion(poor, "fsw.funds").verdict).toBe(expected);
  });

  test.each<[string, Partial<JobOffer>]>([
    ["not full-time", { fullTime: false }],
    ["under a year", { oneYearAfterVisa: false }],
    ["not skilled", { nocCode: "65100" }],
  ])("an offer that is %s gives no points and no exemption", (_, overrides) => {
    const jobOffer = offer("lmia_permit_same_employer", overrides);
    const facts = single(strong, { jobOffer, settlementFunds: { cents: 0, asOf: ON } });
    expect(criterion(facts, "fsw.funds").verdict).toBe("not_met");
    expect(gridPoints(facts, ON).score).toMatchObject({ arrangedEmployment: 0, adaptability: 0 });
  });

  test("adaptability of an accompanying foreign spouse only", () => {
    const spouse = { languageTests: [celpip(4, 4, 4, 4)], jobs: [years(1, { nocCode: "65100" })] };
    const points = (overrides: Partial<PersonFacts>) =>
      gridPoints(couple(strong, { ...spouse, ...overrides }), ON).score.adaptability;
    expect(points({})).toBe(10);
    expect(points({ jobs: [] })).toBe(5);
    expect(points({ jobs: [], languageTests: [celpip(4, 4, 4, 3)] })).toBe(0);
    expect(points({ accompanying: false })).toBe(0);
    expect(points({ statusInCanada: "permanent_resident" })).toBe(0);
  });

  test("a relative not asked about leaves the grid open only where five points decide", () => {
    const near = { ...strong, birthDate: born(37), languageTests: [celpip(8, 8, 8, 8)] };
    const grid = (relativeInCanada: boolean | null) =>
      criterion(single(near, { relativeInCanada }), "fsw.grid");
    expect(gridPoints(single(near), ON).total).toBe(64);
    expect([grid(true).verdict, grid(false).verdict, grid(null).verdict]).toEqual([
      "met",
      "not_met",
      "unknown",
    ]);
  });
});

describe("the class of an invitation, and its funds", () => {
  const both = single({
    birthDate: born(30),
    credentials: [credential({ level: "master_or_entry_to_practice_professional" })],
    languageTests: [celpip(9, 9, 9, 9)],
    jobs: [years(1), abroad(2, {}, 2)],
  });

  test("CEC comes before FSW, FSW before FST", () => {
    expect(assessEligibility(both, ON).invitationClass).toBe("CEC");
    const skilledTrade = {
      ...both,
      people: [person({ ...both.people[0], jobs: [abroad(2, { nocCode: "72310" })] })],
      family: family({
        certificateOfQualification: {
          nocCode: "72310",
          province: "AB",
          issuedOn: "2024-01-01",
          expiresOn: null,
        },
      }),
    };
    expect(assessEligibility(skilledTrade, ON)).toMatchObject({
      verdicts: { FSW: "eligible", FST: "eligible" },
      invitationClass: "FSW",
    });
  });

  test("CEC needs no funds, FSW and FST do, a nominee follows the federal program", () => {
    expect(settlementFundsRequired(both, ON, "CEC").required).toBe(false);
    expect(settlementFundsRequired(both, ON, "FSW").required).toBe(true);
    expect(settlementFundsRequired(both, ON, "FST").required).toBe(true);
    expect(settlementFundsRequired(both, ON, "PNP").required).toBe(false);
    const skilled = single({ ...both.people[0], jobs: [abroad(3)] });
    expect(settlementFundsRequired(skilled, ON, "PNP").required).toBe(true);
    const offered = single({ ...both.people[0] }, { jobOffer: offer("lmia_permit_same_employer") });
    expect(settlementFundsRequired(offered, ON, "FSW").required).toBe(false);
    // An offer as a developer exempts nobody from the funds of a trade.
    expect(settlementFundsRequired(offered, ON, "FST").required).toBe(true);
    const nominee = single({ ...skilled.people[0] }, { jobOffer: offer("lmia_permit_same_employer") });
    expect(assessEligibility(nominee, ON).verdicts.FSW).toBe("eligible");
    expect(settlementFundsRequired(nominee, ON, "PNP").required).toBe(false);
  });

  test("a birthday after the invitation does not cost the grid", () => {
    const facts = single({
      birthDate: "1990-06-01",
      credentials: [credential({ eca: { body: "WES", issuedOn: "2025-06-01", reference: null } })],
      languageTests: [celpip(9, 9, 9, 8)],
      jobs: [job({ country: "IN", from: "2023-06-01", to: "2025-06-30" })],
    });
    expect(assessEligibility(facts, "2026-05-31").verdicts.FSW).toBe("eligible");
    expect(assessEligibility(facts, "2026-06-01").verdicts.FSW).toBe("not_eligible");
    expect(assessEligibility(facts, "2026-06-01", { ageOn: "2026-05-31" }).verdicts.FSW).toBe("eligible");
  });
});

test("an empty file is judged without error", () => {
  const empty = { people: [person({ birthDate: null, statusInCanada: null })], family: family() };
  expect(assessEligibility(empty, ON).verdicts).toEqual({
    PNP: "not_eligible",
    CEC: "not_eligible",
    FSW: "not_eligible",
    FST: "not_eligible",
  });
});
