/** FST and nominees, each criterion at its edge (rules reference 3.3, 3.4). */
import { describe, expect, test } from "vitest";
import { programThresholds } from "../data/crs-tables";
import type { ArrangedEmployment, CaseFacts, FamilyFacts, JobOffer, PersonFacts } from "../facts";
import { abroad, born, languageTest, ON, single, years } from "../testing/case-facts";
import { addDays } from "../timing/calendar-date";
import { assessEligibility } from "./assess";
import type { Criterion } from "./criterion";
import { isSkilledTrade } from "./fst";
import { assessCrs } from "../crs/assess";
import { nominationAcceptanceDeadline } from "../crs/factors-on";

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

describe("FST", () => {
  test.each([
    ["72310", true],
    ["72600", false],
    ["73100", true],
    ["82021", true],
    ["83100", true],
    ["92100", true],
    ["93100", true],
    ["93200", false],
    ["63200", true],
    ["63201", true],
    ["63202", true],
    ["63210", false],
    ["62200", true],
    ["62201", false],
    ["21232", false],
    ["72", false],
  ])("NOC %s is in the class: %s", (code, expected) =>
    expect(isSkilledTrade(programThresholds, code)).toBe(expected),
  );

  const certificate = { nocCode: "72310", province: "AB", issuedOn: "2024-01-01", expiresOn: null };
  const trade = { nocCode: "72310" };
  const carpenter = {
    birthDate: born(40),
    languageTests: [languageTest("ielts_general", [3.5, 4, 5, 5])],
    jobs: [abroad(2, trade)],
  };
  const verdict = (facts: CaseFacts) => assessEligibility(facts, ON).verdicts.FST;
  const withCertificate = { certificateOfQualification: certificate };

  test("two years in the trade, CLB 5 and 4, certificate, funds: eligible", () => {
    expect(verdict(single(carpenter, withCertificate))).toBe("eligible");
  });

  test.each<[string, [number, number, number, number], string]>([
    ["speaking 4", [3.5, 4, 5, 4.5], "not_met"],
    ["listening 4", [3.5, 4, 4.5, 5], "not_met"],
    ["reading below 4", [3, 4, 5, 5], "not_met"],
    ["writing below 4", [3.5, 3.5, 5, 5], "not_met"],
    ["all at the edge", [3.5, 4, 5, 5], "met"],
  ])("language with %s is %s", (_, scores, expected) => {
    const languageTests = [languageTest("ielts_general", scores)];
    expect(criterion(single({ ...carpenter, languageTests }, withCertificate), "fst.language").verdict).toBe(
      expected,
    );
  });

  test("two years within five, in the one trade", () => {
    const work = (...jobs: PersonFacts["jobs"]) =>
      criterion(single({ ...carpenter, jobs }, withCertificate), "fst.work").verdict;
    expect(work(abroad(1, trade), abroad(1, trade, 4))).toBe("met");
    expect(work(abroad(1, trade), abroad(1, trade, 5))).toBe("not_met");
    expect(work(abroad(1, trade), abroad(1, { nocCode: "72311" }, 2))).toBe("not_met");
    expect(work(abroad(1))).toBe("not_met");
    expect(work(abroad(2, { nocCode: null }))).toBe("unknown");
  });

  test("the certificate or offer has to be in the trade, and in force", () => {
    const backed = (familyFacts: Partial<FamilyFacts>) =>
      criterion(single(carpenter, familyFacts), "fst.certificate-or-offer").verdict;
    expect(backed({})).toBe("not_met");
    expect(backed({ certificateOfQualification: { ...certificate, nocCode: "72311" } })).toBe("not_met");
    expect(backed({ certificateOfQualification: { ...certificate, expiresOn: addDays(ON, -1) } })).toBe(
      "not_met",
    );
    expect(backed({ jobOffer: offer("lmia_no_permit", trade) })).toBe("met");
    expect(backed({ jobOffer: offer("lmia_no_permit") })).toBe("not_met");
  });

  test("an offer with authorization to work exempts from funds, an LMIA without a permit does not", () => {
    const broke = (arranged: ArrangedEmployment) =>
      verdict(
        single(carpenter, { jobOffer: offer(arranged, trade), settlementFunds: { cents: 0, asOf: ON } }),
      );
    expect(broke("lmia_permit_same_employer")).toBe("eligible");
    expect(broke("lmia_no_permit")).toBe("not_eligible");
  });
});

describe("nominees", () => {
  const nomination = {
    province: "BC",
    enhanced: true,
    confirmedOn: addDays(ON, -20),
    acceptedOn: addDays(ON, -10),
    certificateNumber: null,
    expiresOn: null,
  };
  const worker = { languageTests: [celpip(7, 7, 7, 7)], jobs: [years(1)] };
  const nominee = (
    overrides: object = {},
    familyFacts: Partial<FamilyFacts> = {},
    facts: Partial<PersonFacts> = worker,
  ) =>
    assessEligibility(
      single(facts, { intendedProvince: "BC", nomination: { ...nomination, ...overrides }, ...familyFacts }),
      ON,
    );

  test("who qualify for a federal program are invited as nominees only", () => {
    expect(nominee()).toMatchObject({
      verdicts: { PNP: "eligible", CEC: "eligible" },
      invitationClass: "PNP",
    });
  });

  test("who qualify for none cannot be invited at all", () => {
    expect(nominee({}, {}, {})).toMatchObject({ verdicts: { PNP: "not_eligible" }, invitationClass: null });
  });

  test("with a base nomination are invited under the federal program", () => {
    expect(nominee({ enhanced: false })).toMatchObject({
      verdicts: { PNP: "not_eligible" },
      invitationClass: "CEC",
    });
  });

  test("who have not accepted yet are told until when", () => {
    const facts = single(worker, { intendedProvince: "BC", nomination: { ...nomination, acceptedOn: null } });
    expect(criterion(facts, "pnp.nomination").figure).toBe("To be accepted by 17 Jan 2026");
    expect(nominationAcceptanceDeadline("2025-12-18")).toBe("2026-01-17");
  });

  test("who accepted on the thirtieth day are in time, a day later the nomination has lapsed", () => {
    const accepted = (days: number) => {
      const confirmedOn = addDays(ON, -40);
      const own = { ...nomination, confirmedOn, acceptedOn: addDays(confirmedOn, days) };
      const facts = single(worker, { intendedProvince: "BC", nomination: own });
      return [
        criterion(facts, "pnp.nomination").verdict,
        assessCrs(facts, ON).score.additional.nomination,
        assessEligibility(facts, ON).invitationClass,
      ];
    };
    expect(accepted(30)).toEqual(["met", 600, "PNP"]);
    expect(accepted(31)).toEqual(["not_met", 0, "CEC"]);
  });

  test("who mean to live elsewhere are not", () => {
    // Not invited as a worker either: a nominee can be invited as a nominee only.
    expect(nominee({}, { intendedProvince: "ON" })).toMatchObject({
      verdicts: { PNP: "not_eligible", CEC: "eligible" },
      invitationClass: null,
    });
  });

  test("whose nomination has expired are not", () => {
    expect(nominee({ expiresOn: addDays(ON, -1) }).verdicts.PNP).toBe("not_eligible");
  });
});
