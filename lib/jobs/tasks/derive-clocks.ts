import "server-only";
import { runCommand } from "@/lib/command/run-command";
import { deriveClocks as deriveNext } from "@/lib/deadlines/commands/derive-clocks";
import type { TaskHandler } from "@/lib/jobs/task-list";
import { workerCaller } from "@/lib/jobs/work-off";

/** Derives every clock of the facts anew. Cut off, it begins again: what is right already costs a look. */
export const deriveClocks: TaskHandler<"derive-clocks"> = async (_payload, { pools, deps, signal }) => {
  let after: string | null = null;
  do {
    signal.throwIfAborted();
    const done: { last: string | null } = await runCommand({ pools, deps }, workerCaller(), deriveNext, {
      after,
    });
    after = done.last;
  } while (after !== null);
};
