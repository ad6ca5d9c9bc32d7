import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { AuditEntry, AuditEventName } from "@/lib/audit/events";
import { getCaseForUpdate } from "@/lib/cases/queries";
import { hasEnded } from "@/lib/cases/rules";
import type { LockedCase } from "@/lib/cases/types";
import type { ActorContext } from "@/lib/command/actor-context";
import { task } from "@/lib/db/schema/tasks";
import { conflict, invalid } from "@/lib/errors/app-error";
import { getTask } from "../queries";
import { canLeave } from "../rules";
import type { TaskRow, TaskState } from "../types";

interface LoadedTask {
  found: TaskRow;
  file: LockedCase;
}

/** A task with its case, which is locked: whatever happens to tasks of one case happens one after the other. */
export async function loadTask(ctx: ActorContext, { taskId }: { taskId: string }): Promise<LoadedTask> {
  const { caseId } = await getTask(ctx, taskId);
  const file = await getCaseForUpdate(ctx, caseId);
  return { found: await getTask(ctx, taskId), file };
}

/** CONFLICT unless it is still as the screen showed it: open, or settled. */
export function requireState(found: TaskRow, wanted: "open" | "settled"): void {
  const step = canLeave(found.state, wanted);
  if (!step.allowed) throw conflict(step.reason, { state: found.state });
}

/** Writes a change of the version that was seen; CONFLICT where somebody was quicker. */
export async function changeTask(
  ctx: ActorContext,
  { found, version }: { found: TaskRow; version: number },
  change: Partial<typeof task.$inferInsert>,
): Promise<void> {
  const changed = await ctx.db
    .update(task)
    .set({ ...change, updatedAt: ctx.now, version: sql`${task.version} + 1` })
    .where(and(eq(task.id, found.id), eq(task.version, version)));
  if (changed.rowCount === 1) return;
  throw conflict("Somebody changed this task since you opened it. Reload the page and try again.", {
    title: found.title,
    dueOn: found.dueOn,
  });
}

/** What an open task becomes when it is settled. */
export function settled(ctx: ActorContext, state: Exclude<TaskState, "open">, reason: string | null) {
  const settledBy = ctx.actor.kind === "staff" ? ctx.actor.userId : null;
  return { state, settledAt: ctx.now, settledBy, settledReason: reason };
}

/** CONFLICT at a case that has ended: only its closing duties are left. */
export function requireLiveCase(file: LockedCase): void {
  if (hasEnded(file.stage)) throw conflict("This case is at its end: no more tasks are added to it.");
}

/** INVALID unless a repetition has a date to start from, and an end that is not before it. */
export function requireSeries(series: {
  dueOn: string | null;
  repeat: string;
  repeatUntil: string | null;
}): void {
  const { dueOn, repeat, repeatUntil } = series;
  if (repeat === "none" && repeatUntil !== null)
    throw invalid("Choose how often.", {
      repeat: "Choose how often it repeats, or leave the last day empty.",
    });
  if (repeat !== "none" && dueOn === null)
    throw invalid("When is it due first?", { dueOn: "A task that repeats needs the day it is due first." });
  if (repeatUntil !== null && dueOn !== null && repeatUntil < dueOn)
    throw invalid("The last day is too early.", { repeatUntil: "It cannot end before it is due first." });
}

export function taskEntry(
  found: Pick<TaskRow, "id" | "title" | "caseId" | "clientId">,
  event: Extract<AuditEventName, `task.${string}`>,
  detail: AuditEntry["detail"] = {},
): AuditEntry {
  return {
    event,
    object: { kind: "task", id: found.id },
    caseId: found.caseId,
    clientId: found.clientId,
    detail: { title: found.title, ...detail },
  };
}
