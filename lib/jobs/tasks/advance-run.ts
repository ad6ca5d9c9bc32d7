import "server-only";
import { ActorContext, type Caller } from "@/lib/command/actor-context";
import { runCommand } from "@/lib/command/run-command";
import { AppError } from "@/lib/errors/app-error";
import { newId } from "@/lib/ids/id";
import type { JobTools, TaskHandler } from "@/lib/jobs/task-list";
import type { SystemActor } from "@/lib/policy/actor";
import { advanceRun } from "@/lib/rules/commands/advance-run";
import { startDailyRun } from "@/lib/rules/commands/start-daily-run";
import { isDayScored } from "@/lib/rules/queries";

function worker(): Caller<SystemActor> {
  return {
    actor: { kind: "system", name: "worker" },
    trace: { requestId: newId(), sessionRef: null, ipPrefix: null },
  };
}

/** A draft that was thrown away took its comparison along: there is nothing left to do. */
async function unlessGone(work: Promise<{ done: boolean }>): Promise<{ done: boolean }> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") return { done: true };
    throw error;
  }
}

async function workOff(runId: string, { pools, deps, signal }: JobTools): Promise<void> {
  for (let done = false; !done;) {
    signal.throwIfAborted();
    ({ done } = await unlessGone(runCommand({ pools, deps }, worker(), advanceRun, { runId })));
  }
}

/** Scores open files anew, batch by batch; cut off, it goes on where it was. Without a run, the one of the day. */
export const rescoreCases: TaskHandler<"rescore-cases"> = async ({ runId }, tools) => {
  if (runId !== undefined) return workOff(runId, tools);
  const { pools, deps } = tools;
  if (await ActorContext.open(pools, deps, worker(), "read", isDayScored)) return;
  // It brings a job of its own, which works the run off.
  await runCommand({ pools, deps }, worker(), startDailyRun, {});
};

/** Works out who gains and who loses under a draft. */
export const compareRules: TaskHandler<"compare-rules"> = ({ runId }, tools) => workOff(runId, tools);
