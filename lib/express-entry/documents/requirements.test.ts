/** The personal checklist (rules reference 5), rule by rule. */
import { describe, expect, test } from "vitest";
import type { Address, CaseFacts, FamilyFacts, PersonFacts } from "../facts";
import {
  abroad,
  born,
  canadian,
  couple,
  credential,
  languageTest,
  person,
  single,
  years,
} from "../testing/case-facts";
import type { Program } from "../eligibility/criterion";
import { DOCUMENT_KINDS, documentLastDay, latestSafeStart } from "./document-kind";
import { requiredDocuments } from "./requirements";
import { historyGaps, policeCountries } from "./residence";

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

describe("police certificates", () => {
  const countries = (addresses: Address[], overrides: Partial<PersonFacts> = {}, on = SUBMIT) =>
    policeCountries(person({ birthDate: "1990-05-01", addresses, ...overrides }), on);

  test("six months in a row, to the day", () => {
    expect(countries([address("IN", "2020-01-01", "2020-06-30")])).toHaveLength(1);
    expect(countries([address("IN", "2020-01-01", "2020-06-29")])).toHaveLength(0);
  });

  test("addresses in one country that follow each other are one stay; a break makes two", () => {
    expect(
      countries([address("IN", "2020-01-01", "2020-03-31"), address("IN", "2020-04-01", "2020-06-30")]),
    ).toEqual([{ country: "IN", current: false, from: "2020-01-01", to: "2020-06-30" }]);
    const apart = [address("IN", "2020-01-01", "2020-04-30"), address("IN", "2020-06-01", "2020-09-30")];
    expect(countries(apart)).toEqual([]);
  });

  test("only the last ten years count", () => {
    expect(countries([address("IN", "2010-01-01", "2016-08-19")])).toHaveLength(1);
    expect(countries([address("IN", "2010-01-01", "2016-08-18")])).toHaveLength(0);
  });

  test("only the time from the 18th birthday counts", () => {
    const young = { birthDate: "2004-01-01" };
    expect(countries([address("IN", "2004-01-01", "2022-06-30")], young)).toHaveLength(1);
    expect(countries([address("IN", "2004-01-01", "2022-06-29")], young)).toHaveLength(0);
  });

  test("never Canada; the country of today is current", () => {
    const stays = [address("IN", "2018-01-01", "2022-01-31"), address("CA", "2022-02-01", null)];
    expect(countries(stays)).toEqual([
      { country: "IN", current: false, from: "2018-01-01", to: "2022-01-31" },
    ]);
    expect(countries([address("IN", "2018-01-01", null)])).toMatchObject([{ current: true, to: null }]);
  });

  test("without addresses the country of residence stands in", () => {
    expect(countries([], { countryOfResidence: "IN" })).toMatchObject([{ country: "IN", current: true }]);
    expect(countries([], { countryOfResidence: "CA" })).toEqual([]);
  });

  test("the item names country, years, and how late it must be issued", () => {
    const facts = single({
      id: "p1",
      addresses: [
        address("IN", "2010-01-01", "2017-12-31"),
        address("AE", "2018-01-01", "2022-01-31"),
        address("IN", "2022-02-01", null),
      ],
    });
    const police = checklist(facts).filter(({ kind }) => kind === "police");
    expect(police.map(({ key, title, reason, validity }) => [key, title, reason, validity.rule])).toEqual([
      ["police:p1:IN", "Police certificate, India", "Lives there since 2010", "police_current_country"],
      [
        "police:p1:AE",
        "Police certificate, United Arab Emirates",
        "Lived there 2018–2022",
        "police_after_last_stay",
      ],
    ]);
    expect(police[1]?.acceptancePoints[0]).toBe("Issued after 31 Jan 2022, when the last stay ended");
    expect(police[0]?.acceptancePoints.join()).toContain("Passport Seva");
  });

  test("every adult of the family, coming along or not; no minors, citizens or residents of Canada", () => {
    const who = (spouse: Partial<PersonFacts>, ...children: PersonFacts[]) =>
      checklist(withPeople(couple({ id: "p" }, { id: "s", ...spouse }), ...children))
        .filter(({ kind }) => kind === "police")
        .map(({ personId }) => personId);
    expect(who({ accompanying: false })).toEqual(["p", "s"]);
    expect(who({ statusInCanada: "citizen" })).toEqual(["p"]);
    expect(who({ statusInCanada: "permanent_resident" })).toEqual(["p"]);
    expect(who({}, child({ id: "c", birthDate: "2008-02-20" }))).toEqual(["p", "s", "c"]);
    expect(who({}, child({ id: "c", birthDate: "2008-02-21" }))).toEqual(["p", "s"]);
  });
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

test("last days by validity rule, and the latest safe start", () => {
  expect(documentLastDay("language_two_years", "2025-01-15")).toBe("2027-01-14");
  expect(documentLastDay("eca_five_years", "2021-12-01")).toBe("2026-11-30");
  expect(documentLastDay("police_current_country", "2026-05-23")).toBe("2026-11-23");
  expect(documentLastDay("medical_twelve_months", "2026-03-10")).toBe("2027-03-09");
  expect(documentLastDay("photo_six_months", "2026-05-23")).toBe("2026-11-23");
  expect(documentLastDay("until_expiry", "2026-05-23")).toBe("2026-05-23");
  expect(documentLastDay("police_after_last_stay", "2026-05-23")).toBeNull();
  expect(documentLastDay("none", "2026-05-23")).toBeNull();
  expect(latestSafeStart("2027-01-12", 45)).toBe("2026-11-28");
});
