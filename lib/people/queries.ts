import "server-only";
import { asc, inArray } from "drizzle-orm";
import type { ActorContext } from "@/lib/command/actor-context";
import { notFound } from "@/lib/errors/app-error";
import type { CaseFacts, PersonRole } from "@/lib/express-entry/facts";
import { byKey } from "@/lib/command/by-key";
import { byPerson, toFamilyFacts, toPersonFacts } from "./fact-rows";
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

function listPeopleRows(ctx: ActorContext, caseIds: string[]) {
  const people = visiblePeople(ctx);
  return ctx.db
    .select()
    .from(people)
    .where(inArray(people.caseId, caseIds))
    .orderBy(asc(people.birthDate), asc(people.id));
}

/** Rows of each kind of fact of the cases, in order of their dates; grouped by person below. */
async function listFactRows(ctx: ActorContext, caseIds: string[]) {
  const addresses = visibleAddresses(ctx);
  const jobs = visibleJobs(ctx);
  const tests = visibleLanguageTests(ctx);
  const credentials = visibleCredentials(ctx);
  return {
    addresses: await ctx.db
      .select()
      .from(addresses)
      .where(inArray(addresses.caseId, caseIds))
      .orderBy(asc(addresses.fromDate)),
    jobs: await ctx.db.select().from(jobs).where(inArray(jobs.caseId, caseIds)).orderBy(asc(jobs.fromDate)),
    tests: await ctx.db
      .select()
      .from(tests)
      .where(inArray(tests.caseId, caseIds))
      .orderBy(asc(tests.takenOn)),
    credentials: await ctx.db
      .select()
      .from(credentials)
      .where(inArray(credentials.caseId, caseIds))
      .orderBy(asc(credentials.awardedOn)),
  };
}

function listFamilyRows(ctx: ActorContext, caseIds: string[]) {
  const families = visibleFamilyFacts(ctx);
  return ctx.db.select().from(families).where(inArray(families.caseId, caseIds));
}

/** Six queries, however many the cases and whatever the size of the families; a case whose facts are not seen is left out. */
async function listFactSheets(ctx: ActorContext, caseIds: string[]): Promise<FactSheet[]> {
  const families = await listFamilyRows(ctx, caseIds);
  const rows = byKey(await listPeopleRows(ctx, caseIds), ({ caseId }) => caseId);
  const facts = await listFactRows(ctx, caseIds);
  const ofPerson = byPerson(facts);
  const factsOfCase = byKey(Object.values(facts).flat(), ({ caseId }) => caseId);
  return families.map((family) => {
    const people = rows.get(family.caseId) ?? [];
    const versioned = [...people, ...(factsOfCase.get(family.caseId) ?? [])];
    return {
      caseId: family.caseId,
      facts: {
        people: people
          .map((row) => toPersonFacts(row, ofPerson))
          .sort((a, b) => ROLE_ORDER[a.role] - ROLE_ORDER[b.role]),
        family: toFamilyFacts(family),
      },
      versions: {
        ...Object.fromEntries(versioned.map(({ id, version }) => [id, version])),
        [family.caseId]: family.version,
      },
    };
  });
}

/**
 * The dated facts of a case with the version of each row, for a screen that edits them. NOT_FOUND where the actor
 * sees no facts.
 */
export async function getFactSheet(ctx: ActorContext, caseId: string): Promise<FactSheet> {
  const [sheet] = await listFactSheets(ctx, [caseId]);
  if (!sheet) throw notFound();
  return sheet;
}

/** The dated facts of a case, as the rules of lib/express-entry take them. */
export async function getCaseFacts(ctx: ActorContext, caseId: string): Promise<CaseFacts> {
  return (await getFactSheet(ctx, caseId)).facts;
}

/** The same of many cases at once, by the id of the case; of those whose facts the actor sees. */
export async function getFactsOfCases(
  ctx: ActorContext,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, CaseFacts>> {
  if (caseIds.length === 0) return new Map();
  const sheets = await listFactSheets(ctx, [...caseIds]);
  return new Map(sheets.map(({ caseId, facts }) => [caseId, facts]));
}
