import "server-only";
import { audited } from "@/lib/audit/events";
import { getCaseForUpdate } from "@/lib/cases/queries";
import { defineCommand } from "@/lib/command/define-command";
import { can } from "@/lib/policy/can";
import { requirePlace } from "../queries";
import { addTaskInput } from "../schemas";
import { requireAssigneeOf } from "./assign-task";
import { requireLiveCase, requireSeries } from "./load-task";
import { writeTask } from "./write-task";

/** Adds a task to a case, to one of its items or to one of its clocks. */
export const addTask = defineCommand({
  name: "task.add",
  input: addTaskInput,
  openTo: ["staff"],
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "task.write", file),
  async execute(ctx, file, { caseId: _caseId, ...input }) {
    requireLiveCase(file);
    requireSeries(input);
    await requirePlace(ctx, file.id, input);
    if (input.assigneeId !== null) await requireAssigneeOf(ctx, file, input.assigneeId);
    const { taskId, entries } = await writeTask(ctx, file, { ...input, origin: "person" });
    const [added, ...more] = entries;
    if (!added) throw new Error("a task without a key is always new");
    return audited({ taskId, version: 1 }, added, ...more);
  },
});
