import "server-only";
import { and, eq, isNotNull, lte } from "drizzle-orm";
import { writeAudit } from "@/lib/audit/write";
import type { ActorContext } from "@/lib/command/actor-context";
import { mail } from "@/lib/db/schema/mail";
import { findSender, renderMail, type Sender } from "./render-mail";
import { assertPlainAddress } from "./address";
import type { RenderedMail } from "./templates";

export interface OutgoingMail extends RenderedMail {
  from: Sender;
  to: string;
  messageId: string;
}

/** Sends one mail; throws what the server said. */
export type MailTransport = (outgoing: OutgoingMail) => Promise<void>;

/** `done`: sent, kept, failed for good, or not there any more. `again`: the server asked for patience. */
export type Delivery = { state: "done" } | { state: "again"; reason: string };

/** The SMTP reply code of an error, or null when it never came to one. */
function replyCode(error: unknown): number | null {
  if (!(error instanceof Error) || !("responseCode" in error)) return null;
  return typeof error.responseCode === "number" ? error.responseCode : null;
}

/** What may be written down about a failure: the code, never the server's text, which repeats addresses. */
function reasonOf(error: unknown): string {
  const code = replyCode(error);
  if (code !== null) return `SMTP ${code}`;
  return error instanceof Error && "code" in error && typeof error.code === "string"
    ? error.code
    : "no answer";
}

/** Tokens of links that have expired are of no use to anybody. */
async function wipeExpiredTokens(ctx: ActorContext): Promise<void> {
  await ctx.db
    .update(mail)
    .set({ sealedToken: null })
    .where(and(isNotNull(mail.sealedToken), lte(mail.tokenExpiresAt, ctx.now)));
}

/**
 * Sends one mail of the outbox. The row is locked first, so of two attempts at once the second finds it done.
 * A crash between the server's 250 and our commit sends again with the same Message-ID: a duplicate is
 * harmless, a miss is not (SECURITY.md 6.3).
 */
export async function deliverMail(
  ctx: ActorContext,
  mailId: string,
  transport: MailTransport | null,
): Promise<Delivery> {
  await wipeExpiredTokens(ctx);
  const [row] = await ctx.db.select().from(mail).where(eq(mail.id, mailId)).for("update");
  if (!row || row.state !== "queued") return { state: "done" };
  const update = (change: Partial<typeof mail.$inferInsert>) =>
    ctx.db.update(mail).set(change).where(eq(mail.id, mailId));
  const object = { kind: "mail", id: mailId };
  const detail = { kind: row.kind };
  if (transport === null) {
    await update({ state: "kept" });
    return { state: "done" };
  }
  const attempts = row.attempts + 1;
  if (row.tokenExpiresAt !== null && row.tokenExpiresAt <= ctx.now) {
    await update({
      state: "failed",
      attempts,
      lastError: "the link expired before it was sent",
      sealedToken: null,
    });
    await writeAudit(ctx, [{ event: "mail.failed", object, detail }]);
    return { state: "done" };
  }
  try {
    const to = assertPlainAddress(row.toAddress);
    const rendered = await renderMail(ctx, row);
    await transport({ ...rendered, from: await findSender(ctx), to, messageId: row.messageId });
  } catch (error) {
    const reason = reasonOf(error);
    const code = replyCode(error);
    if (code !== null && code >= 500) {
      await update({ state: "failed", attempts, lastError: reason, sealedToken: null });
      await writeAudit(ctx, [{ event: "mail.failed", object, detail: { ...detail, reason } }]);
      return { state: "done" };
    }
    await update({ attempts, lastError: reason });
    return { state: "again", reason };
  }
  await update({ state: "sent", attempts, sentAt: ctx.now, lastError: null, sealedToken: null });
  await writeAudit(ctx, [{ event: "mail.sent", object, detail }]);
  return { state: "done" };
}
