import "server-only";
import type { Caller } from "@/lib/command/actor-context";
import { runCommand } from "@/lib/command/run-command";
import { advanceReplay } from "@/lib/draws/commands/advance-replay";
import { newId } from "@/lib/ids/id";
import type { TaskHandler } from "@/lib/jobs/task-list";
import type { SystemActor } from "@/lib/policy/actor";

function worker(): Caller<SystemActor> {
  return {
    actor: { kind: "system", name: "worker" },
    trace: { requestId: newId(), sessionRef: null, ipPrefix: null },
  };
}

/** Puts a round to every client, batch by batch; cut off, it goes on where it was. */
export const replayRound: TaskHandler<"replay-round"> = async ({ replayId }, { pools, deps, signal }) => {
  for (let done = false; !done;) {
    signal.throwIfAborted();
    ({ done } = await runCommand({ pools, deps }, worker(), advanceReplay, { replayId }));
  }
};
