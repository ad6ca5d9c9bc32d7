import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { AuditEntry } from "@/lib/audit/events";
import type { ActorContext } from "@/lib/command/actor-context";
import { task } from "@/lib/db/schema/tasks";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import type { TaskState } from "../types";
import { settled, taskEntry } from "./load-task";

/** The open task that this key once wrote; what a person settled meanwhile stays settled. */
const openTaskOf = (originKey: string) => and(eq(task.originKey, originKey), eq(task.state, "open"));

const WRITTEN = { id: task.id, title: task.title, caseId: task.caseId, clientId: task.clientId };

/** Settles the open task that this key wrote, in the caller's transaction: what made it has come to its end. */
export async function settleOrigin(
  ctx: ActorContext,
  originKey: string,
  state: Exclude<TaskState, "open">,
  reason: string,
): Promise<AuditEntry[]> {
  const closed = await ctx.db
    .update(task)
    .set({ ...settled(ctx, state, reason), updatedAt: ctx.now, version: sql`${task.version} + 1` })
    .where(openTaskOf(originKey))
    .returning(WRITTEN);
  return closed.map((one) => taskEntry(one, state === "done" ? "task.done" : "task.dropped", { reason }));
}

/** Moves the open task that this key wrote to another day, in the caller's transaction. */
export async function redateOrigin(
  ctx: ActorContext,
  originKey: string,
  dueOn: IsoDate,
): Promise<AuditEntry[]> {
  const moved = await ctx.db
    .update(task)
    .set({ dueOn, updatedAt: ctx.now, version: sql`${task.version} + 1` })
    .where(openTaskOf(originKey))
    .returning(WRITTEN);
  return moved.map((one) => taskEntry(one, "task.changed", { dueOn }));
}
