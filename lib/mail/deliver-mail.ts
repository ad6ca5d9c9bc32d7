import "server-only";
import { and, eq, isNotNull, lte } from "drizzle-orm";
import { writeAudit } from "@/lib/audit/write";
import type { ActorContext } from "@/lib/command/actor-context";
import { mail } from "@/lib/db/schema/mail";
import { findSender, renderMail, type Sender } from "./render-mail";
import { assertPlainAddress } from "./address";
import type { RenderedMail } from "./templates";

type Row = typeof mail.$inferSelect;

export interface OutgoingMail extends RenderedMail {
  from: Sender;
  to: string;
  messageId: string;
}

/** Sends one mail; throws what the server said. */
export type MailTransport = (outgoing: OutgoingMail) => Promise<void>;

/**
 * `done`: sent, kept, or nothing left to do. `again`: the server asked for patience. `failed`: for good, in this attempt;
 * with the case that the mail was about.
 */
export type Delivery =
  { state: "done" } | { state: "again"; reason: string } | { state: "failed"; caseId: string | null };

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

/** As often as the queue tries a job: the twelfth comes some sixteen hours after the first (SECURITY.md 3.3.5). */
const MOST_ATTEMPTS = 12;

/** Not sent, and not tried again by itself: an administrator sees it in the outbox. */
async function giveUp(ctx: ActorContext, row: Row, attempts: number, reason: string): Promise<Delivery> {
  await ctx.db
    .update(mail)
    .set({ state: "failed", attempts, lastError: reason, sealedToken: null })
    .where(eq(mail.id, row.id));
  const object = { kind: "mail", id: row.id };
  await writeAudit(ctx, [{ event: "mail.failed", object, detail: { kind: row.kind, reason } }]);
  return { state: "failed", caseId: row.caseId };
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
    return giveUp(ctx, row, attempts, "the link expired before it was sent");
  }
  try {
    const to = assertPlainAddress(row.toAddress);
    const rendered = await renderMail(ctx, row);
    await transport({ ...rendered, from: await findSender(ctx), to, messageId: row.messageId });
  } catch (error) {
    const reason = reasonOf(error);
    const code = replyCode(error);
    if ((code !== null && code >= 500) || attempts >= MOST_ATTEMPTS)
      return giveUp(ctx, row, attempts, reason);
    await update({ attempts, lastError: reason });
    return { state: "again", reason };
  }
  await update({ state: "sent", attempts, sentAt: ctx.now, lastError: null, sealedToken: null });
  await writeAudit(ctx, [{ event: "mail.sent", object, detail }]);
  return { state: "done" };
}
