import "server-only";
import { and, eq, isNull, ne } from "drizzle-orm";
import { audited } from "@/lib/audit/events";
import { getCaseForUpdate } from "@/lib/cases/queries";
import type { LockedCase } from "@/lib/cases/types";
import { isStaffContext, type ActorContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { message } from "@/lib/db/schema/cases";
import { forbidden } from "@/lib/errors/app-error";
import { newId } from "@/lib/ids/id";
import { queueMail } from "@/lib/mail/queue-mail";
import { can } from "@/lib/policy/can";
import { countUnread, findClientAccount, sideOf } from "../queries";
import { sendMessageInput } from "../schemas";

/** One mail for a run of messages: while an earlier one waits unread, the other side has been told. */
async function tellOtherSide(ctx: ActorContext, file: LockedCase, waiting: number): Promise<void> {
  if (waiting > 0) return;
  const toUserId = isStaffContext(ctx) ? await findClientAccount(ctx, file.id) : file.ownerId;
  if (toUserId === null) return;
  await queueMail(ctx, { kind: "message_received", toUserId, caseId: file.id, clientId: file.clientId });
}

/** Adds a message of the actor's side to a case that is locked, and tells the other side; answers with its id. */
export async function postMessage(ctx: ActorContext, file: LockedCase, body: string): Promise<string> {
  if (ctx.actor.kind === "system") throw forbidden("Messages are written by people.");
  const side = sideOf(ctx);
  const waiting = await countUnread(ctx, file.id, side);
  const id = newId<"Message">();
  await ctx.db.insert(message).values({
    id,
    caseId: file.id,
    clientId: file.clientId,
    authorId: ctx.actor.userId,
    authorKind: side,
    body,
    createdAt: ctx.now,
  });
  await tellOtherSide(ctx, file, waiting);
  return id;
}

/** Writes to the other side of a case: client to firm, or firm to client. What was unread is read with the answer. */
export const sendMessage = defineCommand({
  name: "message.send",
  input: sendMessageInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "message.send", file),
  async execute(ctx, file, { body }) {
    await ctx.db
      .update(message)
      .set({ readAt: ctx.now })
      .where(and(eq(message.caseId, file.id), ne(message.authorKind, sideOf(ctx)), isNull(message.readAt)));
    const id = await postMessage(ctx, file, body);
    return audited(
      { id },
      { event: "message.sent", object: { kind: "message", id }, caseId: file.id, clientId: file.clientId },
    );
  },
});
