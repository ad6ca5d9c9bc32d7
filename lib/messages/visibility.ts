import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { caseVisibleTo } from "@/lib/cases/visibility";
import type { ActorContext } from "@/lib/command/actor-context";
import { caseFile, message } from "@/lib/db/schema/cases";
import { appUser } from "@/lib/db/schema/users";
import type { Actor } from "@/lib/policy/actor";

/** Messages follow the case, except that administrators read none. Mirrors `message.read` of lib/policy. */
function messagesVisibleTo(actor: Actor) {
  const isAdministrator = actor.kind === "staff" && actor.role === "administrator";
  return and(caseVisibleTo(actor), isAdministrator ? sql`false` : undefined);
}

/** The messages this actor may read, each with its author's name. */
export function visibleMessages(ctx: ActorContext) {
  return ctx.db
    .select({
      id: message.id,
      caseId: message.caseId,
      authorKind: message.authorKind,
      authorName: appUser.name,
      body: message.body,
      createdAt: message.createdAt,
      readAt: message.readAt,
    })
    .from(message)
    .innerJoin(caseFile, eq(caseFile.id, message.caseId))
    .innerJoin(appUser, eq(appUser.id, message.authorId))
    .where(messagesVisibleTo(ctx.actor))
    .as("visible_message");
}

/** The accounts that clients of visible cases sign in with: whom a message is mailed to. */
export function visibleClientAccounts(ctx: ActorContext) {
  return ctx.db
    .select({
      userId: appUser.id,
      caseId: sql<string>`${caseFile.id}`.as("account_case_id"),
      status: appUser.status,
    })
    .from(appUser)
    .innerJoin(caseFile, eq(caseFile.clientId, appUser.clientId))
    .where(caseVisibleTo(ctx.actor))
    .as("visible_client_account");
}
