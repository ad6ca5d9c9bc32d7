/** Facts as rows and rows as facts: the one place that knows which column is which fact. Pure. */
import { byKey } from "@/lib/command/by-key";
import type {
  Address,
  Credential,
  FamilyFacts,
  Job,
  LanguageTest,
  PersonFacts,
  PersonRole,
} from "@/lib/express-entry/facts";
import type { AddressFields, CredentialFields, JobFields, LanguageTestFields, PersonFields } from "./schemas";

interface OfPerson {
  id: string;
  personId: string;
}

export type PersonRow = PersonFields & { id: string; role: PersonRole };
export type AddressRow = AddressFields & OfPerson;
export type JobRow = JobFields & OfPerson;
export type LanguageTestRow = LanguageTestFields & OfPerson;
/** A stored level may be one that nobody enters. */
export type CredentialRow = Omit<CredentialFields, "level"> & Pick<Credential, "level"> & OfPerson;

/** The columns of the family's facts. */
export interface FamilyRow {
  intendedProvince: string | null;
  fundsCents: number | null;
  fundsAsOf: string | null;
  siblingInCanada: boolean | null;
  relativeInCanada: boolean | null;
  jobOffer: FamilyFacts["jobOffer"];
  certificateOfQualification: FamilyFacts["certificateOfQualification"];
  nomination: FamilyFacts["nomination"];
}

/** Rows of everything that hangs on a person, of the whole file. */
export interface FactRows {
  addresses: readonly AddressRow[];
  jobs: readonly JobRow[];
  tests: readonly LanguageTestRow[];
  credentials: readonly CredentialRow[];
}

function toAddress(row: AddressRow): Address {
  return { id: row.id, country: row.country, city: row.city, from: row.fromDate, to: row.toDate };
}

function toJob({ fromDate, toDate, ...row }: JobRow): Job {
  const { id, employer, title, nocCode, country, city, hoursPerWeek } = row;
  const { paid, selfEmployed, authorized, duringFullTimeStudy } = row;
  return {
    ...{ id, employer, title, nocCode, country, city, hoursPerWeek },
    from: fromDate,
    to: toDate,
    ...{ paid, selfEmployed, authorized, duringFullTimeStudy },
  };
}

function toLanguageTest(row: LanguageTestRow): LanguageTest {
  const { id, kind, takenOn, resultOn, listening, reading, writing, speaking, reportNumber } = row;
  return { id, kind, takenOn, resultOn, scores: { listening, reading, writing, speaking }, reportNumber };
}

function toCredential(row: CredentialRow): Credential {
  const { id, level, field, institution, country, programMonths, awardedOn } = row;
  const { fullTime, distanceLearning, ecaBody, ecaIssuedOn, ecaReference } = row;
  const eca =
    ecaBody !== null && ecaIssuedOn !== null
      ? { body: ecaBody, issuedOn: ecaIssuedOn, reference: ecaReference }
      : null;
  return {
    ...{ id, level, field, institution, country, programMonths },
    from: row.fromDate,
    ...{ awardedOn, fullTime, distanceLearning, eca },
  };
}

function toPassport(row: PersonRow): PersonFacts["passport"] {
  const { passportNumber: number, passportCountry: country, passportExpiresOn: expiresOn } = row;
  return number !== null && country !== null && expiresOn !== null ? { number, country, expiresOn } : null;
}

export type FactsByPerson = { [Kind in keyof FactRows]: ReadonlyMap<string, FactRows[Kind]> };

export function byPerson({ addresses, jobs, tests, credentials }: FactRows): FactsByPerson {
  const personOf = ({ personId }: OfPerson) => personId;
  return {
    addresses: byKey(addresses, personOf),
    jobs: byKey(jobs, personOf),
    tests: byKey(tests, personOf),
    credentials: byKey(credentials, personOf),
  };
}

/** A person with everything that hangs on them, in the order of the rows. */
export function toPersonFacts(row: PersonRow, facts: FactsByPerson): PersonFacts {
  const { id, role, givenName, familyName, birthDate, accompanying, statusInCanada, statusExpiresOn } = row;
  const { countryOfResidence, citizenship, maritalStatus, unionSince, earlierUnionEnded, otherNames } = row;
  const { dependentByCondition, adoptedOrSharedCustody } = row;
  return {
    ...{ id, role, givenName, familyName, birthDate, accompanying, statusInCanada, statusExpiresOn },
    ...{ countryOfResidence, citizenship, maritalStatus, unionSince, earlierUnionEnded, otherNames },
    ...{ dependentByCondition, adoptedOrSharedCustody },
    passport: toPassport(row),
    addresses: (facts.addresses.get(row.id) ?? []).map(toAddress),
    jobs: (facts.jobs.get(row.id) ?? []).map(toJob),
    languageTests: (facts.tests.get(row.id) ?? []).map(toLanguageTest),
    credentials: (facts.credentials.get(row.id) ?? []).map(toCredential),
  };
}

export function toFamilyFacts(row: FamilyRow): FamilyFacts {
  const { intendedProvince, siblingInCanada, relativeInCanada } = row;
  const { jobOffer, certificateOfQualification, nomination, fundsCents, fundsAsOf } = row;
  return {
    intendedProvince,
    settlementFunds:
      fundsCents !== null && fundsAsOf !== null ? { cents: fundsCents, asOf: fundsAsOf } : null,
    ...{ siblingInCanada, relativeInCanada, jobOffer, certificateOfQualification, nomination },
  };
}

/** What a person's row says now, in the fields of its form. */
export function personFieldsOf(person: PersonFacts): PersonFields {
  const { passport } = person;
  const { givenName, familyName, birthDate, accompanying, statusInCanada, statusExpiresOn } = person;
  const { countryOfResidence, citizenship, maritalStatus, unionSince, earlierUnionEnded, otherNames } =
    person;
  const { dependentByCondition, adoptedOrSharedCustody } = person;
  return {
    ...{ givenName, familyName, birthDate, accompanying, statusInCanada, statusExpiresOn },
    ...{ countryOfResidence, citizenship },
    passportNumber: passport?.number ?? null,
    passportCountry: passport?.country ?? null,
    passportExpiresOn: passport?.expiresOn ?? null,
    ...{ maritalStatus, unionSince, earlierUnionEnded, otherNames },
    ...{ dependentByCondition, adoptedOrSharedCustody },
  };
}

export function addressFieldsOf({ id: _id, from, to, ...rest }: Address): AddressFields {
  return { ...rest, fromDate: from, toDate: to };
}

export function jobFieldsOf({ id: _id, from, to, ...rest }: Job): JobFields {
  return { ...rest, fromDate: from, toDate: to };
}

export function languageTestFieldsOf({ id: _id, scores, ...rest }: LanguageTest): LanguageTestFields {
  return { ...rest, ...scores };
}

export function credentialFieldsOf({
  id: _id,
  from,
  eca,
  ...rest
}: Credential): Omit<CredentialRow, "id" | "personId"> {
  return {
    ...rest,
    fromDate: from,
    ecaBody: eca?.body ?? null,
    ecaIssuedOn: eca?.issuedOn ?? null,
    ecaReference: eca?.reference ?? null,
  };
}

/** What the columns of the family's facts say now. */
export function familyRowOf({ settlementFunds, ...family }: FamilyFacts): FamilyRow {
  return {
    ...family,
    fundsCents: settlementFunds?.cents ?? null,
    fundsAsOf: settlementFunds?.asOf ?? null,
  };
}
