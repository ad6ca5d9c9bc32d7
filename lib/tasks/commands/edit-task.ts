import "server-only";
import { audited } from "@/lib/audit/events";
import { defineCommand } from "@/lib/command/define-command";
import { can } from "@/lib/policy/can";
import { editTaskInput } from "../schemas";
import { changeTask, loadTask, requireSeries, requireState, taskEntry } from "./load-task";

/** Changes what an open task says, when it is due and how it repeats. */
export const editTask = defineCommand({
  name: "task.edit",
  input: editTaskInput,
  openTo: ["staff"],
  load: loadTask,
  authorise: (actor, { file }) => can(actor, "task.write", file),
  async execute(ctx, { found }, { taskId, version, ...words }) {
    requireState(found, "open");
    requireSeries(words);
    const sameSeries = words.repeat === found.repeat && words.dueOn === found.dueOn;
    const repeatFrom = words.repeat === "none" ? null : sameSeries ? found.repeatFrom : words.dueOn;
    await changeTask(ctx, { found, version }, { ...words, repeatFrom });
    return audited(
      { taskId, version: version + 1 },
      taskEntry({ ...found, title: words.title }, "task.changed", {
        dueOn: words.dueOn,
        repeat: words.repeat,
      }),
    );
  },
});
