import "server-only";
import { workerCaller, workOff } from "@/lib/jobs/work-off";
import { ActorContext } from "@/lib/command/actor-context";
import { runCommand } from "@/lib/command/run-command";
import { AppError } from "@/lib/errors/app-error";
import type { JobTools, TaskHandler } from "@/lib/jobs/task-list";
import { advanceRun } from "@/lib/rules/commands/advance-run";
import { startDailyRun } from "@/lib/rules/commands/start-daily-run";
import { isDayScored } from "@/lib/rules/queries";

/** A draft that was thrown away took its comparison along: there is nothing left to do. */
async function workOffRun(runId: string, tools: JobTools): Promise<void> {
  try {
    await workOff(advanceRun, { runId }, tools);
  } catch (error) {
    if (!(error instanceof AppError && error.code === "NOT_FOUND")) throw error;
  }
}

/** Scores open files anew, batch by batch; cut off, it goes on where it was. Without a run, the one of the day. */
export const rescoreCases: TaskHandler<"rescore-cases"> = async ({ runId }, tools) => {
  if (runId !== undefined) return workOffRun(runId, tools);
  const { pools, deps } = tools;
  if (await ActorContext.open(pools, deps, workerCaller(), "read", isDayScored)) return;
  // It brings a job of its own, which works the run off.
  await runCommand({ pools, deps }, workerCaller(), startDailyRun, {});
};

/** Works out who gains and who loses under a draft. */
export const compareRules: TaskHandler<"compare-rules"> = ({ runId }, tools) => workOffRun(runId, tools);
