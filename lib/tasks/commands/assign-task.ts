import "server-only";
import { audited } from "@/lib/audit/events";
import { findAssignee, getColleagueName } from "@/lib/cases/queries";
import type { Colleague, LockedCase } from "@/lib/cases/types";
import { isStaffContext, type ActorContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { forbidden, invalid } from "@/lib/errors/app-error";
import { can } from "@/lib/policy/can";
import { mayHaveTasks } from "../queries";
import { assignTaskInput } from "../schemas";
import { changeTask, loadTask, requireState, taskEntry } from "./load-task";

/** The colleague a task of this case can go to; INVALID for anybody who could not open the case. */
export async function requireAssigneeOf(
  ctx: ActorContext,
  file: LockedCase,
  assigneeId: string,
): Promise<Colleague> {
  if (!isStaffContext(ctx)) throw forbidden("Only the firm's staff have tasks.");
  const colleague = await findAssignee(ctx, assigneeId);
  if (colleague && mayHaveTasks(colleague, file)) return colleague;
  throw invalid("Choose somebody else.", {
    assigneeId: "A task goes to somebody who can open the case: its owner or a manager.",
  });
}

/** Gives an open task to somebody else. */
export const assignTask = defineCommand({
  name: "task.assign",
  input: assignTaskInput,
  openTo: ["staff"],
  load: loadTask,
  authorise: (actor, { file }) => can(actor, "task.write", file),
  async execute(ctx, { found, file }, { taskId, version, assigneeId }) {
    if (!isStaffContext(ctx)) throw forbidden("Only the firm's staff have tasks.");
    requireState(found, "open");
    const to = await requireAssigneeOf(ctx, file, assigneeId);
    if (found.assigneeId === to.id)
      throw invalid("Choose somebody else.", { assigneeId: `${to.name} has this task already.` });
    const from = await getColleagueName(ctx, found.assigneeId);
    await changeTask(ctx, { found, version }, { assigneeId: to.id });
    return audited(
      { taskId, version: version + 1, from: found.assigneeId, to: to.name },
      taskEntry(found, "task.assigned", { from, to: to.name }),
    );
  },
});
