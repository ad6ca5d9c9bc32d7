/** The facts of a case as they would be. Pure: the facts given are left alone. */
import type { CaseFacts, FamilyFacts, PersonFacts } from "../facts";
import { principalOf } from "../family";
import { addYears, type IsoDate } from "../timing/calendar-date";
import {
  testScores,
  whatIfId,
  withCredential,
  withEca,
  withoutWorkFrom,
  withPermit,
  withTest,
  withWork,
} from "./apply-to-person";
import type { FactChange, FactChangeKind, NewPartner, UnionChange, Whose } from "./changes";

/**
 * Kinds that set a fact which has no history of its own: before their date the file still says what it said. The
 * others carry their dates into the facts, and the engine counts them from then.
 */
const REPLACES: readonly FactChangeKind[] = [
  "eca",
  "nomination",
  "spouse_accompanies",
  "union",
  "sibling",
  "certificate",
  "job_offer",
  "settlement_funds",
];

export function replacesAFact({ kind }: FactChange): boolean {
  return REPLACES.includes(kind);
}

function change(facts: CaseFacts, whose: Whose, edit: (person: PersonFacts) => PersonFacts): CaseFacts {
  return { ...facts, people: facts.people.map((person) => (person.role === whose ? edit(person) : person)) };
}

function withFamily(facts: CaseFacts, family: Partial<FamilyFacts>): CaseFacts {
  return { ...facts, family: { ...facts.family, ...family } };
}

function partnerFacts({ on, union, partner }: UnionChange): PersonFacts {
  const { education, language, canadianWorkYears, ...rest } = partner;
  const since = addYears(on, -1);
  return {
    id: whatIfId("partner", on, union),
    role: "spouse",
    givenName: "Partner",
    familyName: "",
    ...rest,
    statusExpiresOn: null,
    countryOfResidence: null,
    citizenship: null,
    passport: null,
    maritalStatus: union,
    unionSince: on,
    earlierUnionEnded: null,
    otherNames: null,
    dependentByCondition: false,
    adoptedOrSharedCustody: false,
    addresses: [],
    jobs: partnerJobs(partner, on),
    languageTests: language
      ? [
          {
            id: whatIfId("test", on, `partner ${language.test}`),
            kind: language.test,
            takenOn: on,
            resultOn: null,
            scores: testScores(language.test, language.result),
            reportNumber: null,
          },
        ]
      : [],
    credentials: education
      ? [
          {
            id: whatIfId("credential", on, "partner"),
            level: education.level,
            field: null,
            institution: "Partner's",
            country: education.country,
            programMonths: null,
            from: null,
            awardedOn: since,
            fullTime: true,
            distanceLearning: false,
            eca: education.country === "CA" ? null : { body: "Planned", issuedOn: on, reference: null },
          },
        ]
      : [],
  };
}

/** Full-time years that end on the day of the union. */
function partnerJobs({ canadianWorkYears }: NewPartner, on: IsoDate): PersonFacts["jobs"] {
  if (canadianWorkYears <= 0) return [];
  return [
    {
      id: whatIfId("work", on, "partner"),
      employer: "Partner's",
      title: "Partner's work",
      nocCode: "21231",
      country: "CA",
      city: null,
      hoursPerWeek: 40,
      from: addYears(on, -canadianWorkYears),
      to: on,
      paid: true,
      selfEmployed: false,
      authorized: true,
      duringFullTimeStudy: false,
    },
  ];
}

/** The person who was the spouse before leaves the file: nobody has two. */
function withUnion(facts: CaseFacts, given: UnionChange): CaseFacts {
  const others = facts.people.filter(({ role }) => role !== "spouse");
  const [principal, ...rest] = [principalOf(facts), ...others.filter(({ role }) => role === "child")];
  const married = { ...principal, maritalStatus: given.union, unionSince: given.on };
  return { ...facts, people: [married, partnerFacts(given), ...rest] };
}

function apply(facts: CaseFacts, given: FactChange): CaseFacts {
  switch (given.kind) {
    case "language_test":
      return change(facts, given.person, (person) => withTest(person, given));
    case "credential":
      return change(facts, given.person, (person) => withCredential(person, given));
    case "eca":
      return change(facts, given.person, (person) => withEca(person, given));
    case "work":
      return change(facts, given.person, (person) => withWork(person, given));
    case "permit":
      return change(facts, given.person, (person) => withPermit(person, given));
    case "work_ends":
      return change(facts, given.person, (person) => withoutWorkFrom(person, given.on));
    case "union":
      return withUnion(facts, given);
    case "spouse_accompanies":
      return change(facts, "spouse", (spouse) => ({ ...spouse, accompanying: given.accompanying }));
    case "nomination": {
      const { province, on } = given;
      const head = { province, enhanced: true, certificateNumber: null, expiresOn: null };
      return withFamily(facts, {
        intendedProvince: province,
        nomination: { ...head, confirmedOn: on, acceptedOn: on },
      });
    }
    case "sibling":
      return withFamily(facts, { siblingInCanada: given.inCanada });
    case "certificate": {
      const { nocCode, province, on } = given;
      return withFamily(facts, {
        certificateOfQualification: { nocCode, province, issuedOn: on, expiresOn: null },
      });
    }
    case "job_offer": {
      const terms = { employer: "Planned", fullTime: true, oneYearAfterVisa: true };
      return withFamily(facts, { jobOffer: given.offer && { ...terms, ...given.offer } });
    }
    case "settlement_funds":
      return withFamily(facts, { settlementFunds: { cents: given.cents, asOf: given.on } });
  }
}

/** A union brings the person whom other changes may be about, so it goes first; then by date. */
function inOrder(changes: readonly FactChange[]): FactChange[] {
  const key = (given: FactChange) => `${given.kind === "union" ? 0 : 1} ${given.on} ${JSON.stringify(given)}`;
  return [...changes].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

/**
 * The facts that hold on a date with the changes made. The order in which they are given does not matter. What
 * begins later is in the facts already where a fact carries its own date, and not yet where it would replace one.
 */
export function applyChanges(facts: CaseFacts, changes: readonly FactChange[], on: IsoDate): CaseFacts {
  return inOrder(changes)
    .filter((given) => !replacesAFact(given) || given.on <= on)
    .reduce(apply, facts);
}
