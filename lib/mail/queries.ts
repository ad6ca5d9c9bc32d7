import "server-only";
import { and, desc, eq, lt, or } from "drizzle-orm";
import type { StaffContext } from "@/lib/command/actor-context";
import { mail } from "@/lib/db/schema/mail";
import { forbidden, notFound } from "@/lib/errors/app-error";
import { can } from "@/lib/policy/can";
import { renderMail } from "./render-mail";
import type { OutboxLine, OutboxMail } from "./types";

const PAGE_SIZE = 50;

export interface OutboxPage {
  lines: OutboxLine[];
  /** The keyset of the next page, or null. */
  next: { createdAt: Date; id: string } | null;
}

/** Throws FORBIDDEN: the outbox is the administrators'. */
function assertReader(ctx: StaffContext): void {
  const decision = can(ctx.actor, "mail.read");
  if (!decision.allowed) throw forbidden(decision.reason);
}

/** A page of the outbox, the newest first. */
export async function listOutbox(ctx: StaffContext, after: OutboxPage["next"]): Promise<OutboxPage> {
  assertReader(ctx);
  const older =
    after === null
      ? undefined
      : or(
          lt(mail.createdAt, after.createdAt),
          and(eq(mail.createdAt, after.createdAt), lt(mail.id, after.id)),
        );
  const rows = await ctx.db
    .select({
      id: mail.id,
      kind: mail.kind,
      to: mail.toAddress,
      state: mail.state,
      createdAt: mail.createdAt,
      sentAt: mail.sentAt,
      fault: mail.lastError,
    })
    .from(mail)
    .where(older)
    .orderBy(desc(mail.createdAt), desc(mail.id))
    .limit(PAGE_SIZE + 1);
  const lines = rows.slice(0, PAGE_SIZE);
  const last = lines.at(-1);
  const next = rows.length > PAGE_SIZE && last ? { createdAt: last.createdAt, id: last.id } : null;
  return { lines, next };
}

/**
 * One mail, rendered. The secret of its link shows on a loopback origin only, where nobody else can reach the
 * app; elsewhere an administrator could take over any account by it (SECURITY.md 5.11). Throws NOT_FOUND.
 */
export async function getOutboxMail(
  ctx: StaffContext,
  mailId: string,
  loopback: boolean,
): Promise<OutboxMail> {
  assertReader(ctx);
  const [row] = await ctx.db.select().from(mail).where(eq(mail.id, mailId));
  if (!row) throw notFound();
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
    subject,
    text,
    link: secret && !(loopback && alive) ? null : link,
  };
}
