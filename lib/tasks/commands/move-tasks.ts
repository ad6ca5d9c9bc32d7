import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { ActorContext } from "@/lib/command/actor-context";
import { task } from "@/lib/db/schema/tasks";

/**
 * The open tasks of a case go with it: those of its old owner become its new owner's, those of others stay theirs. In
 * the caller's transaction, which holds the case and logs its reassignment. Returns how many moved.
 */
export async function moveTasks(
  ctx: ActorContext,
  caseId: string,
  from: string,
  to: string,
): Promise<number> {
  const moved = await ctx.db
    .update(task)
    .set({ assigneeId: to, updatedAt: ctx.now, version: sql`${task.version} + 1` })
    .where(and(eq(task.caseId, caseId), eq(task.assigneeId, from), eq(task.state, "open")));
  return moved.rowCount ?? 0;
}
