import "server-only";
import { and, eq, getTableColumns, sql } from "drizzle-orm";
import { caseVisibleTo } from "@/lib/cases/visibility";
import type { ActorContext } from "@/lib/command/actor-context";
import { caseFile } from "@/lib/db/schema/cases";
import {
  address,
  credential,
  factChange,
  familyFact,
  job,
  languageTest,
  person,
} from "@/lib/db/schema/facts";
import { appUser } from "@/lib/db/schema/users";
import type { Actor } from "@/lib/policy/actor";

/** Facts follow the case, except that administrators see no facts of people. Mirrors `facts.read` of lib/policy. */
function factsVisibleTo(actor: Actor) {
  const isAdministrator = actor.kind === "staff" && actor.role === "administrator";
  return and(caseVisibleTo(actor), isAdministrator ? sql`false` : undefined);
}

export function visiblePeople(ctx: ActorContext) {
  return ctx.db
    .select(getTableColumns(person))
    .from(person)
    .innerJoin(caseFile, eq(caseFile.id, person.caseId))
    .where(factsVisibleTo(ctx.actor))
    .as("visible_person");
}

export function visibleAddresses(ctx: ActorContext) {
  return ctx.db
    .select(getTableColumns(address))
    .from(address)
    .innerJoin(caseFile, eq(caseFile.id, address.caseId))
    .where(factsVisibleTo(ctx.actor))
    .as("visible_address");
}

export function visibleJobs(ctx: ActorContext) {
  return ctx.db
    .select(getTableColumns(job))
    .from(job)
    .innerJoin(caseFile, eq(caseFile.id, job.caseId))
    .where(factsVisibleTo(ctx.actor))
    .as("visible_job");
}

export function visibleLanguageTests(ctx: ActorContext) {
  return ctx.db
    .select(getTableColumns(languageTest))
    .from(languageTest)
    .innerJoin(caseFile, eq(caseFile.id, languageTest.caseId))
    .where(factsVisibleTo(ctx.actor))
    .as("visible_language_test");
}

export function visibleCredentials(ctx: ActorContext) {
  return ctx.db
    .select(getTableColumns(credential))
    .from(credential)
    .innerJoin(caseFile, eq(caseFile.id, credential.caseId))
    .where(factsVisibleTo(ctx.actor))
    .as("visible_credential");
}

export function visibleFamilyFacts(ctx: ActorContext) {
  return ctx.db
    .select(getTableColumns(familyFact))
    .from(familyFact)
    .innerJoin(caseFile, eq(caseFile.id, familyFact.caseId))
    .where(factsVisibleTo(ctx.actor))
    .as("visible_family_fact");
}

/** Changes of facts, with who made them: for who sees the facts, and never for a client, who reads what they are now. */
export function visibleFactChanges(ctx: ActorContext) {
  const isClient = ctx.actor.kind === "client";
  return ctx.db
    .select({ ...getTableColumns(factChange), byName: sql<string | null>`${appUser.name}`.as("by_name") })
    .from(factChange)
    .innerJoin(caseFile, eq(caseFile.id, factChange.caseId))
    .leftJoin(appUser, eq(appUser.id, factChange.changedBy))
    .where(and(factsVisibleTo(ctx.actor), isClient ? sql`false` : undefined))
    .as("visible_fact_change");
}
