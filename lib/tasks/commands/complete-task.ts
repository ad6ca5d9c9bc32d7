import "server-only";
import { audited } from "@/lib/audit/events";
import { getFirmDay } from "@/lib/cases/queries";
import { hasEnded } from "@/lib/cases/rules";
import type { LockedCase } from "@/lib/cases/types";
import type { ActorContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { task } from "@/lib/db/schema/tasks";
import { newId } from "@/lib/ids/id";
import { can } from "@/lib/policy/can";
import { nextDueOn } from "../rules";
import { completeTaskInput } from "../schemas";
import type { TaskRow } from "../types";
import { changeTask, loadTask, requireState, settled, taskEntry } from "./load-task";

/** The next of its series, once: of a case that goes on, up to the last day of the series. Returns its date. */
async function writeNext(ctx: ActorContext, file: LockedCase, found: TaskRow): Promise<string | null> {
  const { today } = await getFirmDay(ctx);
  const dueOn = hasEnded(file.stage) ? null : nextDueOn(found, today);
  if (dueOn === null) return null;
  const { caseId, clientId, requirementId, deadlineId, title, note, assigneeId } = found;
  const { repeat, repeatFrom, repeatUntil } = found;
  await ctx.db
    .insert(task)
    .values({
      ...{ id: newId(), caseId, clientId, requirementId, deadlineId, title, note, assigneeId, dueOn },
      ...{ repeat, repeatFrom, repeatUntil, previousId: found.id, origin: "repeat" },
      createdBy: ctx.actor.kind === "staff" ? ctx.actor.userId : null,
      ...{ createdAt: ctx.now, updatedAt: ctx.now },
    })
    .onConflictDoNothing({ target: task.previousId });
  return dueOn;
}

/** Says that a task is done. One that repeats makes its next. */
export const completeTask = defineCommand({
  name: "task.complete",
  input: completeTaskInput,
  openTo: ["staff"],
  load: loadTask,
  authorise: (actor, { file }) => can(actor, "task.write", file),
  async execute(ctx, { found, file }, { taskId, version }) {
    requireState(found, "open");
    await changeTask(ctx, { found, version }, settled(ctx, "done", null));
    const next = await writeNext(ctx, file, found);
    return audited({ taskId, version: version + 1, next }, taskEntry(found, "task.done", { next }));
  },
});
