/** Each of the 25 rows of section 5: which facts call for it, and of whom (rules reference 5). */
import { describe, expect, test } from "vitest";
import type { Program } from "../eligibility/criterion";
import type { CaseFacts, FamilyFacts, Job, PersonFacts } from "../facts";
import { addDays } from "../timing/calendar-date";
import {
  abroad,
  canadian,
  couple,
  credential,
  job,
  languageTest,
  person,
  single,
  years,
} from "../testing/case-facts";
import { DOCUMENT_KINDS, type DocumentKind } from "./document-kind";
import { policeNoteOf } from "./police-notes";
import type { RequirementsContext } from "./required-document";
import { requiredDocuments } from "./requirements";

const ON = "2026-01-07";
const SUBMIT = "2026-02-20";

const list = (facts: CaseFacts, invitationClass: Program = "CEC", more: Partial<RequirementsContext> = {}) =>
  requiredDocuments(
    facts,
    { on: ON, invitationClass, plannedSubmission: SUBMIT, hasRepresentative: true, ...more },
    (code) => code,
  );
/** Whose documents of a kind are called for: the people's ids, `family` for everybody's. */
const whose = (kind: DocumentKind, facts: CaseFacts, invitationClass?: Program) =>
  list(facts, invitationClass)
    .filter((document) => document.kind === kind && document.required)
    .map(({ personId }) => personId ?? "family");

const child = (over: Partial<PersonFacts> = {}) =>
  person({ id: "c", role: "child", birthDate: "2018-03-01", ...over });
const alone = (over: Partial<PersonFacts> = {}, family: Partial<FamilyFacts> = {}) =>
  single({ id: "p", birthDate: "1990-05-01", ...over }, family);
const pair = (spouse: Partial<PersonFacts> = {}, ...more: PersonFacts[]): CaseFacts => {
  const facts = couple(
    { id: "p", birthDate: "1990-05-01", countryOfResidence: "CA" },
    { id: "s", birthDate: "1991-05-01", ...spouse },
  );
  return { ...facts, people: [...facts.people, ...more] };
};
const residence = (country: string, from = "2010-01-01") => [
  { id: country, country, city: null, from, to: null },
];
const certificate = { nocCode: "72310", province: "AB", issuedOn: "2025-01-01", expiresOn: null };
const offer = {
  ...{ employer: "Halden", nocCode: "21231", arrangedEmployment: "lmia_no_permit" as const },
  ...{ fullTime: true, oneYearAfterVisa: true },
};
const own: Partial<Job> = { id: "own", selfEmployed: true };

/** Row, kind, facts that call for it with its owners, and facts that do not. */
const ROWS: [string, DocumentKind, [CaseFacts, string[], Program?], CaseFacts?][] = [
  ["1", "passport", [pair({ accompanying: false }, child()), ["p", "c"]]],
  ["2", "language", [alone({ languageTests: [languageTest("celpip_general", [9, 9, 9, 9])] }), ["p"]]],
  [
    "3",
    "eca",
    [alone({ credentials: [credential({ id: "d" })] }), ["p"]],
    alone({ credentials: [canadian()] }),
  ],
  ["4", "diploma", [alone({ credentials: [canadian(), credential({ id: "d" })] }), ["p", "p"]], alone()],
  [
    "5",
    "reference_letter",
    [alone({ jobs: [years(1)] }), ["p"]],
    alone({ jobs: [years(1, { nocCode: "65100" })] }),
  ],
  [
    "5, self-employed",
    "self_employment",
    [alone({ jobs: [abroad(2, own)] }), ["p"]],
    alone({ jobs: [years(1)] }),
  ],
  [
    "6",
    "police",
    [pair({ accompanying: false, addresses: residence("IN") }, child()), ["s"]],
    pair({ statusInCanada: "citizen", addresses: residence("IN") }),
  ],
  ["7", "medical", [pair({ accompanying: false }, child({ accompanying: false })), ["p", "s", "c"]]],
  ["8", "funds", [alone(), ["p"], "FSW"], alone()],
  ["8b", "funds_exemption", [alone(), ["p"], "CEC"]],
  ["9", "photo", [pair({ accompanying: false }, child()), ["p", "c"]]],
  ["10", "birth_certificate", [pair({}, child({ accompanying: false })), ["c"]], alone()],
  ["11", "marriage_certificate", [pair(), ["p"]], alone({ maritalStatus: "single" })],
  ["12", "end_of_union", [pair({ accompanying: false, earlierUnionEnded: true }), ["s"]], pair()],
  [
    "12, own",
    "end_of_union",
    [alone({ maritalStatus: "divorced" }), ["p"]],
    alone({ maritalStatus: "single" }),
  ],
  ["13", "imm5409", [alone({ maritalStatus: "common_law" }), ["p"]], pair()],
  ["13, evidence", "cohabitation", [alone({ maritalStatus: "common_law" }), ["p"]], pair()],
  ["14", "custody", [pair({}, child({ adoptedOrSharedCustody: true })), ["c"]], pair({}, child())],
  [
    "15, one for each child",
    "imm5604",
    [pair({ accompanying: false }, child(), child({ id: "c2" })), ["c", "c2"]],
    pair({}, child()),
  ],
  [
    "16, one for each adult dependant",
    "imm5476",
    [
      pair({ accompanying: false }, child({ id: "adult", birthDate: "2006-01-01" }), child()),
      ["p", "s", "adult"],
    ],
  ],
  ["17", "nomination", [alone(), ["p"], "PNP"], alone()],
  ["18", "job_offer", [alone({}, { jobOffer: offer }), ["p"], "FSW"], alone({}, { jobOffer: offer })],
  [
    "19",
    "certificate_of_qualification",
    [alone({}, { certificateOfQualification: certificate }), ["p"]],
    alone(),
  ],
  ["20", "sibling", [alone({}, { siblingInCanada: true }), ["family"]], alone({}, { siblingInCanada: null })],
  [
    "21",
    "relative",
    [alone({}, { relativeInCanada: true }), ["family"], "FSW"],
    alone({}, { relativeInCanada: true }),
  ],
  ["22", "name_change", [pair({ accompanying: false, otherNames: "Reena T." }), ["s"]], pair()],
  [
    "23",
    "dependent_over_22",
    [pair({}, child({ birthDate: "2000-01-01", dependentByCondition: true })), ["c"]],
    pair({}, child({ dependentByCondition: true })),
  ],
  [
    "24, gaps",
    "letter_of_explanation",
    [alone({ addresses: residence("CA", "2022-09-01") }), ["p"]],
    alone(),
  ],
];

describe("the rows of section 5", () => {
  test.each(ROWS)("row %s: %s", (_row, kind, [facts, owners, program], without) => {
    expect(whose(kind, facts, program)).toEqual(owners);
    if (without) expect(whose(kind, without)).toEqual([]);
  });

  test("row 25, the fee receipts, come with the submission: nothing waits for them before", () => {
    const [receipt] = list(alone()).filter(({ kind }) => kind === "fee_receipt");
    expect(receipt).toMatchObject({ personId: null, required: false });
    expect(receipt?.reason).toMatch(/^\$\d,\d{3} paid with the submission$/);
  });

  test("every kind there is stands in one of the rows", () => {
    const covered = new Set<string>([...ROWS.map(([, kind]) => kind), "fee_receipt"]);
    expect(DOCUMENT_KINDS.filter((kind) => !covered.has(kind))).toEqual([]);
  });

  test("birth certificates of adults are advisable, and never asked for", () => {
    const certificates = list(pair({}, child())).filter(({ kind }) => kind === "birth_certificate");
    expect(certificates.map(({ personId, required }) => [personId, required])).toEqual([
      ["p", false],
      ["s", false],
      ["c", true],
    ]);
  });

  test("what comes from a country says from which", () => {
    const facts = alone({
      addresses: residence("IN"),
      jobs: [abroad(2, { id: "j", country: "AE" })],
      credentials: [credential({ id: "d", country: "IN" })],
    });
    const countries = new Map(list(facts, "FSW").map(({ kind, country }) => [kind, country]));
    expect(countries.get("police")).toBe("IN");
    expect(countries.get("reference_letter")).toBe("AE");
    expect(countries.get("eca")).toBe("IN");
    expect(countries.get("passport")).toBeNull();
  });

  test("a job that goes on is said to; an offer's LMIA or permit has to be valid still", () => {
    const letters = list(alone({ jobs: [job({ id: "j", from: "2024-01-01", to: null })] }));
    expect(letters.find(({ kind }) => kind === "reference_letter")?.acceptancePoints[0]).toBe(
      "Says that the job goes on",
    );
    const [papers] = list(alone({}, { jobOffer: offer }), "FSW").filter(({ kind }) => kind === "job_offer");
    expect(papers?.validity.rule).toBe("until_expiry");
  });

  test("countries that need IRCC's request letter are named", () => {
    expect(policeNoteOf("SG")?.requestLetter).toBe(true);
    expect(policeNoteOf("HK")?.requestLetter).toBe(true);
    expect(policeNoteOf("IN")?.requestLetter).toBe(false);
    expect(policeNoteOf("FR")).toBeNull();
  });
});

describe("a letter for what has changed since the invitation", () => {
  const invitedOn = addDays(ON, -20);
  const then = pair({}, child());
  const letter = (now: CaseFacts) =>
    list(now, "CEC", { atInvitation: { on: invitedOn, facts: then } }).find(
      ({ kind, subject }) => kind === "letter_of_explanation" && subject === "changes",
    )?.reason;
  const changed = (id: string, over: Partial<PersonFacts>): CaseFacts => ({
    ...then,
    people: then.people.map((one) => (one.id === id ? { ...one, ...over } : one)),
  });

  test("is asked for by nothing that stayed as it was, nor by a test or a job entered late", () => {
    expect(letter(then)).toBeUndefined();
    expect(
      letter(changed("p", { languageTests: [languageTest("celpip_general", [9, 9, 9, 9])] })),
    ).toBeUndefined();
    expect(letter(changed("p", { jobs: [job({ from: "2020-01-01", to: "2021-01-01" })] }))).toBeUndefined();
  });

  test.each<[string, CaseFacts, RegExp]>([
    ["a separation", changed("p", { maritalStatus: "separated" }), /: now separated$/],
    [
      "somebody who stays behind",
      changed("s", { accompanying: false, givenName: "Reena" }),
      /no longer comes along/,
    ],
    [
      "a birth",
      { ...then, people: [...then.people, child({ id: "new", givenName: "Mira" })] },
      /Mira is new/,
    ],
    [
      "a new job",
      changed("p", { jobs: [job({ employer: "Halden", from: ON, to: null })] }),
      /works at Halden since/,
    ],
    [
      "two changes",
      {
        ...changed("p", { maritalStatus: "separated" }),
        people: changed("p", { maritalStatus: "separated" }).people.slice(0, 2),
      },
      /now separated and 1 more$/,
    ],
  ])("is asked for by %s", (_what, now, words) => {
    expect(letter(now)).toMatch(words);
  });

  test("is asked for by a job that ended and by a nomination that is gone", () => {
    const working = changed("p", {
      jobs: [job({ id: "j", employer: "Halden", from: "2024-01-01", to: null })],
    });
    const left = changed("p", { jobs: [job({ id: "j", employer: "Halden", from: "2024-01-01", to: ON })] });
    const reason = list(left, "CEC", { atInvitation: { on: invitedOn, facts: working } }).find(
      ({ subject }) => subject === "changes",
    )?.reason;
    expect(reason).toMatch(/left Halden on 7 Jan 2026$/);
  });
});
