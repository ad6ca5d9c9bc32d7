import "server-only";
import { runCommand } from "@/lib/command/run-command";
import type { TaskHandler } from "@/lib/jobs/task-list";
import { workerCaller } from "@/lib/jobs/work-off";
import { sendReminders } from "@/lib/reminders/commands/send-reminders";

/** Tells what is due of one clock. */
export const remind: TaskHandler<"remind"> = async ({ deadlineId }, { pools, deps }) => {
  await runCommand({ pools, deps }, workerCaller(), sendReminders, { deadlineId });
};
