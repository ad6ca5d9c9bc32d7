import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { caseVisibleTo } from "@/lib/cases/visibility";
import type { ActorContext, StaffContext } from "@/lib/command/actor-context";
import { auditEvent } from "@/lib/db/schema/audit";
import { caseFile } from "@/lib/db/schema/cases";
import { document, documentVersion, upload } from "@/lib/db/schema/documents";
import { itemLink } from "@/lib/db/schema/item-links";
import { appUser } from "@/lib/db/schema/users";

/** What of a received file every kind of actor may read. */
const versionColumns = {
  id: documentVersion.id,
  documentId: documentVersion.documentId,
  caseId: documentVersion.caseId,
  clientId: documentVersion.clientId,
  requirementId: document.requirementId,
  title: document.title,
  number: documentVersion.number,
  fileName: documentVersion.fileName,
  mediaType: documentVersion.mediaType,
  extension: documentVersion.extension,
  size: documentVersion.size,
  sha256: documentVersion.sha256,
  flags: documentVersion.flags,
  storageKey: documentVersion.storageKey,
  wrappedKey: documentVersion.wrappedKey,
  keyId: documentVersion.keyId,
  state: documentVersion.state,
  uploadedBy: documentVersion.uploadedBy,
  uploadedAt: documentVersion.uploadedAt,
  senderName: documentVersion.senderName,
  reviewedAt: documentVersion.reviewedAt,
  returnCode: documentVersion.returnCode,
  returnReason: documentVersion.returnReason,
  /** The message that it came with. */
  messageId: documentVersion.messageId,
  version: documentVersion.version,
  ownerId: caseFile.ownerId,
  caseNumber: sql<string>`${caseFile.number}`.as("case_number"),
};

/** Received files of the cases this actor sees. What waits in somebody's composer is nobody's to see yet. */
export function visibleVersions(ctx: ActorContext) {
  return ctx.db
    .select(versionColumns)
    .from(documentVersion)
    .innerJoin(document, eq(document.id, documentVersion.documentId))
    .innerJoin(caseFile, eq(caseFile.id, documentVersion.caseId))
    .where(and(caseVisibleTo(ctx.actor), isNull(documentVersion.draftOf)))
    .as("visible_version");
}

/** Files that wait in the actor's own composers, each with the thread that it waits for. */
export function ownDraftFiles(ctx: ActorContext) {
  const mine = ctx.actor.kind === "system" ? sql`false` : eq(documentVersion.draftOf, ctx.actor.userId);
  return ctx.db
    .select({ ...versionColumns, draftItem: documentVersion.draftItem })
    .from(documentVersion)
    .innerJoin(document, eq(document.id, documentVersion.documentId))
    .innerJoin(caseFile, eq(caseFile.id, documentVersion.caseId))
    .where(and(caseVisibleTo(ctx.actor), mine))
    .as("own_draft_file");
}

/** What the cases hold, drafts included: for quotas. */
export function heldFiles(ctx: ActorContext) {
  return ctx.db
    .select({ caseId: documentVersion.caseId, size: documentVersion.size })
    .from(documentVersion)
    .innerJoin(caseFile, eq(caseFile.id, documentVersion.caseId))
    .where(caseVisibleTo(ctx.actor))
    .as("held_file");
}

/** Who reviewed a version and what they ticked; staff only. */
export function visibleReviews(ctx: StaffContext) {
  return ctx.db
    .select({
      versionId: documentVersion.id,
      caseId: documentVersion.caseId,
      reviewedBy: documentVersion.reviewedBy,
      pointsMet: documentVersion.pointsMet,
    })
    .from(documentVersion)
    .innerJoin(caseFile, eq(caseFile.id, documentVersion.caseId))
    .where(caseVisibleTo(ctx.actor))
    .as("visible_review_of_version");
}

/** Documents, each with the line it answers. */
export function visibleDocuments(ctx: ActorContext) {
  return ctx.db
    .select({
      id: document.id,
      caseId: document.caseId,
      requirementId: document.requirementId,
      title: document.title,
    })
    .from(document)
    .innerJoin(caseFile, eq(caseFile.id, document.caseId))
    .where(caseVisibleTo(ctx.actor))
    .as("visible_document");
}

/** A link that was revoked meanwhile takes no more bytes; everybody else has a session that is looked up each time. */
function linkIsAlive({ actor, now }: ActorContext) {
  if (actor.kind !== "link") return undefined;
  return sql`exists (select 1 from ${itemLink} where ${itemLink.id} = ${actor.userId}::uuid
    and ${itemLink.revokedAt} is null and ${itemLink.expiresAt} > ${now.toISOString()}::timestamptz)`;
}

/** The reservations of the actor's own, on cases they still see. Nobody continues somebody else's upload. */
export function ownUploads(ctx: ActorContext) {
  const mine = ctx.actor.kind === "system" ? undefined : eq(upload.userId, ctx.actor.userId);
  return ctx.db
    .select({
      id: upload.id,
      caseId: upload.caseId,
      clientId: upload.clientId,
      requirementId: upload.requirementId,
      fileName: upload.fileName,
      title: upload.title,
      size: upload.size,
      declaredSha256: upload.declaredSha256,
      state: upload.state,
      versionId: upload.versionId,
      madeFrom: upload.madeFrom,
      forMessage: upload.forMessage,
      messageItem: upload.messageItem,
      senderName: upload.senderName,
      createdAt: upload.createdAt,
      ownerId: caseFile.ownerId,
    })
    .from(upload)
    .innerJoin(caseFile, eq(caseFile.id, upload.caseId))
    .where(and(caseVisibleTo(ctx.actor), mine, linkIsAlive(ctx)))
    .as("own_upload");
}

/** Everybody who had the bytes of a document: the access log, per case. */
export function visibleOpenings(ctx: StaffContext) {
  return ctx.db
    .select({
      versionId: auditEvent.objectId,
      caseId: auditEvent.caseId,
      at: auditEvent.at,
      detail: auditEvent.detail,
      by: appUser.name,
    })
    .from(auditEvent)
    .innerJoin(caseFile, eq(caseFile.id, auditEvent.caseId))
    .leftJoin(appUser, eq(appUser.id, auditEvent.actorId))
    .where(and(caseVisibleTo(ctx.actor), eq(auditEvent.event, "document.opened")))
    .as("visible_opening");
}

/** Names of whoever sent or reviewed a file; for staff. */
export function visibleNames(ctx: StaffContext) {
  return ctx.db
    .select({ id: appUser.id, name: appUser.name, role: appUser.role })
    .from(appUser)
    .as("visible_name");
}
