import "server-only";
import { asc, eq } from "drizzle-orm";
import type { ActorContext } from "@/lib/command/actor-context";
import { notFound } from "@/lib/errors/app-error";
import type {
  Address,
  CaseFacts,
  Credential,
  FamilyFacts,
  Job,
  LanguageTest,
  PersonFacts,
  PersonRole,
} from "@/lib/express-entry/facts";
import type { FactSheet } from "./types";
import {
  visibleAddresses,
  visibleCredentials,
  visibleFamilyFacts,
  visibleJobs,
  visibleLanguageTests,
  visiblePeople,
} from "./visibility";

const ROLE_ORDER: Readonly<Record<PersonRole, number>> = { principal: 0, spouse: 1, child: 2 };

type PersonRow = Awaited<ReturnType<typeof listPeopleRows>>[number];

function listPeopleRows(ctx: ActorContext, caseId: string) {
  const people = visiblePeople(ctx);
  return ctx.db
    .select()
    .from(people)
    .where(eq(people.caseId, caseId))
    .orderBy(asc(people.birthDate), asc(people.id));
}

/** Rows of one kind of fact of a case, in order of their dates; grouped by person below. */
async function listFactRows(ctx: ActorContext, caseId: string) {
  const addresses = visibleAddresses(ctx);
  const jobs = visibleJobs(ctx);
  const tests = visibleLanguageTests(ctx);
  const credentials = visibleCredentials(ctx);
  return {
    addresses: await ctx.db
      .select()
      .from(addresses)
      .where(eq(addresses.caseId, caseId))
      .orderBy(asc(addresses.fromDate)),
    jobs: await ctx.db.select().from(jobs).where(eq(jobs.caseId, caseId)).orderBy(asc(jobs.fromDate)),
    tests: await ctx.db.select().from(tests).where(eq(tests.caseId, caseId)).orderBy(asc(tests.takenOn)),
    credentials: await ctx.db
      .select()
      .from(credentials)
      .where(eq(credentials.caseId, caseId))
      .orderBy(asc(credentials.awardedOn)),
  };
}

type FactRows = Awaited<ReturnType<typeof listFactRows>>;

function toAddress(row: FactRows["addresses"][number]): Address {
  return { id: row.id, country: row.country, city: row.city, from: row.fromDate, to: row.toDate };
}

function toJob({ fromDate, toDate, ...row }: FactRows["jobs"][number]): Job {
  const { id, employer, title, nocCode, country, city, hoursPerWeek } = row;
  const { paid, selfEmployed, authorized, duringFullTimeStudy } = row;
  return {
    ...{ id, employer, title, nocCode, country, city, hoursPerWeek },
    from: fromDate,
    to: toDate,
    ...{ paid, selfEmployed, authorized, duringFullTimeStudy },
  };
}

function toLanguageTest(row: FactRows["tests"][number]): LanguageTest {
  const { id, kind, takenOn, resultOn, listening, reading, writing, speaking, reportNumber } = row;
  return { id, kind, takenOn, resultOn, scores: { listening, reading, writing, speaking }, reportNumber };
}

function toCredential(row: FactRows["credentials"][number]): Credential {
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

function toPersonFacts(row: PersonRow, facts: FactRows): PersonFacts {
  const mine = <T extends { personId: string }>(rows: readonly T[]) =>
    rows.filter((fact) => fact.personId === row.id);
  const { id, role, givenName, familyName, birthDate, accompanying, statusInCanada, statusExpiresOn } = row;
  const { countryOfResidence, citizenship, maritalStatus, unionSince, earlierUnionEnded, otherNames } = row;
  const { dependentByCondition, adoptedOrSharedCustody } = row;
  return {
    ...{ id, role, givenName, familyName, birthDate, accompanying, statusInCanada, statusExpiresOn },
    ...{ countryOfResidence, citizenship, maritalStatus, unionSince, earlierUnionEnded, otherNames },
    ...{ dependentByCondition, adoptedOrSharedCustody },
    passport: toPassport(row),
    addresses: mine(facts.addresses).map(toAddress),
    jobs: mine(facts.jobs).map(toJob),
    languageTests: mine(facts.tests).map(toLanguageTest),
    credentials: mine(facts.credentials).map(toCredential),
  };
}

async function getFamilyRow(ctx: ActorContext, caseId: string) {
  const families = visibleFamilyFacts(ctx);
  const [row] = await ctx.db.select().from(families).where(eq(families.caseId, caseId));
  if (!row) throw notFound();
  return row;
}

function toFamilyFacts(row: Awaited<ReturnType<typeof getFamilyRow>>): FamilyFacts {
  return {
    intendedProvince: row.intendedProvince,
    settlementFunds:
      row.fundsCents !== null && row.fundsAsOf !== null
        ? { cents: row.fundsCents, asOf: row.fundsAsOf }
        : null,
    siblingInCanada: row.siblingInCanada,
    relativeInCanada: row.relativeInCanada,
    jobOffer: row.jobOffer,
    certificateOfQualification: row.certificateOfQualification,
    nomination: row.nomination,
  };
}

/**
 * The dated facts of a case with the version of each row, for a screen that edits them. The one way from rows to
 * facts. Six queries, whatever the size of the family. NOT_FOUND where the actor sees no facts.
 */
export async function getFactSheet(ctx: ActorContext, caseId: string): Promise<FactSheet> {
  const family = await getFamilyRow(ctx, caseId);
  const rows = await listPeopleRows(ctx, caseId);
  const facts = await listFactRows(ctx, caseId);
  const people = rows
    .map((row) => toPersonFacts(row, facts))
    .sort((a, b) => ROLE_ORDER[a.role] - ROLE_ORDER[b.role]);
  const versioned = [...rows, ...Object.values(facts).flat()];
  return {
    caseId,
    facts: { people, family: toFamilyFacts(family) },
    versions: {
      ...Object.fromEntries(versioned.map(({ id, version }) => [id, version])),
      [caseId]: family.version,
    },
  };
}

/** The dated facts of a case, as the rules of lib/express-entry take them. */
export async function getCaseFacts(ctx: ActorContext, caseId: string): Promise<CaseFacts> {
  return (await getFactSheet(ctx, caseId)).facts;
}
