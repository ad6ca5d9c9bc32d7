import type { CaseFacts, PersonFacts } from "@/lib/express-entry/facts";
import type { CaseDraft } from "./case-context";

/** Adds the rows of everything that is known about the people of a file. */
export function addFactRows({ ids, rows }: CaseDraft, facts: CaseFacts): void {
  for (const person of facts.people) {
    rows.person.push(personRow(person, ids));
    const of = { ...ids, personId: person.id };
    for (const { id, country, city, from, to } of person.addresses) {
      rows.address.push({ id, ...of, country, city, fromDate: from, toDate: to });
    }
    for (const { from, to, ...job } of person.jobs) {
      rows.job.push({ ...job, ...of, fromDate: from, toDate: to });
    }
    for (const { scores, ...test } of person.languageTests) {
      rows.language_test.push({ ...test, ...scores, ...of });
    }
    for (const { from, eca, ...credential } of person.credentials) {
      rows.credential.push({
        ...credential,
        ...of,
        fromDate: from,
        ecaBody: eca?.body ?? null,
        ecaIssuedOn: eca?.issuedOn ?? null,
        ecaReference: eca?.reference ?? null,
      });
    }
  }
  const { settlementFunds, ...family } = facts.family;
  rows.family_fact.push({
    ...ids,
    ...family,
    fundsCents: settlementFunds?.cents ?? null,
    fundsAsOf: settlementFunds?.asOf ?? null,
  });
}

function personRow(person: PersonFacts, ids: CaseDraft["ids"]) {
  const {
    passport,
    addresses: _,
    jobs: _jobs,
    languageTests: _tests,
    credentials: _credentials,
    ...rest
  } = person;
  return {
    ...rest,
    ...ids,
    passportNumber: passport?.number ?? null,
    passportCountry: passport?.country ?? null,
    passportExpiresOn: passport?.expiresOn ?? null,
  };
}

/** How much of the facts a file knows at a stage: a name, then the people, then everything. */
export type Depth = "name" | "people" | "most" | "all";

/** The facts as far as they have been asked for. */
export function knownFacts(facts: CaseFacts, depth: Depth): CaseFacts {
  if (depth === "all") return facts;
  const people = facts.people.map((person): PersonFacts => {
    if (depth === "most")
      return { ...person, languageTests: [], credentials: person.credentials.slice(0, 1) };
    return { ...person, passport: null, jobs: [], languageTests: [], credentials: [] };
  });
  const family = { ...facts.family, settlementFunds: null, siblingInCanada: null, relativeInCanada: null };
  if (depth !== "name") return { people, family };
  const [principal] = people;
  if (!principal) throw new RangeError("a file has a principal");
  const named: PersonFacts = {
    ...principal,
    birthDate: null,
    statusInCanada: null,
    statusExpiresOn: null,
    maritalStatus: null,
    unionSince: null,
    earlierUnionEnded: null,
    addresses: [],
  };
  return { people: [named], family: { ...family, intendedProvince: null, nomination: null } };
}
