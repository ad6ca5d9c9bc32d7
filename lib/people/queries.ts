import "server-only";
import { asc, eq } from "drizzle-orm";
import type { ActorContext } from "@/lib/command/actor-context";
import { notFound } from "@/lib/errors/app-error";
import type { CaseFacts, FamilyFacts, PersonFacts, PersonRole } from "@/lib/express-entry/facts";
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

function toPersonFacts(row: PersonRow, facts: FactRows): PersonFacts {
  const mine = <T extends { personId: string }>(rows: readonly T[]) =>
    rows.filter((fact) => fact.personId === row.id);
  return {
    id: row.id,
    role: row.role,
    givenName: row.givenName,
    familyName: row.familyName,
    birthDate: row.birthDate,
    accompanying: row.accompanying,
    statusInCanada: row.statusInCanada,
    countryOfResidence: row.countryOfResidence,
    citizenship: row.citizenship,
    passport:
      row.passportNumber !== null && row.passportCountry !== null && row.passportExpiresOn !== null
        ? { number: row.passportNumber, country: row.passportCountry, expiresOn: row.passportExpiresOn }
        : null,
    maritalStatus: row.maritalStatus,
    unionSince: row.unionSince,
    earlierUnionEnded: row.earlierUnionEnded,
    otherNames: row.otherNames,
    dependentByCondition: row.dependentByCondition,
    adoptedOrSharedCustody: row.adoptedOrSharedCustody,
    addresses: mine(facts.addresses).map((a) => ({
      id: a.id,
      country: a.country,
      city: a.city,
      from: a.fromDate,
      to: a.toDate,
    })),
    jobs: mine(facts.jobs).map((j) => ({
      id: j.id,
      employer: j.employer,
      title: j.title,
      nocCode: j.nocCode,
      country: j.country,
      city: j.city,
      hoursPerWeek: j.hoursPerWeek,
      from: j.fromDate,
      to: j.toDate,
      paid: j.paid,
      selfEmployed: j.selfEmployed,
      authorized: j.authorized,
      duringFullTimeStudy: j.duringFullTimeStudy,
    })),
    languageTests: mine(facts.tests).map((t) => ({
      id: t.id,
      kind: t.kind,
      takenOn: t.takenOn,
      resultOn: t.resultOn,
      scores: { listening: t.listening, reading: t.reading, writing: t.writing, speaking: t.speaking },
      reportNumber: t.reportNumber,
    })),
    credentials: mine(facts.credentials).map((c) => ({
      id: c.id,
      level: c.level,
      field: c.field,
      institution: c.institution,
      country: c.country,
      programMonths: c.programMonths,
      from: c.fromDate,
      awardedOn: c.awardedOn,
      fullTime: c.fullTime,
      distanceLearning: c.distanceLearning,
      eca:
        c.ecaBody !== null && c.ecaIssuedOn !== null
          ? { body: c.ecaBody, issuedOn: c.ecaIssuedOn, reference: c.ecaReference }
          : null,
    })),
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
