import "server-only";
import { and, eq } from "drizzle-orm";
import { audited } from "@/lib/audit/events";
import type { ActorContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { task } from "@/lib/db/schema/tasks";
import { conflict } from "@/lib/errors/app-error";
import { can } from "@/lib/policy/can";
import { reopenTaskInput } from "../schemas";
import { changeTask, loadTask, requireLiveCase, requireState, taskEntry } from "./load-task";

/** Takes away the next of the series that its being done has made; CONFLICT where somebody has touched that since. */
async function removeNext(ctx: ActorContext, taskId: string): Promise<void> {
  const [next] = await ctx.db.select().from(task).where(eq(task.previousId, taskId));
  if (!next) return;
  const untouched = and(eq(task.id, next.id), eq(task.version, 1), eq(task.state, "open"));
  const removed = await ctx.db.delete(task).where(untouched);
  if (removed.rowCount !== 1)
    throw conflict("The next of this series has been worked on already. Change that one instead.");
}

/** Opens a task again that was done or dropped: the way back from a slip, and from a change of mind. */
export const reopenTask = defineCommand({
  name: "task.reopen",
  input: reopenTaskInput,
  openTo: ["staff"],
  load: loadTask,
  authorise: (actor, { file }) => can(actor, "task.write", file),
  async execute(ctx, { found, file }, { taskId, version }) {
    requireLiveCase(file);
    requireState(found, "settled");
    await removeNext(ctx, taskId);
    const open = { state: "open", settledAt: null, settledBy: null, settledReason: null } as const;
    await changeTask(ctx, { found, version }, open);
    return audited({ taskId, version: version + 1 }, taskEntry(found, "task.reopened"));
  },
});
