import "server-only";
import type { Caller } from "@/lib/command/actor-context";
import type { Command } from "@/lib/command/define-command";
import { runCommand } from "@/lib/command/run-command";
import { newId } from "@/lib/ids/id";
import type { JobTools } from "@/lib/jobs/task-list";
import type { SystemActor } from "@/lib/policy/actor";
import type { z } from "zod";

/** The worker, as who runs a command; each command is a request of its own. */
export function workerCaller(): Caller<SystemActor> {
  return {
    actor: { kind: "system", name: "worker" },
    trace: { requestId: newId(), sessionRef: null, ipPrefix: null },
  };
}

/**
 * Runs a command batch by batch, a transaction each, until it says that it is done. Throws where the worker is asked to
 * stop: the next attempt goes on where the last batch ended.
 */
export async function workOff<Schema extends z.ZodObject, Facts>(
  command: Command<Schema, Facts, { done: boolean }>,
  input: Record<string, unknown>,
  { pools, deps, signal }: JobTools,
): Promise<void> {
  for (let done = false; !done;) {
    signal.throwIfAborted();
    ({ done } = await runCommand({ pools, deps }, workerCaller(), command, input));
  }
}
