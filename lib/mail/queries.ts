import "server-only";
import { and, desc, eq, lt, or } from "drizzle-orm";
import type { StaffContext } from "@/lib/command/actor-context";
import { mail } from "@/lib/db/schema/mail";
import { forbidden } from "@/lib/errors/app-error";
import { can } from "@/lib/policy/can";
import type { OutboxLine } from "./types";

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
