import "server-only";
import { and, eq, inArray, isNotNull, isNull, ne } from "drizzle-orm";
import { audited } from "@/lib/audit/events";
import { getCaseForUpdate } from "@/lib/cases/queries";
import type { LockedCase } from "@/lib/cases/types";
import { getRequirement } from "@/lib/checklist/queries";
import { isStaffContext, type ActorContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { message } from "@/lib/db/schema/cases";
import { documentVersion } from "@/lib/db/schema/documents";
import { conflict, forbidden, invalid, notFound } from "@/lib/errors/app-error";
import { newId } from "@/lib/ids/id";
import { queueMail } from "@/lib/mail/queue-mail";
import { can } from "@/lib/policy/can";
import { countUnread, findClientAccount, sideOf } from "../queries";
import { sendMessageInput } from "../schemas";
import { emptyFieldsIn } from "../templates/rules";

/** One mail for a run of messages, in whichever threads: while an earlier one waits unread, the other side was told. */
async function tellOtherSide(ctx: ActorContext, file: LockedCase, waiting: number): Promise<void> {
  if (waiting > 0) return;
  const toUserId = isStaffContext(ctx) ? await findClientAccount(ctx, file.id) : file.ownerId;
  if (toUserId === null) return;
  await queueMail(ctx, { kind: "message_received", toUserId, caseId: file.id, clientId: file.clientId });
}

function ofThread(file: LockedCase, item: string | null) {
  return and(
    eq(message.caseId, file.id),
    item === null ? isNull(message.requirementId) : eq(message.requirementId, item),
  );
}

/** Words of the client that the firm has read before it writes again in their thread are answered by it. */
async function settleAnswered(ctx: ActorContext, file: LockedCase, item: string | null): Promise<void> {
  if (!isStaffContext(ctx)) return;
  await ctx.db
    .update(message)
    .set({ settledAt: ctx.now, settledBy: ctx.actor.userId, settlement: "answered" })
    .where(
      and(
        ofThread(file, item),
        eq(message.authorKind, "client"),
        isNull(message.settledAt),
        isNotNull(message.readAt),
      ),
    );
}

/** Adds a message of the actor's side to a case that is locked, and tells the other side; answers with its id. */
export async function postMessage(
  ctx: ActorContext,
  file: LockedCase,
  body: string,
  item: string | null = null,
): Promise<string> {
  if (ctx.actor.kind === "system") throw forbidden("Messages are written by people.");
  const side = sideOf(ctx);
  const waiting = await countUnread(ctx, file.id, side);
  const id = newId<"Message">();
  await ctx.db.insert(message).values({
    id,
    caseId: file.id,
    clientId: file.clientId,
    requirementId: item,
    authorId: ctx.actor.userId,
    authorKind: side,
    body,
    createdAt: ctx.now,
  });
  await settleAnswered(ctx, file, item);
  await tellOtherSide(ctx, file, waiting);
  return id;
}

/** What was on the writer's screen is read with the answer; what came meanwhile is not. */
async function readSeen(ctx: ActorContext, file: LockedCase, seen: readonly string[]): Promise<void> {
  if (seen.length === 0) return;
  await ctx.db
    .update(message)
    .set({ readAt: ctx.now })
    .where(
      and(
        eq(message.caseId, file.id),
        inArray(message.id, [...seen]),
        ne(message.authorKind, sideOf(ctx)),
        isNull(message.readAt),
      ),
    );
}

/** The files that waited in the composer go with the message. CONFLICT where one of them waits there no more. */
async function sendFiles(
  ctx: ActorContext,
  file: LockedCase,
  { messageId, item, files }: { messageId: string; item: string | null; files: readonly string[] },
): Promise<void> {
  if (files.length === 0 || ctx.actor.kind === "system") return;
  const sent = await ctx.db
    .update(documentVersion)
    .set({ messageId, draftOf: null, draftItem: null })
    .where(
      and(
        eq(documentVersion.caseId, file.id),
        inArray(documentVersion.id, [...files]),
        eq(documentVersion.draftOf, ctx.actor.userId),
        item === null ? isNull(documentVersion.draftItem) : eq(documentVersion.draftItem, item),
      ),
    );
  if (sent.rowCount !== new Set(files).size)
    throw conflict("A file that you added is not here any more. Load the page again; your words stay.");
}

/** Writes to the other side of a case, of one of its items or in general: client to firm, or firm to client. */
export const sendMessage = defineCommand({
  name: "message.send",
  input: sendMessageInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "message.send", file),
  async execute(ctx, file, { body, requirementId: item, files, read }) {
    if (body === null && files.length === 0)
      throw invalid("There is no message yet.", { body: "Enter a message." });
    const [empty] = isStaffContext(ctx) ? emptyFieldsIn(body ?? "") : [];
    if (empty !== undefined) {
      const words = `{${empty}} has no value in this file. Write it yourself, or take it out.`;
      throw invalid("A field of the template is still empty.", { body: words });
    }
    if (item !== null && (await getRequirement(ctx, item)).caseId !== file.id) throw notFound();
    await readSeen(ctx, file, read);
    const id = await postMessage(ctx, file, body ?? "", item);
    await sendFiles(ctx, file, { messageId: id, item, files });
    return audited(
      { id },
      {
        event: "message.sent",
        object: { kind: "message", id },
        caseId: file.id,
        clientId: file.clientId,
        ...(files.length > 0 ? { detail: { files: files.length } } : {}),
      },
    );
  },
});
