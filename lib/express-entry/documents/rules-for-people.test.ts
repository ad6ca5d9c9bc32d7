/** Documents about people, family and its claims (rules reference 5, rows 9–24). */
import { describe, expect, test } from "vitest";
import type { Address, CaseFacts, FamilyFacts, PersonFacts } from "../facts";
import { abroad, couple, credential, person, single } from "../testing/case-facts";
import type { Program } from "../eligibility/criterion";
import { requiredDocuments } from "./requirements";
import { historyGaps } from "./residence";

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

describe("civil status", () => {
  test.each([
    ["married", ["marriage_certificate"]],
    ["common_law", ["imm5409", "cohabitation"]],
    ["divorced", ["end_of_union"]],
    ["widowed", ["end_of_union"]],
    ["annulled", ["end_of_union"]],
    ["single", []],
  ] as const)("%s needs %o", (maritalStatus, expected) => {
    const civil = ["marriage_certificate", "imm5409", "cohabitation", "end_of_union"];
    expect(kinds(single({ maritalStatus })).filter((kind) => civil.includes(kind))).toEqual(expected);
  });

  test("an earlier union of either partner", () => {
    const ended = { earlierUnionEnded: true };
    const people = (facts: CaseFacts) =>
      checklist(facts)
        .filter(({ kind }) => kind === "end_of_union")
        .map(({ personId }) => personId);
    expect(people(couple({ id: "p", ...ended }, { id: "s", ...ended }))).toEqual(["p", "s"]);
  });
});

describe("children", () => {
  const childKinds = (facts: CaseFacts, id: string) =>
    checklist(facts)
      .filter(({ personId }) => personId === id)
      .map(({ kind }) => kind);

  test("with both parents: birth certificate, passport, photo, medical, nothing to declare", () => {
    const facts = withPeople(couple({}, {}), child({ id: "c" }));
    expect(childKinds(facts, "c")).toEqual(["passport", "medical", "photo", "birth_certificate"]);
  });

  test.each([
    ["the other parent stays", couple({}, { accompanying: false }), {}],
    ["one parent only", single({}), {}],
    ["custody is shared", couple({}, {}), { adoptedOrSharedCustody: true }],
  ])("IMM 5604 where %s", (_, facts, overrides) => {
    expect(childKinds(withPeople(facts, child({ id: "c", ...overrides })), "c")).toContain("imm5604");
  });

  test("no IMM 5604 for a child who stays or is of age", () => {
    expect(childKinds(withPeople(single({}), child({ id: "c", accompanying: false })), "c")).toEqual([
      "medical",
      "birth_certificate",
    ]);
    expect(
      childKinds(withPeople(single({}), child({ id: "c", birthDate: "2008-02-20" })), "c"),
    ).not.toContain("imm5604");
  });

  test("custody papers, and proof of a condition from 22", () => {
    const adopted = withPeople(couple({}, {}), child({ id: "c", adoptedOrSharedCustody: true }));
    expect(childKinds(adopted, "c")).toContain("custody");
    const grown = child({ id: "c", birthDate: "2000-01-01", dependentByCondition: true });
    expect(childKinds(withPeople(couple({}, {}), grown), "c")).toContain("dependent_over_22");
  });

  test("a child of 22 is not in the application", () => {
    expect(childKinds(withPeople(single({}), child({ id: "c", birthDate: "2004-02-20" })), "c")).toEqual([]);
  });
});

describe("claims of the family", () => {
  const certificate = { nocCode: "72310", province: "AB", issuedOn: "2024-01-01", expiresOn: null };
  const nomination = {
    province: "BC",
    enhanced: true,
    confirmedOn: "2025-12-01",
    acceptedOn: "2025-12-05",
    certificateNumber: "N1",
    expiresOn: "2026-02-01",
  };
  const jobOffer = {
    employer: "Maple Grain Co",
    nocCode: "21232",
    arrangedEmployment: "lmia_no_permit" as const,
    fullTime: true,
    oneYearAfterVisa: true,
  };

  test.each<[string, Partial<FamilyFacts>, Program, boolean]>([
    ["sibling", { siblingInCanada: true }, "CEC", true],
    ["sibling", { siblingInCanada: null }, "CEC", false],
    ["relative", { relativeInCanada: true }, "FSW", true],
    ["relative", { relativeInCanada: true }, "CEC", false],
    ["certificate_of_qualification", { certificateOfQualification: certificate }, "FST", true],
    ["job_offer", { jobOffer }, "FSW", true],
    ["job_offer", { jobOffer }, "CEC", false],
    ["nomination", { nomination }, "PNP", true],
    ["nomination", { nomination }, "CEC", false],
  ])("%s with %o under %s: %s", (kind, family, program, expected) => {
    expect(kinds(single({}, family), program).includes(kind as never)).toBe(expected);
  });

  test("a nomination that ends before submission warns", () => {
    const item = checklist(single({}, { nomination }), "PNP").find(({ kind }) => kind === "nomination");
    expect(item?.validity.warning).toContain("1 Feb 2026");
  });
});

describe("representation, names and gaps", () => {
  test("one IMM 5476 for each adult who applies", () => {
    const facts = withPeople(
      couple({ id: "p" }, { id: "s" }),
      child({ id: "c", birthDate: "2007-01-01" }),
      child({ id: "k" }),
    );
    const signers = checklist(facts)
      .filter(({ kind }) => kind === "imm5476")
      .map(({ personId }) => personId);
    expect(signers).toEqual(["p", "s", "c"]);
  });

  test("proof of another name", () => {
    expect(kinds(single({ otherNames: "Asha Iyer" }))).toContain("name_change");
    expect(kinds(single({ otherNames: "  " }))).not.toContain("name_change");
  });

  test("gaps of thirty days in addresses and activities, ten years back or since 18", () => {
    const history = person({
      birthDate: "2003-01-01",
      addresses: [address("IN", "2003-01-01", "2023-12-31"), address("CA", "2024-01-31", null)],
      jobs: [abroad(1, { from: "2024-01-30", to: null })],
      credentials: [credential({ from: "2020-07-01", awardedOn: "2023-12-31" })],
    });
    expect(historyGaps(history, ON)).toEqual([
      { kind: "address", from: "2024-01-01", to: "2024-01-30", days: 30 },
      // From the 18th birthday the studies cover everything; 29 days before the job are no gap.
    ]);
    const idle = { ...history, credentials: [] };
    expect(historyGaps(idle, ON).at(-1)).toMatchObject({
      kind: "activity",
      from: "2021-01-01",
      to: "2024-01-29",
    });
  });

  test("a letter is asked for gaps, not for a history that nobody has entered", () => {
    expect(kinds(single({}))).not.toContain("letter_of_explanation");
    const gap = single({
      addresses: [address("IN", "2010-01-01", "2020-01-31"), address("IN", "2021-01-01", null)],
    });
    const letter = checklist(gap).find(({ kind }) => kind === "letter_of_explanation");
    expect(letter?.reason).toBe("Gap from 1 Feb 2020 to 31 Dec 2020");
  });

  test("the gap up to today counts too", () => {
    const history = person({ addresses: [address("IN", "2010-01-01", "2025-11-30")] });
    expect(historyGaps(history, ON)[0]).toEqual({
      kind: "address",
      from: "2025-12-01",
      to: "2026-01-07",
      days: 38,
    });
  });
});
