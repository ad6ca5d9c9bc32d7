import "server-only";
import { and, eq, inArray, ne, sql } from "drizzle-orm";
import { caseVisibleTo } from "@/lib/cases/visibility";
import type { ActorContext, StaffContext } from "@/lib/command/actor-context";
import { auditEvent } from "@/lib/db/schema/audit";
import { caseFile } from "@/lib/db/schema/cases";
import { document, documentVersion } from "@/lib/db/schema/documents";
import { appUser } from "@/lib/db/schema/users";

/** When the actor opened which documents of the cases they see, as the access log has it. */
export function ownOpenings(ctx: StaffContext) {
  return ctx.db
    .select({ documentId: documentVersion.documentId, at: auditEvent.at })
    .from(auditEvent)
    .innerJoin(caseFile, eq(caseFile.id, auditEvent.caseId))
    .innerJoin(documentVersion, sql`${documentVersion.id}::text = ${auditEvent.objectId}`)
    .where(
      and(
        caseVisibleTo(ctx.actor),
        eq(auditEvent.event, "document.opened"),
        eq(auditEvent.outcome, "ok"),
        eq(auditEvent.actorId, ctx.actor.userId),
        eq(documentVersion.caseId, auditEvent.caseId),
      ),
    )
    .as("own_opening");
}

/** Letters with their versions, of the cases this actor sees. */
export function visibleLetters(ctx: StaffContext) {
  return ctx.db
    .select({
      documentId: sql<string>`${document.id}`.as("letter_id"),
      title: document.title,
      versionId: documentVersion.id,
      number: documentVersion.number,
      mediaType: documentVersion.mediaType,
      flags: documentVersion.flags,
    })
    .from(document)
    .innerJoin(documentVersion, eq(documentVersion.documentId, document.id))
    .innerJoin(caseFile, eq(caseFile.id, document.caseId))
    .where(caseVisibleTo(ctx.actor))
    .as("visible_letter");
}

/** Everybody at work in the firm who may hold a key, but one. */
export function otherKeyHolders(ctx: ActorContext, userId: string) {
  return ctx.db
    .select({ id: appUser.id })
    .from(appUser)
    .where(
      and(
        ne(appUser.id, userId),
        eq(appUser.status, "active"),
        inArray(appUser.role, ["consultant", "manager"]),
      ),
    )
    .as("other_key_holder");
}
