import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { ActorContext, StaffContext } from "@/lib/command/actor-context";
import { caseFile, client } from "@/lib/db/schema/cases";
import type { Actor } from "@/lib/policy/actor";

/** Which case rows an actor sees. Unknown kinds of actor see none. Mirrors `case.read` of lib/policy; a test holds them together. */
export function caseVisibleTo(actor: Actor) {
  switch (actor.kind) {
    case "staff":
      return actor.role === "consultant" ? eq(caseFile.ownerId, actor.userId) : sql`true`;
    case "client":
      return eq(caseFile.clientId, actor.clientId);
    case "system":
      return sql`true`;
    default:
      return sql`false`;
  }
}

/** The cases this actor sees, with the columns that every kind of actor may read (portal grants included). */
export function visibleCases(ctx: ActorContext) {
  return ctx.db
    .select({
      id: caseFile.id,
      number: caseFile.number,
      clientId: caseFile.clientId,
      ownerId: caseFile.ownerId,
      stage: caseFile.stage,
      stageSince: caseFile.stageSince,
      displayName: caseFile.displayName,
      program: caseFile.program,
      plannedSubmissionOn: caseFile.plannedSubmissionOn,
      nextDeadlineOn: caseFile.nextDeadlineOn,
      nextDeadlineKind: caseFile.nextDeadlineKind,
      requiredCount: caseFile.requiredCount,
      acceptedCount: caseFile.acceptedCount,
      reviewCount: caseFile.reviewCount,
      returnedCount: caseFile.returnedCount,
      factsVersion: caseFile.factsVersion,
      createdAt: caseFile.createdAt,
      updatedAt: caseFile.updatedAt,
      version: caseFile.version,
    })
    .from(caseFile)
    .where(caseVisibleTo(ctx.actor))
    .as("visible_case");
}

/** All columns, for staff and background work. */
export function visibleCaseRows(ctx: StaffContext) {
  return ctx.db.select().from(caseFile).where(caseVisibleTo(ctx.actor)).as("visible_case_row");
}

/** The clients whose cases this actor sees. */
export function visibleClients(ctx: ActorContext) {
  const cases = visibleCases(ctx);
  return ctx.db
    .select({
      id: client.id,
      givenName: client.givenName,
      familyName: client.familyName,
      email: client.email,
      phone: client.phone,
      locale: client.locale,
      version: client.version,
      caseId: cases.id,
    })
    .from(client)
    .innerJoin(cases, and(eq(cases.clientId, client.id)))
    .as("visible_client");
}
