import "server-only";
import { and, desc, eq, sql } from "drizzle-orm";
import { caseVisibleTo } from "@/lib/cases/visibility";
import type { ActorContext } from "@/lib/command/actor-context";
import { caseFile, client } from "@/lib/db/schema/cases";
import { documentVersion, requirement, upload } from "@/lib/db/schema/documents";
import { itemLink } from "@/lib/db/schema/item-links";
import { appUser } from "@/lib/db/schema/users";
import type { Actor } from "@/lib/policy/actor";

/** Who sees the links of a case: who sees the case, except for those who came by one themselves. */
function linksVisibleTo(actor: Actor) {
  return actor.kind === "link" ? sql`false` : caseVisibleTo(actor);
}

/** The links of the cases this actor sees, without their secrets. */
export function visibleLinks(ctx: ActorContext) {
  return ctx.db
    .select({
      id: itemLink.id,
      caseId: itemLink.caseId,
      clientId: itemLink.clientId,
      requirementId: itemLink.requirementId,
      createdBy: appUser.name,
      createdAt: itemLink.createdAt,
      expiresAt: itemLink.expiresAt,
      revokedAt: itemLink.revokedAt,
      mailedTo: itemLink.mailedTo,
      requirementState: requirement.state,
      noLongerNeeded: requirement.noLongerNeeded,
      stage: caseFile.stage,
    })
    .from(itemLink)
    .innerJoin(caseFile, eq(caseFile.id, itemLink.caseId))
    .innerJoin(requirement, eq(requirement.id, itemLink.requirementId))
    .leftJoin(appUser, eq(appUser.id, itemLink.createdBy))
    .where(linksVisibleTo(ctx.actor))
    .as("visible_link");
}

/** Files that came by links of the cases this actor sees, newest first. */
export function visibleLinkFiles(ctx: ActorContext) {
  return ctx.db
    .select({
      linkId: sql<string>`${documentVersion.uploadedBy}`.as("link_id"),
      caseId: documentVersion.caseId,
      senderName: documentVersion.senderName,
      at: documentVersion.uploadedAt,
    })
    .from(documentVersion)
    .innerJoin(caseFile, eq(caseFile.id, documentVersion.caseId))
    .where(and(linksVisibleTo(ctx.actor), sql`${documentVersion.senderName} is not null`))
    .orderBy(desc(documentVersion.uploadedAt))
    .as("visible_link_file");
}

/** The one item of whoever came by a link: its words, and nothing that was sent. */
export function linkedItems(ctx: ActorContext) {
  const { actor } = ctx;
  const its = actor.kind === "link" ? eq(itemLink.id, actor.userId) : sql`false`;
  return ctx.db
    .select({
      title: requirement.title,
      kind: requirement.kind,
      goodExample: requirement.goodExample,
      clientGivenName: client.givenName,
      expiresAt: itemLink.expiresAt,
      revokedAt: itemLink.revokedAt,
      requirementState: requirement.state,
      noLongerNeeded: requirement.noLongerNeeded,
      stage: caseFile.stage,
    })
    .from(itemLink)
    .innerJoin(requirement, eq(requirement.id, itemLink.requirementId))
    .innerJoin(client, eq(client.id, itemLink.clientId))
    .innerJoin(caseFile, eq(caseFile.id, itemLink.caseId))
    .where(its)
    .as("linked_item");
}

/** What was announced by the link of this actor. */
export function uploadsOfLink(ctx: ActorContext) {
  const its = ctx.actor.kind === "link" ? eq(upload.userId, ctx.actor.userId) : sql`false`;
  return ctx.db
    .select({ id: upload.id, state: upload.state, createdAt: upload.createdAt })
    .from(upload)
    .where(its)
    .as("upload_of_link");
}
