import "server-only";
import { and, eq } from "drizzle-orm";
import { audited } from "@/lib/audit/events";
import { findAssignee, getCaseForUpdate, getFirmDay } from "@/lib/cases/queries";
import { isStaffContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { conflict, forbidden, invalid } from "@/lib/errors/app-error";
import { can } from "@/lib/policy/can";
import { writeTask } from "@/lib/tasks/commands/write-task";
import { listEscalations } from "../board/queries";
import { escalateWindowInput } from "../schemas";
import { visibleDeadlines } from "../visibility";

/**
 * Puts a window before a manager, with the reason, as a task on its date. It stands on the board until the manager has
 * acted (the task is done) or has decided against it (dropped, with a reason).
 */
export const escalateWindow = defineCommand({
  name: "deadline.escalate",
  input: escalateWindowInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "task.write", file),
  async execute(ctx, file, { managerId, reason }) {
    if (!isStaffContext(ctx)) throw forbidden("Only the firm escalates.");
    const manager = await findAssignee(ctx, managerId);
    if (manager?.role !== "manager")
      throw invalid("Choose a manager.", { managerId: "This is no active manager of the firm." });
    const deadlines = visibleDeadlines(ctx);
    const [window] = await ctx.db
      .select({ id: deadlines.id, dueOn: deadlines.dueOn })
      .from(deadlines)
      .where(and(eq(deadlines.caseId, file.id), eq(deadlines.kind, "ita"), eq(deadlines.state, "open")));
    if (!window) throw conflict("No window is open on this case any more.", {});
    if ((await listEscalations(ctx, [file.id])).size > 0)
      throw conflict("This window is escalated already. The manager has it among their tasks.", {});
    const { today } = await getFirmDay(ctx);
    const { taskId, entries } = await writeTask(ctx, file, {
      ...{ title: "Step in: the 60-day window is at risk", note: reason, assigneeId: managerId },
      ...{ dueOn: today, deadlineId: window.id, origin: "escalation" },
    });
    const [added, ...more] = entries;
    if (!added) throw new Error("a task without a key is always new");
    return audited({ taskId }, added, ...more);
  },
});
