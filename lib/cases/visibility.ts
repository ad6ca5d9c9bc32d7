import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { ActorContext, StaffContext } from "@/lib/command/actor-context";
import { auditChain, auditEvent } from "@/lib/db/schema/audit";
import { agreement, caseFile, client, message, stageChange, submission } from "@/lib/db/schema/cases";
import { document, documentVersion } from "@/lib/db/schema/documents";
import { firm } from "@/lib/db/schema/firm";
import { expressEntryProfile, invitation } from "@/lib/db/schema/pool";
import { task } from "@/lib/db/schema/tasks";
import { appUser, type UserStatus } from "@/lib/db/schema/users";
import { inHandOf, type Actor, type StaffActor } from "@/lib/policy/actor";

/** Cases that a member of staff has in hand: their own, and for as long as a leave lasts those of whom they cover. */
export function caseInHandOf(actor: StaffActor) {
  return inArray(caseFile.ownerId, [...inHandOf(actor)]);
}

/** Which case rows an actor sees. Unknown kinds of actor see none. Mirrors `case.read` of lib/policy; a test holds them together. */
export function caseVisibleTo(actor: Actor) {
  switch (actor.kind) {
    case "staff":
      return actor.role === "consultant" ? caseInHandOf(actor) : sql`true`;
    case "client":
      return eq(caseFile.clientId, actor.clientId);
    case "link":
      return eq(caseFile.id, actor.caseId);
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

/** What the head of a case says beyond its own row: client, open window, live profile, counts for the tabs. */
export function visibleCaseHeads(ctx: StaffContext) {
  return ctx.db
    .select({
      caseId: sql<string>`${caseFile.id}`.as("head_case_id"),
      clientGivenName: client.givenName,
      clientFamilyName: client.familyName,
      clientEmail: client.email,
      clientPhone: client.phone,
      clientVersion: sql<number>`${client.version}`.as("client_version"),
      accountStatus:
        sql<UserStatus | null>`(select ${appUser.status} from ${appUser} where ${appUser.clientId} = ${caseFile.clientId} limit 1)`.as(
          "account_status",
        ),
      invitedOn: invitation.issueDate,
      windowEndsOn: invitation.deadlineDate,
      windowConfirmedAt: invitation.confirmedAt,
      invitationClass: invitation.invitationClass,
      invitedAtScore: sql<number | null>`${invitation.crsScore}`.as("invited_at_score"),
      profileNumber: expressEntryProfile.profileNumber,
      profileExpiresAt: expressEntryProfile.expiresAt,
      profileScore: sql<number | null>`${expressEntryProfile.crsScore}`.as("profile_score"),
      documentCount:
        sql<number>`(select count(*)::int from ${document} where ${document.caseId} = ${caseFile.id} and ${isNoDraft})`.as(
          "document_count",
        ),
      unreadCount:
        sql<number>`(select count(*)::int from ${message} where ${message.caseId} = ${caseFile.id} and ${message.authorKind} = 'client' and ${message.readAt} is null)`.as(
          "unread_count",
        ),
      wasSent:
        sql<boolean>`exists (select from ${submission} where ${submission.caseId} = ${caseFile.id})`.as(
          "was_sent",
        ),
      taskCount:
        sql<number>`(select count(*)::int from ${task} where ${task.caseId} = ${caseFile.id} and ${task.state} = 'open')`.as(
          "task_count",
        ),
    })
    .from(caseFile)
    .innerJoin(client, eq(client.id, caseFile.clientId))
    .leftJoin(invitation, and(eq(invitation.caseId, caseFile.id), eq(invitation.status, "open")))
    .leftJoin(
      expressEntryProfile,
      and(eq(expressEntryProfile.caseId, caseFile.id), eq(expressEntryProfile.status, "live")),
    )
    .where(caseVisibleTo(ctx.actor))
    .as("visible_case_head");
}

/** The history of stages of the cases this actor sees. */
export function visibleStageChanges(ctx: StaffContext) {
  return ctx.db
    .select({
      caseId: stageChange.caseId,
      fromStage: stageChange.fromStage,
      toStage: stageChange.toStage,
      at: stageChange.at,
      happenedOn: stageChange.happenedOn,
      reason: stageChange.reason,
    })
    .from(stageChange)
    .innerJoin(caseFile, eq(caseFile.id, stageChange.caseId))
    .where(caseVisibleTo(ctx.actor))
    .as("visible_stage_change");
}

/** Consultation and service agreements, staff only. */
export function visibleAgreements(ctx: StaffContext) {
  return ctx.db
    .select({
      id: agreement.id,
      caseId: agreement.caseId,
      kind: agreement.kind,
      signedOn: agreement.signedOn,
      documentId: agreement.documentId,
      note: agreement.note,
    })
    .from(agreement)
    .innerJoin(caseFile, eq(caseFile.id, agreement.caseId))
    .where(caseVisibleTo(ctx.actor))
    .as("visible_agreement");
}

/** What waits in somebody's composer is no document of the case yet. */
const isNoDraft = sql`not exists (select from ${documentVersion} v where v.document_id = ${document.id} and v.draft_of is not null)`;

/** Documents of a case, by title, for linking one to an agreement; the versions are lib/documents' business. */
export function visibleCaseDocuments(ctx: StaffContext) {
  return ctx.db
    .select({
      id: document.id,
      caseId: document.caseId,
      requirementId: document.requirementId,
      title: document.title,
      createdAt: document.createdAt,
    })
    .from(document)
    .innerJoin(caseFile, eq(caseFile.id, document.caseId))
    .where(and(caseVisibleTo(ctx.actor), isNoDraft))
    .as("visible_case_document");
}

/** What happened on the cases this actor sees; refusals included. Mirrors `case.timeline`. */
export function visibleCaseEvents(ctx: StaffContext) {
  return ctx.db
    .select({
      id: auditEvent.id,
      caseId: auditEvent.caseId,
      at: auditEvent.at,
      event: auditEvent.event,
      outcome: auditEvent.outcome,
      actorId: auditEvent.actorId,
      actorRole: auditEvent.actorRole,
      objectKind: auditEvent.objectKind,
      objectId: auditEvent.objectId,
      detail: auditEvent.detail,
      actorName: appUser.name,
      /** Position in the chain: the one order in which things happened, also inside one transaction. */
      seq: auditChain.seq,
    })
    .from(auditEvent)
    .innerJoin(auditChain, eq(auditChain.eventId, auditEvent.id))
    .innerJoin(caseFile, eq(caseFile.id, auditEvent.caseId))
    .leftJoin(appUser, eq(appUser.id, auditEvent.actorId))
    .where(caseVisibleTo(ctx.actor))
    .as("visible_case_event");
}

/** The firm's staff as every colleague may know them: for owners' names and for reassigning. */
export function visibleColleagues(ctx: ActorContext) {
  return (
    ctx.db
      .select({
        id: appUser.id,
        name: appUser.name,
        role: appUser.role,
        status: appUser.status,
        licenceNumber: appUser.licenceNumber,
      })
      .from(appUser)
      // As the partial index app_user_staff says it, so that clients' accounts are never read through.
      .where(sql`${appUser.role} <> 'client'`)
      .as("visible_colleague")
  );
}

/** The firm: its name and the zone its dates are counted in. */
export function visibleFirm(ctx: ActorContext) {
  return ctx.db
    .select({ name: firm.name, timeZone: firm.timeZone })
    .from(firm)
    .where(eq(firm.id, 1))
    .as("visible_firm");
}

/**
 * Files of the whole firm that share an e-mail address: the conflict check of a new enquiry. Deliberately
 * wider than `visibleCases`; a query on it says of an invisible file only that there is one.
 */
export function filesWithEmail(ctx: StaffContext, email: string) {
  return ctx.db
    .select({
      number: caseFile.number,
      displayName: caseFile.displayName,
      visible: sql<boolean>`${caseVisibleTo(ctx.actor)}`.as("visible"),
    })
    .from(caseFile)
    .innerJoin(client, eq(client.id, caseFile.clientId))
    .where(eq(client.email, email))
    .orderBy(caseFile.number)
    .limit(20)
    .as("file_with_email");
}
