import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { LockedCase } from "@/lib/cases/types";
import type { StaffContext } from "@/lib/command/actor-context";
import { irccLetter } from "@/lib/db/schema/processing";
import { closeDeadline } from "@/lib/deadlines/commands/set-deadline";
import type { DeadlineState } from "@/lib/deadlines/types";

/** The application is decided, or came back: letters that wait need no answer, and the six months are over. */
export async function endLetters(
  ctx: StaffContext,
  file: LockedCase,
  applicationId: string,
  standard: Exclude<DeadlineState, "open">,
): Promise<void> {
  const ended = await ctx.db
    .update(irccLetter)
    .set({ state: "void", version: sql`${irccLetter.version} + 1` })
    .where(and(eq(irccLetter.applicationId, applicationId), eq(irccLetter.state, "open")))
    .returning({ id: irccLetter.id, kind: irccLetter.kind });
  for (const { id, kind } of ended) await closeDeadline(ctx, file, { kind, sourceId: id }, "void");
  await closeDeadline(ctx, file, { kind: "decision", sourceId: applicationId }, standard);
}
