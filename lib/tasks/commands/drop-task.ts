import "server-only";
import { audited } from "@/lib/audit/events";
import { defineCommand } from "@/lib/command/define-command";
import { can } from "@/lib/policy/can";
import { dropTaskInput } from "../schemas";
import { changeTask, loadTask, requireState, settled, taskEntry } from "./load-task";

/** Leaves a task undone, with the reason, which stays at it. One that repeats ends with it. */
export const dropTask = defineCommand({
  name: "task.drop",
  input: dropTaskInput,
  openTo: ["staff"],
  load: loadTask,
  authorise: (actor, { file }) => can(actor, "task.write", file),
  async execute(ctx, { found }, { taskId, version, reason }) {
    requireState(found, "open");
    await changeTask(ctx, { found, version }, settled(ctx, "dropped", reason));
    return audited({ taskId, version: version + 1 }, taskEntry(found, "task.dropped"));
  },
});
