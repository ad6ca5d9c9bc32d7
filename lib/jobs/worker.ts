import "server-only";
import { wait } from "@/lib/clock/wait";
import { rolePasswords } from "@/lib/db/role-passwords";
import { runtimeConnections } from "@/lib/db/server/connections";
import { JobError } from "@/lib/jobs/job-error";
import { startWorker, type RunningWorker } from "@/lib/jobs/run-worker";
import { schedule, taskHandlers, toTaskList } from "@/lib/jobs/task-list";
import { logger, logUnexpected } from "@/lib/runtime/logger";
import { closeRuntime, runtime, type Runtime } from "@/lib/runtime/runtime";

/** The worker process: `node --conditions=react-server --import tsx lib/jobs/worker.ts`. */
async function main(): Promise<void> {
  const stopping = stopRequested();
  const opened = await runtime();
  const worker = await startWhenPossible(opened, stopping);
  if (worker) {
    logger.info({ event: "worker.started", slot: worker.slot });
    const ended = await Promise.race([worker.lost.then(() => "lost"), aborted(stopping)]);
    // Somebody else may hold the slot already, and free our jobs: not one query more.
    if (ended === "lost") process.exit(1);
    await worker.stop();
  }
  await closeRuntime();
  process.exit(0);
}

/** Aborts on a signal, and when the supervisor is gone: its end closes the channel to us. */
function stopRequested(): AbortSignal {
  const stopping = new AbortController();
  for (const event of ["SIGTERM", "SIGINT", "disconnect"]) process.once(event, () => stopping.abort());
  if (process.send && !process.connected) stopping.abort(); // it was gone before we listened
  return stopping.signal;
}

function aborted(signal: AbortSignal): Promise<"stop"> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve("stop");
    signal.addEventListener("abort", () => resolve("stop"), { once: true });
  });
}

/** A database that is away is no reason to end: the worker waits for it, and works when it is back. */
async function startWhenPossible(
  { env, pools, deps }: Runtime,
  stopping: AbortSignal,
): Promise<RunningWorker | null> {
  const connection = runtimeConnections(env, rolePasswords(deps.keyring)).app;
  const taskList = toTaskList(taskHandlers, { pools, deps });
  for (let attempt = 0; !stopping.aborted; attempt += 1) {
    try {
      return await startWorker({
        connection,
        taskList,
        schedule,
        onFailure: ({ task, jobId, attempt: number, error }) => {
          logger.warn({ event: "job.failed", task, jobId, attempt: number });
          logUnexpected(error instanceof JobError ? error.cause : error, jobId);
        },
      });
    } catch (error) {
      if (attempt === 0) logUnexpected(error, null);
      await wait(Math.min(500 * 2 ** attempt, 10_000), stopping);
    }
  }
  return null;
}

// Node would print the error whole, with the parameters that its message quotes.
process.once("uncaughtException", (error) => {
  logUnexpected(error, null);
  process.exit(1);
});

await main();
