import "server-only";
import { and, count, desc, eq, isNull, lt, or } from "drizzle-orm";
import { getFirmDay } from "@/lib/cases/queries";
import { visibleCases } from "@/lib/cases/visibility";
import type { ActorContext } from "@/lib/command/actor-context";
import { forbidden, notFound } from "@/lib/errors/app-error";
import { isId } from "@/lib/ids/id";
import { can, isAllowed } from "@/lib/policy/can";
import type { Thread } from "./types";
import { visibleClientAccounts, visibleMessages } from "./visibility";

const PAGE_MESSAGES = 50;

type Side = "staff" | "client";

/** The side an actor writes on. */
export function sideOf(ctx: ActorContext): Side {
  return ctx.actor.kind === "client" ? "client" : "staff";
}

interface Cursor {
  at: Date;
  id: string;
}

function readCursor(text: string | null): Cursor | null {
  const [at = "", id = ""] = (text ?? "").split("_");
  return /^\d{13}$/.test(at) && isId(id) ? { at: new Date(Number(at)), id } : null;
}

/** How many messages of one side nobody on the other has opened. */
export async function countUnread(ctx: ActorContext, caseId: string, author: Side): Promise<number> {
  const messages = visibleMessages(ctx);
  const [counted] = await ctx.db
    .select({ n: count() })
    .from(messages)
    .where(and(eq(messages.caseId, caseId), eq(messages.authorKind, author), isNull(messages.readAt)));
  return counted?.n ?? 0;
}

/**
 * One page of a case's thread, for staff and clients alike. NOT_FOUND for a case the actor does not see,
 * FORBIDDEN for one whose messages are not theirs to read.
 */
export async function getThread(ctx: ActorContext, caseId: string, before: string | null): Promise<Thread> {
  const cases = visibleCases(ctx);
  const [file] = await ctx.db
    .select({ ownerId: cases.ownerId, clientId: cases.clientId })
    .from(cases)
    .where(eq(cases.id, caseId));
  if (!file) throw notFound();
  const decision = can(ctx.actor, "message.read", file);
  if (!decision.allowed) throw forbidden(decision.reason);

  const messages = visibleMessages(ctx);
  const cursor = readCursor(before);
  const older =
    cursor === null
      ? undefined
      : or(
          lt(messages.createdAt, cursor.at),
          and(eq(messages.createdAt, cursor.at), lt(messages.id, cursor.id)),
        );
  const rows = await ctx.db
    .select()
    .from(messages)
    .where(and(eq(messages.caseId, caseId), older))
    .orderBy(desc(messages.createdAt), desc(messages.id))
    .limit(PAGE_MESSAGES + 1);
  const shown = rows.slice(0, PAGE_MESSAGES).reverse();
  const side = sideOf(ctx);
  const first = shown[0];
  return {
    caseId,
    messages: shown.map((row) => ({
      id: row.id,
      own: row.authorKind === side,
      authorName: row.authorName,
      body: row.body,
      sentAt: row.createdAt,
      readAt: row.readAt,
    })),
    older: rows.length > PAGE_MESSAGES && first ? `${first.createdAt.getTime()}_${first.id}` : null,
    unread: await countUnread(ctx, caseId, side === "staff" ? "client" : "staff"),
    shownUntil: shown.at(-1)?.createdAt.toISOString() ?? null,
    day: await getFirmDay(ctx),
    allowed: { send: isAllowed(ctx.actor, "message.send", file) },
  };
}

/** The client's account, if they can sign in: nobody is mailed a message they cannot open. */
export async function findClientAccount(ctx: ActorContext, caseId: string): Promise<string | null> {
  const accounts = visibleClientAccounts(ctx);
  const [found] = await ctx.db
    .select({ userId: accounts.userId })
    .from(accounts)
    .where(and(eq(accounts.caseId, caseId), eq(accounts.status, "active")));
  return found?.userId ?? null;
}
