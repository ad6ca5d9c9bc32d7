import "server-only";
import { eq } from "drizzle-orm";
import type { AuditEntry } from "@/lib/audit/events";
import type { LockedCase } from "@/lib/cases/types";
import type { ActorContext } from "@/lib/command/actor-context";
import { task } from "@/lib/db/schema/tasks";
import { newId } from "@/lib/ids/id";
import type { NewTask } from "../types";

/** The id of the task, and what to hand to `audited`: nothing where it was there already. */
export interface WrittenTask {
  taskId: string;
  entries: AuditEntry[];
}

/**
 * Writes a task in the caller's transaction, for commands and background work of every module; the caller has decided
 * that it may. With an `originKey` it is written once, however often it comes. The database refuses an item or a clock
 * of another case.
 */
export async function writeTask(
  ctx: ActorContext,
  file: Pick<LockedCase, "id" | "clientId" | "ownerId">,
  toWrite: NewTask,
): Promise<WrittenTask> {
  const { title, origin, note = null, dueOn = null, requirementId = null, deadlineId = null } = toWrite;
  const { repeat = "none", repeatUntil = null, originKey = null } = toWrite;
  const id = newId<"Task">();
  const written = await ctx.db
    .insert(task)
    .values({
      ...{ id, caseId: file.id, clientId: file.clientId, requirementId, deadlineId, title, note },
      ...{ assigneeId: toWrite.assigneeId ?? file.ownerId, dueOn, repeat, repeatUntil, origin, originKey },
      repeatFrom: repeat === "none" ? null : dueOn,
      createdBy: ctx.actor.kind === "staff" ? ctx.actor.userId : null,
      ...{ createdAt: ctx.now, updatedAt: ctx.now },
    })
    .onConflictDoNothing()
    .returning({ id: task.id });
  if (written.length === 0 && originKey !== null) {
    const [there] = await ctx.db.select({ id: task.id }).from(task).where(eq(task.originKey, originKey));
    if (there) return { taskId: there.id, entries: [] };
  }
  return {
    taskId: id,
    entries: [
      {
        event: "task.added",
        object: { kind: "task", id },
        caseId: file.id,
        clientId: file.clientId,
        detail: { title, dueOn, origin },
      },
    ],
  };
}
