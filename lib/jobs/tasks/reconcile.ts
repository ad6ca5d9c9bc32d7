import "server-only";
import { runCommand } from "@/lib/command/run-command";
import type { TaskHandler } from "@/lib/jobs/task-list";
import { workerCaller, workOff } from "@/lib/jobs/work-off";
import { mendLadders } from "@/lib/reminders/commands/mend-ladders";
import { repeatEscalations } from "@/lib/reminders/commands/repeat-escalations";
import { requeueDue } from "@/lib/reminders/commands/requeue-due";

/**
 * Every five minutes: what the rows say is to be done has a job again, whatever became of the queue (SECURITY.md 6.2).
 * Clocks without reminders get theirs, and escalations whose morning has come are told.
 */
export const reconcile: TaskHandler<"reconcile"> = async (_payload, tools) => {
  await workOff(mendLadders, {}, tools);
  await workOff(repeatEscalations, {}, tools);
  await runCommand(tools, workerCaller(), requeueDue, {});
};
