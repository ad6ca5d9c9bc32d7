import "server-only";
import { and, count, desc, eq, ilike, inArray, isNull, lt, or } from "drizzle-orm";
import { getFirmDay } from "@/lib/cases/queries";
import { visibleCases } from "@/lib/cases/visibility";
import { getRequirement } from "@/lib/checklist/queries";
import { isStaffContext, type ActorContext } from "@/lib/command/actor-context";
import { getStoredVersion, listDraftFiles, listFilesOfMessages } from "@/lib/documents/queries";
import { previewOf } from "@/lib/documents/rules";
import type { DocumentVersion } from "@/lib/documents/types";
import { forbidden, notFound } from "@/lib/errors/app-error";
import { isId } from "@/lib/ids/id";
import { can, isAllowed } from "@/lib/policy/can";
import { threadToOpen, wordsAround } from "./rules";
import type { Conversation, MessageFile, MessageSearch, Thread, ThreadItem, ThreadLine } from "./types";
import { visibleClientAccounts, visibleMessages, visibleSettlements, visibleThreads } from "./visibility";

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

/** How many messages of one side nobody on the other has opened, in all threads of a case. */
export async function countUnread(ctx: ActorContext, caseId: string, author: Side): Promise<number> {
  const messages = visibleMessages(ctx);
  const [counted] = await ctx.db
    .select({ n: count() })
    .from(messages)
    .where(and(eq(messages.caseId, caseId), eq(messages.authorKind, author), isNull(messages.readAt)));
  return counted?.n ?? 0;
}

/** The case of a conversation. NOT_FOUND for one the actor does not see, FORBIDDEN where its messages are not theirs. */
async function getReadableCase(ctx: ActorContext, caseId: string) {
  const cases = visibleCases(ctx);
  const [file] = await ctx.db
    .select({ ownerId: cases.ownerId, clientId: cases.clientId })
    .from(cases)
    .where(eq(cases.id, caseId));
  if (!file) throw notFound();
  const decision = can(ctx.actor, "message.read", file);
  if (!decision.allowed) throw forbidden(decision.reason);
  return file;
}

/** The item that a thread of this case hangs on. NOT_FOUND for a line of another case. */
async function getThreadItem(
  ctx: ActorContext,
  caseId: string,
  item: string | null,
): Promise<ThreadItem | null> {
  if (item === null) return null;
  if (!isId(item)) throw notFound();
  const line = await getRequirement(ctx, item);
  if (line.caseId !== caseId) throw notFound();
  return { id: line.id, title: line.title };
}

function fileOf(version: DocumentVersion): MessageFile {
  const { id, fileName, size, requirementId, title } = version;
  return {
    versionId: id,
    fileName,
    size,
    preview: previewOf(version),
    placedAt: requirementId === null ? null : { requirementId, title },
  };
}

/** One page of a thread, newest first, with one row more where there is an older page. */
async function listPage(ctx: ActorContext, caseId: string, item: string | null, cursor: Cursor | null) {
  const messages = visibleMessages(ctx);
  const older =
    cursor === null
      ? undefined
      : or(
          lt(messages.createdAt, cursor.at),
          and(eq(messages.createdAt, cursor.at), lt(messages.id, cursor.id)),
        );
  const ofItem = item === null ? isNull(messages.requirementId) : eq(messages.requirementId, item);
  return ctx.db
    .select()
    .from(messages)
    .where(and(eq(messages.caseId, caseId), ofItem, older))
    .orderBy(desc(messages.createdAt), desc(messages.id))
    .limit(PAGE_MESSAGES + 1);
}

/** Which words of the client wait for an answer, and who said that they need none; for a client nothing. */
async function settlementsOf(ctx: ActorContext, ids: readonly string[]) {
  if (!isStaffContext(ctx) || ids.length === 0)
    return new Map<string, { waits: boolean; by: string | null }>();
  const settlements = visibleSettlements(ctx);
  const rows = await ctx.db
    .select()
    .from(settlements)
    .where(inArray(settlements.messageId, [...ids]));
  return new Map(
    rows.map(({ messageId, settledAt, settlement, settledBy }) => [
      messageId,
      { waits: settledAt === null, by: settlement === "not_needed" ? settledBy : null },
    ]),
  );
}

/** One page of a thread, for staff and clients alike: of an item, or the general one of the case. */
export async function getThread(
  ctx: ActorContext,
  caseId: string,
  before: string | null,
  item: string | null = null,
): Promise<Thread> {
  const file = await getReadableCase(ctx, caseId);
  const hangsOn = await getThreadItem(ctx, caseId, item);
  const cursor = readCursor(before);
  const rows = await listPage(ctx, caseId, item, cursor);
  const shown = rows.slice(0, PAGE_MESSAGES).reverse();
  const ids = shown.map(({ id }) => id);
  const files = await listFilesOfMessages(ctx, ids);
  const settlements = await settlementsOf(ctx, ids);
  const lines = await listThreads(ctx, caseId);
  const side = sideOf(ctx);
  const [first] = shown;
  return {
    caseId,
    item: hangsOn,
    messages: shown.map((row) => ({
      id: row.id,
      own: row.authorKind === side,
      authorName: row.authorName,
      body: row.body,
      files: (files.get(row.id) ?? []).map(fileOf),
      sentAt: row.createdAt,
      readAt: row.readAt,
      notNeededBy: settlements.get(row.id)?.by ?? null,
    })),
    older: rows.length > PAGE_MESSAGES && first ? `${first.createdAt.getTime()}_${first.id}` : null,
    hasNewer: cursor !== null,
    unreadIds: shown.filter((row) => row.authorKind !== side && row.readAt === null).map(({ id }) => id),
    waitingIds: ids.filter((id) => settlements.get(id)?.waits === true),
    unread: lines.find((line) => (line.item?.id ?? null) === item)?.unread ?? 0,
    drafts: await listDraftFiles(ctx, caseId, item),
    day: await getFirmDay(ctx),
    allowed: {
      send: isAllowed(ctx.actor, "message.send", file),
      place: isAllowed(ctx.actor, "document.review", file),
    },
  };
}

/** Every thread of a case, the one with the newest words first; the general one also while it is empty. */
export async function listThreads(ctx: ActorContext, caseId: string): Promise<ThreadLine[]> {
  const threads = visibleThreads(ctx);
  const rows = await ctx.db
    .select()
    .from(threads)
    .where(eq(threads.caseId, caseId))
    .orderBy(desc(threads.lastAt));
  const side = sideOf(ctx);
  const lines = rows.map((row) => ({
    item: row.requirementId === null ? null : { id: row.requirementId, title: row.title ?? "" },
    messages: row.messages,
    unread: side === "staff" ? row.unreadOfClient : row.unreadOfStaff,
    waiting: row.waiting,
    last: { at: row.lastAt, words: row.lastWords, own: row.lastKind === side },
  }));
  if (lines.some(({ item }) => item === null)) return lines;
  return [...lines, { item: null, messages: 0, unread: 0, waiting: 0, last: null }];
}

/** Which thread is asked for: `general`, an item's id, the one that a file came in, or none in particular. */
export interface AskedThread {
  item: string | null;
  before: string | null;
  /** A version that came with a message. */
  file?: string | null;
}

/** Where the message stands that a file came with; NOT_FOUND for a file of another case, or of no message. */
async function placeOfFile(ctx: ActorContext, caseId: string, versionId: string): Promise<AskedThread> {
  if (!isId(versionId)) throw notFound();
  const { messageId } = await getStoredVersion(ctx, versionId);
  const messages = visibleMessages(ctx);
  const [found] = await ctx.db
    .select({ id: messages.id, item: messages.requirementId, at: messages.createdAt })
    .from(messages)
    .where(and(eq(messages.caseId, caseId), eq(messages.id, messageId ?? versionId)));
  if (!found) throw notFound();
  return { item: found.item ?? "general", before: `${found.at.getTime() + 1}_${found.id}` };
}

/** The threads of a case and the one that is asked for, or else the one that most wants to be read. */
export async function getConversation(
  ctx: ActorContext,
  caseId: string,
  asked: AskedThread,
): Promise<Conversation> {
  await getReadableCase(ctx, caseId);
  const { item, before } = asked.file ? await placeOfFile(ctx, caseId, asked.file) : asked;
  const threads = await listThreads(ctx, caseId);
  const open = item === "general" ? null : (item ?? threadToOpen(threads));
  const thread = await getThread(ctx, caseId, before, open);
  const isNew = thread.item !== null && !threads.some((line) => line.item?.id === open);
  const begun: ThreadLine = { item: thread.item, messages: 0, unread: 0, waiting: 0, last: null };
  return { threads: isNew ? [begun, ...threads] : threads, thread };
}

/** How many unread messages of the other side stand in the thread of an item. */
export async function countUnreadOf(ctx: ActorContext, caseId: string, item: string): Promise<number> {
  const lines = await listThreads(ctx, caseId);
  return lines.find((line) => line.item?.id === item)?.unread ?? 0;
}

const FOUND = 50;

/** The messages of a case, of all threads, that have these words, newest first. */
export async function searchMessages(
  ctx: ActorContext,
  caseId: string,
  query: string,
): Promise<MessageSearch> {
  await getReadableCase(ctx, caseId);
  const messages = visibleMessages(ctx);
  const pattern = `%${query.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const rows = await ctx.db
    .select()
    .from(messages)
    .where(and(eq(messages.caseId, caseId), ilike(messages.body, pattern)))
    .orderBy(desc(messages.createdAt), desc(messages.id))
    .limit(FOUND + 1);
  return {
    query,
    found: rows.slice(0, FOUND).map((row) => ({
      id: row.id,
      item: row.requirementId === null ? null : { id: row.requirementId, title: row.itemTitle ?? "" },
      authorName: row.authorName,
      words: wordsAround(row.body, query),
      sentAt: row.createdAt,
      cursor: `${row.createdAt.getTime() + 1}_${row.id}`,
    })),
    isMore: rows.length > FOUND,
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
