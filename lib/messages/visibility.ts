import "server-only";
import { and, desc, eq, getTableColumns, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { caseVisibleTo } from "@/lib/cases/visibility";
import { isStaffContext, type ActorContext, type StaffContext } from "@/lib/command/actor-context";
import { caseFile, client, message } from "@/lib/db/schema/cases";
import { requirement } from "@/lib/db/schema/documents";
import { messageTemplate } from "@/lib/db/schema/messages";
import { appUser } from "@/lib/db/schema/users";
import type { Actor } from "@/lib/policy/actor";

/** Messages follow the case, except that administrators and links read none. Mirrors `message.read` of lib/policy. */
function messagesVisibleTo(actor: Actor) {
  const readsNone = (actor.kind === "staff" && actor.role === "administrator") || actor.kind === "link";
  return and(caseVisibleTo(actor), readsNone ? sql`false` : undefined);
}

/** The messages this actor may read, each with its author's name and the item it is about. */
export function visibleMessages(ctx: ActorContext) {
  return ctx.db
    .select({
      id: message.id,
      caseId: message.caseId,
      requirementId: message.requirementId,
      itemTitle: sql<string | null>`${requirement.title}`.as("item_title"),
      authorKind: message.authorKind,
      authorName: appUser.name,
      body: message.body,
      createdAt: message.createdAt,
      readAt: message.readAt,
    })
    .from(message)
    .innerJoin(caseFile, eq(caseFile.id, message.caseId))
    .innerJoin(appUser, eq(appUser.id, message.authorId))
    .leftJoin(requirement, eq(requirement.id, message.requirementId))
    .where(messagesVisibleTo(ctx.actor))
    .as("visible_message");
}

/** Whether words of the client still wait for an answer, and who said that they need none. Staff alone. */
export function visibleSettlements(ctx: StaffContext) {
  const settler = alias(appUser, "settler");
  return ctx.db
    .select({
      messageId: message.id,
      settledAt: message.settledAt,
      settlement: message.settlement,
      settledBy: settler.name,
    })
    .from(message)
    .innerJoin(caseFile, eq(caseFile.id, message.caseId))
    .leftJoin(settler, eq(settler.id, message.settledBy))
    .where(and(messagesVisibleTo(ctx.actor), eq(message.authorKind, "client")))
    .as("visible_settlement");
}

/** Signs of the last words that a list needs. */
const LAST_WORDS = 160;

/** The threads of the cases this actor reads: one line for each item that something was written about, one for the case. */
export function visibleThreads(ctx: ActorContext) {
  const waiting = isStaffContext(ctx)
    ? sql<number>`count(*) filter (where ${message.authorKind} = 'client' and ${message.settledAt} is null)::int`
    : sql<number>`0`;
  const unread = (side: string) =>
    sql<number>`count(*) filter (where ${message.authorKind} = ${side} and ${message.readAt} is null)::int`;
  return ctx.db
    .select({
      caseId: message.caseId,
      requirementId: message.requirementId,
      title: sql<string | null>`max(${requirement.title})`.as("thread_title"),
      messages: sql<number>`count(*)::int`.as("messages"),
      unreadOfClient: unread("client").as("unread_of_client"),
      unreadOfStaff: unread("staff").as("unread_of_staff"),
      waiting: waiting.as("waiting"),
      lastAt: sql<Date>`max(${message.createdAt})`.mapWith(message.createdAt).as("last_at"),
      lastWords:
        sql<string>`left((array_agg(${message.body} order by ${message.createdAt} desc, ${message.id} desc))[1], ${LAST_WORDS}::int)`.as(
          "last_words",
        ),
      lastKind: sql<
        "staff" | "client"
      >`(array_agg(${message.authorKind} order by ${message.createdAt} desc, ${message.id} desc))[1]`.as(
        "last_kind",
      ),
    })
    .from(message)
    .innerJoin(caseFile, eq(caseFile.id, message.caseId))
    .leftJoin(requirement, eq(requirement.id, message.requirementId))
    .where(messagesVisibleTo(ctx.actor))
    .groupBy(message.caseId, message.requirementId)
    .as("visible_thread");
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

/** Whom a message is written to: the client by name, in the language that they chose. */
export function visibleAddressees(ctx: StaffContext) {
  return ctx.db
    .select({
      caseId: sql<string>`${caseFile.id}`.as("addressee_case_id"),
      givenName: client.givenName,
      familyName: client.familyName,
      locale: sql<string>`coalesce((select ${appUser.locale} from ${appUser}
        where ${appUser.clientId} = ${client.id} limit 1), ${client.locale})`.as("addressee_locale"),
    })
    .from(caseFile)
    .innerJoin(client, eq(client.id, caseFile.clientId))
    .where(caseVisibleTo(ctx.actor))
    .as("visible_addressee");
}

/** Every version of the firm's message templates with who made it; the firm's own, for all of its staff. */
export function visibleTemplateVersions(ctx: StaffContext) {
  return ctx.db
    .select({
      ...getTableColumns(messageTemplate),
      changerName: sql<string | null>`${appUser.name}`.as("changer"),
    })
    .from(messageTemplate)
    .leftJoin(appUser, eq(appUser.id, messageTemplate.changedBy))
    .as("visible_template_version");
}

/** What each template says now. */
export function currentTemplates(ctx: StaffContext) {
  return ctx.db
    .selectDistinctOn([messageTemplate.id], {
      ...getTableColumns(messageTemplate),
      changerName: sql<string | null>`${appUser.name}`.as("changer"),
    })
    .from(messageTemplate)
    .leftJoin(appUser, eq(appUser.id, messageTemplate.changedBy))
    .orderBy(messageTemplate.id, desc(messageTemplate.number))
    .as("current_template");
}
