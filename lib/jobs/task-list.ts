import "server-only";
import type { CronItem, TaskList } from "graphile-worker";
import type { DatabasePools } from "@/lib/db/client";
import type { TaskName, TaskPayloads } from "@/lib/jobs/enqueue";
import { sendMail } from "@/lib/jobs/tasks/send-mail";
import { sweepUploads } from "@/lib/jobs/tasks/sweep-uploads";
import { compareRules, rescoreCases } from "@/lib/jobs/tasks/advance-run";
import { replayRound } from "@/lib/jobs/tasks/replay-round";
import { buildPackage } from "@/lib/jobs/tasks/build-package";
import { advisePool } from "@/lib/jobs/tasks/advise-pool";
import { deriveClocks } from "@/lib/jobs/tasks/derive-clocks";
import { findCrossings } from "@/lib/jobs/tasks/find-crossings";
import { reconcile } from "@/lib/jobs/tasks/reconcile";
import { remind } from "@/lib/jobs/tasks/remind";
import { expireWindows } from "@/lib/jobs/tasks/expire-windows";
import { JobError } from "@/lib/jobs/job-error";
import type { Deps } from "@/lib/runtime/deps";

/** What a handler works with. It opens its own `ActorContext` as a named system actor. */
export interface JobTools {
  readonly pools: DatabasePools;
  readonly deps: Deps;
  /** Aborts a few seconds after the worker was asked to stop: a long job should end by throwing. */
  readonly signal: AbortSignal;
}

/**
 * Does one job. It may run twice, also at the same time as itself: it first locks its domain row (FOR UPDATE) and
 * does nothing if the work is done or void (SECURITY.md 3.3.3). A throw means another attempt later.
 */
export type TaskHandler<Name extends TaskName> = (
  payload: TaskPayloads[Name],
  tools: JobTools,
) => Promise<void>;

export type TaskHandlers = { readonly [Name in TaskName]?: TaskHandler<Name> };

/** Every task of the product, by its name in the queue. A module adds its handler from `lib/<module>/jobs.ts`. */
export const taskHandlers: TaskHandlers = {
  "send-mail": sendMail,
  "expire-windows": expireWindows,
  "sweep-uploads": sweepUploads,
  "rescore-cases": rescoreCases,
  "compare-rules": compareRules,
  "replay-round": replayRound,
  "build-package": buildPackage,
  "advise-pool": advisePool,
  "find-crossings": findCrossings,
  "derive-clocks": deriveClocks,
  remind,
  reconcile,
};

/** What runs by the clock (UTC), one job a tick for all workers together. */
export const schedule: readonly CronItem[] = [
  // Five past each hour: every zone's midnight has just been or is an hour off at most.
  {
    task: "expire-windows",
    match: "5 * * * *",
    options: { backfillPeriod: 0 },
    identifier: "expire-windows",
  },
  // Every hour, so that it is done soon after midnight in any zone; once a day it does anything.
  {
    task: "rescore-cases",
    match: "15 * * * *",
    options: { backfillPeriod: 0 },
    identifier: "rescore-cases",
  },
  // Facts write their clocks themselves; this mends what a change of the rules or of the software left behind.
  { task: "derive-clocks", match: "10 8 * * *", options: { backfillPeriod: 0 }, identifier: "derive-clocks" },
  { task: "reconcile", match: "*/5 * * * *", options: { backfillPeriod: 0 }, identifier: "reconcile" },
  { task: "sweep-uploads", match: "35 3 * * *", options: { backfillPeriod: 0 }, identifier: "sweep-uploads" },
];

/** The handlers as graphile-worker wants them. */
export function toTaskList(handlers: TaskHandlers, tools: Omit<JobTools, "signal">): TaskList {
  const entries = Object.entries(handlers) as [TaskName, TaskHandler<TaskName>][];
  return Object.fromEntries(
    entries.map(([name, handle]) => [
      name,
      async (payload: unknown, { abortSignal }) => {
        try {
          await handle(payload as TaskPayloads[TaskName], { ...tools, signal: abortSignal });
        } catch (error) {
          throw new JobError(error);
        }
      },
    ]),
  ) satisfies TaskList;
}
