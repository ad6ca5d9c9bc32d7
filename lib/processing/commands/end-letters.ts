import "server-only";
import { and, eq, isNotNull, sql } from "drizzle-orm";
import type { AuditEntry } from "@/lib/audit/events";
import type { LockedCase } from "@/lib/cases/types";
import type { ActorContext } from "@/lib/command/actor-context";
import { application, irccLetter } from "@/lib/db/schema/processing";
import { closeDeadline } from "@/lib/deadlines/commands/set-deadline";
import type { DeadlineState } from "@/lib/deadlines/types";
import { dropLetterTask } from "./letter-task";
import { NOT_HELD } from "./record-step";

/** Nobody has to answer IRCC any more: the letters of a case that wait are void, with their clocks and tasks. */
export async function voidLetters(ctx: ActorContext, file: LockedCase): Promise<AuditEntry[]> {
  const ended = await ctx.db
    .update(irccLetter)
    .set({ state: "void", version: sql`${irccLetter.version} + 1` })
    .where(and(eq(irccLetter.caseId, file.id), eq(irccLetter.state, "open")))
    .returning({ id: irccLetter.id, kind: irccLetter.kind });
  const entries: AuditEntry[] = [];
  for (const { id, kind } of ended) {
    await closeDeadline(ctx, file, { kind, sourceId: id }, "void");
    entries.push(...(await dropLetterTask(ctx, id)));
  }
  return entries;
}

/** A case that ends leaves nothing on hold; that it was stays in the history. */
export async function endHold(ctx: ActorContext, file: LockedCase): Promise<void> {
  await ctx.db
    .update(application)
    .set({ ...NOT_HELD, updatedAt: ctx.now, version: sql`${application.version} + 1` })
    .where(and(eq(application.caseId, file.id), isNotNull(application.heldOn)));
}

/** The application is decided, or came back: letters that wait need no answer, and the six months are over. */
export async function endLetters(
  ctx: ActorContext,
  file: LockedCase,
  applicationId: string,
  standard: Exclude<DeadlineState, "open">,
): Promise<AuditEntry[]> {
  const entries = await voidLetters(ctx, file);
  await closeDeadline(ctx, file, { kind: "decision", sourceId: applicationId }, standard);
  return entries;
}
