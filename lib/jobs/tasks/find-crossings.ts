import "server-only";
import { runCommand } from "@/lib/command/run-command";
import type { TaskHandler } from "@/lib/jobs/task-list";
import { workerCaller } from "@/lib/jobs/work-off";
import { findCrossings as command } from "@/lib/profiles/commands/find-crossings";

/**
 * Measures the pool against the recent rounds, batch by batch. Cut off, the next attempt begins anew: each profile is
 * judged by itself, and the same twice.
 */
export const findCrossings: TaskHandler<"find-crossings"> = async (_payload, { pools, deps, signal }) => {
  let after: string | null = null;
  do {
    signal.throwIfAborted();
    const { last }: { last: string | null } = await runCommand({ pools, deps }, workerCaller(), command, {
      after,
    });
    after = last;
  } while (after !== null);
};
