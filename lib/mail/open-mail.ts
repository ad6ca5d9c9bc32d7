import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { audited } from "@/lib/audit/events";
import type { ActorContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { rowIdField } from "@/lib/command/fields";
import { mail } from "@/lib/db/schema/mail";
import { notFound } from "@/lib/errors/app-error";
import { can } from "@/lib/policy/can";
import { isLoopbackHttp } from "@/lib/runtime/env";
import { renderMail } from "./render-mail";
import type { OutboxMail } from "./types";

type Row = typeof mail.$inferSelect;

/**
 * One mail, rendered. The secret of its link shows on a loopback origin only, where nobody else can reach the
 * app; elsewhere an administrator could take over any account by it (SECURITY.md 5.11).
 */
async function outboxMail(ctx: ActorContext, row: Row): Promise<OutboxMail> {
  const loopback = isLoopbackHttp(ctx.deps.appOrigin);
  const secret = row.tokenExpiresAt !== null;
  const alive = row.sealedToken !== null && row.tokenExpiresAt !== null && row.tokenExpiresAt > ctx.now;
  const { subject, text, link } = await renderMail(ctx, row, { maskLink: !loopback });
  return {
    id: row.id,
    kind: row.kind,
    to: row.toAddress,
    state: row.state,
    createdAt: row.createdAt,
    sentAt: row.sentAt,
    fault: row.lastError,
    allowed: { retry: row.state === "failed" && !secret && ctx.deps.smtpUrl !== null },
    subject,
    text,
    link: secret && !(loopback && alive) ? null : link,
  };
}

/** Shows a mail of the outbox to an administrator; that they read it is in the log first. Throws NOT_FOUND. */
export const openMail = defineCommand({
  name: "mail.open",
  input: z.object({ mailId: rowIdField() }),
  openTo: ["staff"],
  async load(ctx, { mailId }): Promise<Row | null> {
    const [row] = await ctx.db.select().from(mail).where(eq(mail.id, mailId));
    return row ?? null;
  },
  authorise: (actor) => can(actor, "mail.read"),
  async execute(ctx, row) {
    if (row === null) throw notFound();
    return audited(await outboxMail(ctx, row), {
      event: "mail.opened",
      object: { kind: "mail", id: row.id },
      ...(row.caseId !== null && row.clientId !== null ? { caseId: row.caseId, clientId: row.clientId } : {}),
      detail: { kind: row.kind },
    });
  },
});
