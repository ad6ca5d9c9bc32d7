import "server-only";
import type { Caller } from "@/lib/command/actor-context";
import { runCommand } from "@/lib/command/run-command";
import { newId } from "@/lib/ids/id";
import type { TaskHandler } from "@/lib/jobs/task-list";
import type { SystemActor } from "@/lib/policy/actor";
import { adviseStandings } from "@/lib/profiles/commands/advise-standings";

function worker(): Caller<SystemActor> {
  return {
    actor: { kind: "system", name: "worker" },
    trace: { requestId: newId(), sessionRef: null, ipPrefix: null },
  };
}

/** Works out what would help those who are about to fall below a recent cut-off, until there is nobody left. */
export const advisePool: TaskHandler<"advise-pool"> = async (_payload, { pools, deps, signal }) => {
  for (let done = false; !done;) {
    signal.throwIfAborted();
    ({ done } = await runCommand({ pools, deps }, worker(), adviseStandings, {}));
  }
};
