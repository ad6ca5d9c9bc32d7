/** The personal checklist (rules reference 5), rule by rule. */
import { describe, expect, test } from "vitest";
import type { Address, CaseFacts, FamilyFacts, PersonFacts } from "../facts";
import {
  abroad,
  canadian,
  couple,
  credential,
  languageTest,
  person,
  single,
  years,
} from "../testing/case-facts";
import type { Program } from "../eligibility/criterion";
import { DOCUMENT_KINDS } from "./document-kind";
import { requiredDocuments } from "./requirements";

const ON = "2026-01-07";
const SUBMIT = "2026-02-20";
const NAMES: Record<string, string> = { IN: "India", AE: "United Arab Emirates", CA: "Canada" };

function checklist(facts: CaseFacts, invitationClass: Program = "CEC", plannedSubmission = SUBMIT) {
  const context = { on: ON, invitationClass, plannedSubmission, hasRepresentative: true as const };
  return requiredDocuments(facts, context, (code) => NAMES[code] ?? code);
}
const kinds = (facts: CaseFacts, invitationClass?: Program) =>
  checklist(facts, invitationClass).map(({ kind }) => kind);
const address = (country: string, from: string, to: string | null): Address => ({
  id: `${country}${from}`,
  country,
  city: null,
  from,
  to,
});
const child = (overrides: Partial<PersonFacts> = {}) =>
  person({ role: "child", birthDate: "2018-03-01", ...overrides });
const withPeople = (facts: CaseFacts, ...people: PersonFacts[]) => ({
  ...facts,
  people: [...facts.people, ...people],
});

describe("medical exams", () => {
  test("every member, coming along or not, but citizens and residents; for applications from 21 August 2025", () => {
    const facts = withPeople(
      couple({ id: "p" }, { id: "s", accompanying: false }),
      child({ id: "c" }),
      child({ id: "canadian", statusInCanada: "citizen" }),
    );
    const examined = (date?: string) =>
      checklist(facts, "CEC", date)
        .filter(({ kind }) => kind === "medical")
        .map(({ personId }) => personId);
    expect(examined()).toEqual(["p", "s", "c"]);
    expect(examined("2025-08-21")).toEqual(["p", "s", "c"]);
    expect(examined("2025-08-20")).toEqual([]);
  });
});

describe("funds", () => {
  const family: Partial<FamilyFacts> = {};
  test("proof under FSW and FST, the exemption letter under CEC, never both", () => {
    expect(kinds(single({}, family), "FSW")).toContain("funds");
    expect(kinds(single({}), "FSW")).not.toContain("funds_exemption");
    expect(kinds(single({}), "FST")).toContain("funds");
    expect(kinds(single({}), "CEC")).toContain("funds_exemption");
    expect(kinds(single({}), "CEC")).not.toContain("funds");
  });

  test("the amount is named, with the family's size", () => {
    const funds = checklist(couple({}, { accompanying: false }), "FSW").find(({ kind }) => kind === "funds");
    expect(funds?.reason).toBe("$19,001 needed for a family of 2");
  });
});

describe("work, education and language", () => {
  const job = years(1, { id: "j1", employer: "Maple Grain Co" });
  const degree = credential({ id: "d1" });

  test("one letter for each job claimed, none for a job that earns nothing", () => {
    const own = abroad(2, { id: "j2", selfEmployed: true }, 2);
    const cashier = years(1, { id: "j3", nocCode: "65100" }, 1);
    const letters = checklist(single({ id: "p", jobs: [job, own, cashier] })).filter(({ kind }) =>
      ["reference_letter", "self_employment"].includes(kind),
    );
    expect(letters.map(({ key }) => key)).toEqual(["reference_letter:p:j1", "self_employment:p:j2"]);
    expect(letters[0]).toMatchObject({
      title: "Reference letter, Maple Grain Co",
      reason: "Work claimed: Software developer, 2025–2026",
      responsible: "other",
    });
  });

  test("a job that may count is asked for; a student's job in Canada only under FSW", () => {
    expect(kinds(single({ jobs: [years(1, { nocCode: null })] }))).toContain("reference_letter");
    const student = single({ jobs: [years(1, { duringFullTimeStudy: true })] });
    expect(kinds(student, "CEC")).not.toContain("reference_letter");
    expect(kinds(student, "FSW")).toContain("reference_letter");
  });

  test("the spouse's letters for Canadian work only, and only when points are claimed", () => {
    const jobs = [years(1, { id: "in-canada" }), abroad(1, { id: "abroad" }, 1)];
    const keys = (spouse: Partial<PersonFacts>) =>
      checklist(couple({}, { id: "s", jobs, ...spouse }))
        .filter(({ kind }) => kind === "reference_letter")
        .map(({ key }) => key);
    expect(keys({})).toEqual(["reference_letter:s:in-canada"]);
    expect(keys({ accompanying: false })).toEqual([]);
  });

  test("ECA and diploma for a foreign credential, diploma alone for a Canadian one", () => {
    expect(kinds(single({ credentials: [degree] }))).toEqual(expect.arrayContaining(["eca", "diploma"]));
    const local = kinds(single({ credentials: [canadian()] }));
    expect(local).toContain("diploma");
    expect(local).not.toContain("eca");
  });

  test("a degree without an ECA is asked for under FSW, not claimed under CEC", () => {
    const bare = single({ credentials: [credential({ eca: null })] });
    expect(kinds(bare, "FSW")).toContain("eca");
    expect(kinds(bare, "CEC")).not.toContain("eca");
  });

  test("each language used, and the spouse's; a warning when one lapses before submission", () => {
    const old = languageTest("celpip_general", [9, 9, 9, 9], { takenOn: "2024-02-20" });
    const french = languageTest("tcf_canada", [453, 10, 458, 10]);
    const facts = couple(
      { id: "p", languageTests: [old, french] },
      { id: "s", languageTests: [languageTest("celpip_general", [7, 7, 7, 7])] },
    );
    const results = checklist(facts).filter(({ kind }) => kind === "language");
    expect(results.map(({ key }) => key)).toEqual(["language:p:en", "language:p:fr", "language:s:en"]);
    expect(results[0]?.validity).toMatchObject({
      lastDay: "2026-02-19",
      warning: "Runs out on 19 Feb 2026, before the planned submission on 20 Feb 2026",
    });
    expect(results[1]?.validity.warning).toBeNull();
  });

  test("without a test one is still asked for", () => {
    expect(checklist(single({ id: "p" })).find(({ kind }) => kind === "language")).toMatchObject({
      key: "language:p:en",
      required: true,
    });
  });
});

describe("the list as a whole", () => {
  const facts = withPeople(
    couple(
      { addresses: [address("IN", "2010-01-01", null)], jobs: [abroad(3)], credentials: [credential()] },
      {},
    ),
    child(),
    child(),
  );

  test("keys are unique and stable, slots are in order", () => {
    const list = checklist(facts, "FSW");
    const keys = list.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(checklist(facts, "FSW").map(({ key }) => key)).toEqual(keys);
    const order = list.map(({ kind }) => DOCUMENT_KINDS.indexOf(kind));
    expect([...order].sort((a, b) => a - b)).toEqual(order);
  });

  test("every item says why, what a good one is and what goes wrong, in plain data", () => {
    const list = checklist(facts, "FSW");
    for (const item of list) {
      expect(item.reason).not.toBe("");
      expect(item.goodExample).not.toBe("");
      expect(item.acceptancePoints.length).toBeGreaterThan(0);
      expect(item.commonFaults.length).toBeGreaterThan(0);
      expect(item.leadDays).toBeGreaterThan(0);
    }
    expect(JSON.parse(JSON.stringify(list))).toEqual(list);
  });

  test("a passport with less than six months left says so", () => {
    const passport = { number: "X1", country: "IN", expiresOn: "2026-08-19" };
    const item = (expiresOn: string) =>
      checklist(single({ passport: { ...passport, expiresOn } })).find(({ kind }) => kind === "passport");
    expect(item("2026-08-19")?.reason).toContain("19 Aug 2026: renew it");
    expect(item("2026-08-20")?.reason).toBe("Everyone who applies needs one");
    expect(item("2026-02-19")?.validity.warning).not.toBeNull();
  });
});
