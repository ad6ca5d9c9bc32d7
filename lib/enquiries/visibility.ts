import "server-only";
import { and, eq, ne, sql } from "drizzle-orm";
import { caseVisibleTo } from "@/lib/cases/visibility";
import type { ActorContext, StaffContext } from "@/lib/command/actor-context";
import { caseFile, client } from "@/lib/db/schema/cases";
import { publicAssessment } from "@/lib/db/schema/enquiries";
import { person } from "@/lib/db/schema/facts";
import { firm } from "@/lib/db/schema/firm";
import { appUser } from "@/lib/db/schema/users";

/** What came in from the free assessment on the cases this actor sees; facts of people, so not an administrator's. */
export function visibleSubmissions(ctx: StaffContext) {
  const { role } = ctx.actor;
  return ctx.db
    .select({
      id: publicAssessment.id,
      receivedAt: publicAssessment.receivedAt,
      locale: publicAssessment.locale,
      answers: publicAssessment.answers,
      givenName: sql<string>`${publicAssessment.givenName}`.as("typed_given_name"),
      familyName: sql<string>`${publicAssessment.familyName}`.as("typed_family_name"),
      email: sql<string>`${publicAssessment.email}`.as("typed_email"),
      phone: sql<string | null>`${publicAssessment.phone}`.as("typed_phone"),
      consentVersion: publicAssessment.consentVersion,
      consentText: publicAssessment.consentText,
      consentedAt: publicAssessment.consentedAt,
      outcome: publicAssessment.outcome,
      caseId: sql<string>`${publicAssessment.caseId}`.as("submission_case_id"),
      comparedAt: publicAssessment.comparedAt,
    })
    .from(publicAssessment)
    .innerJoin(caseFile, eq(caseFile.id, publicAssessment.caseId))
    .where(and(caseVisibleTo(ctx.actor), role === "administrator" ? sql`false` : sql`true`))
    .as("visible_submission");
}

/**
 * Files of the whole firm under one e-mail address, for the one command that may ask: what the free assessment sends
 * is compared with them, and the visitor never hears of it.
 */
export function filesOfSender(ctx: ActorContext, email: string) {
  const mayAsk = ctx.actor.kind === "system" && ctx.actor.name === "public-assessment";
  return ctx.db
    .select({
      caseId: sql<string>`${caseFile.id}`.as("file_case_id"),
      clientId: caseFile.clientId,
      number: caseFile.number,
      stage: caseFile.stage,
      ownerId: caseFile.ownerId,
      givenName: person.givenName,
      familyName: person.familyName,
      birthDate: person.birthDate,
      createdAt: caseFile.createdAt,
    })
    .from(caseFile)
    .innerJoin(client, eq(client.id, caseFile.clientId))
    .innerJoin(person, and(eq(person.caseId, caseFile.id), eq(person.role, "principal")))
    .where(mayAsk ? eq(client.email, email) : sql`false`)
    .as("file_of_sender");
}

/** Who may take a new enquiry: active consultants and managers. */
export function enquiryTakers(ctx: ActorContext) {
  return ctx.db
    .select({
      id: appUser.id,
      name: appUser.name,
      role: appUser.role,
      licenceNumber: appUser.licenceNumber,
      createdAt: appUser.createdAt,
      chosen: sql<boolean>`${firm.enquiryOwnerId} is not distinct from ${appUser.id}`.as("chosen"),
    })
    .from(appUser)
    .leftJoin(firm, eq(firm.id, 1))
    .where(
      and(
        // As the partial index app_user_staff says it, so that clients' accounts are never read through.
        sql`${appUser.role} <> 'client'`,
        ne(appUser.role, "administrator"),
        eq(appUser.status, "active"),
      ),
    )
    .as("enquiry_taker");
}

/** The firm as a visitor may know it: how to reach it. */
export function publicFirm(ctx: ActorContext) {
  return ctx.db
    .select({
      name: firm.name,
      address: firm.address,
      phone: firm.phone,
      email: firm.email,
      timeZone: firm.timeZone,
    })
    .from(firm)
    .where(eq(firm.id, 1))
    .as("public_firm");
}
