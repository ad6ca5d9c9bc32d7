import "server-only";
import { EventEmitter } from "node:events";
import {
  parseCronItems,
  run,
  type CronItem,
  type Runner,
  type TaskList,
  type WorkerEvents,
} from "graphile-worker";
import type { Pool } from "pg";
import { wait } from "@/lib/clock/wait";
import type { Connection } from "@/lib/db/server/connections";
import { quietLogger } from "@/lib/jobs/logger";
import { queuePool } from "@/lib/jobs/queue-pool";
import { takeWorkerSlot, type WorkerIds, type WorkerSlot } from "@/lib/jobs/worker-slot";

/**
 * Jobs at once of a worker process. Of mails one at a time: a kill between the mail server's "250" and our commit sends
 * one mail again, not four (S-73).
 */
const JOBS_AT_ONCE = { work: 3, mail: 1 };
/** Each of the two queues listens on a connection of its own; one is left for the heartbeat. */
const MOST_CONNECTIONS = JOBS_AT_ONCE.work + JOBS_AT_ONCE.mail + 3;
/** The health check calls a worker silent after 120 s. */
const heartbeatMilliseconds = 15_000;
const drainMilliseconds = 5_000;

type WorkerOptions = {
  /** As `landfall_app`. */
  connection: Connection;
  taskList: TaskList;
  schedule: readonly CronItem[];
  /** Told about each failed attempt; the error may quote anything, so it is for a careful log only. */
  onFailure: (failure: JobFailure) => void;
};

export type JobFailure = { task: string; jobId: string; attempt: number; error: unknown };

export type RunningWorker = {
  slot: number;
  /** Resolves when the worker has lost its slot or its runner, and must end without another query. */
  lost: Promise<void>;
  /** Lets running jobs end, waits until their rows are gone, and closes every connection. */
  stop(): Promise<void>;
};

/** Starts to work on the queue. Rejects when the database cannot be reached; the caller tries again. */
export async function startWorker(options: WorkerOptions): Promise<RunningWorker> {
  const slot = await takeWorkerSlot(options.connection);
  const pool = queuePool(options.connection, MOST_CONNECTIONS, "landfall worker");
  const runners: Runner[] = [];
  try {
    await requireQueueAccess(pool);
    const { "send-mail": sendMail, ...work } = options.taskList;
    runners.push(await startQueue(pool, slot, "work", { ...options, taskList: work }));
    if (sendMail) {
      const taskList = { "send-mail": sendMail };
      runners.push(await startQueue(pool, slot, "mail", { ...options, taskList, schedule: [] }));
    }
    const beat = startHeartbeat(pool, slot.slot);
    return {
      slot: slot.slot,
      lost: Promise.race([slot.lost, ...runners.map(ended)]),
      stop: async () => {
        clearInterval(beat);
        await Promise.all(runners.map((runner) => runner.stop()));
        await drain(pool);
        await pool.end();
        await slot.release();
      },
    };
  } catch (error) {
    await Promise.allSettled(runners.map((runner) => runner.stop()));
    await Promise.allSettled([pool.end(), slot.release()]);
    throw error;
  }
}

/** One of the two queues of this process, with the tasks that are its own: it takes no other job. */
function startQueue(
  pool: Pool,
  slot: WorkerSlot,
  queue: keyof WorkerIds,
  { taskList, schedule, onFailure }: WorkerOptions,
): Promise<Runner> {
  return run({
    pgPool: pool,
    events: workerEvents(slot.ids[queue], onFailure),
    concurrency: JOBS_AT_ONCE[queue],
    taskList,
    parsedCronItems: parseCronItems([...schedule]),
    noHandleSignals: true,
    logger: quietLogger, // its messages quote errors, and those quote names and addresses
  });
}

/** Resolves when a runner has ended, however it did. */
function ended({ promise }: Runner): Promise<void> {
  return promise.then(
    () => undefined,
    () => undefined,
  );
}

/**
 * The library names its locks by a random id of the pool, new at each start; ours is the slot's, so that the
 * next holder of the slot can free what a killed one had locked (SECURITY.md 3.3.1).
 */
function workerEvents(id: string, onFailure: WorkerOptions["onFailure"]): WorkerEvents {
  const events = new EventEmitter() as WorkerEvents;
  events.on("job:error", ({ job, error }) => {
    onFailure({ task: job.task_identifier, jobId: job.id, attempt: job.attempts, error });
  });
  events.on("pool:create", ({ workerPool }) => {
    workerPool.id = id;
  });
  return events;
}

/** With row-level security and no policy a worker sees no job and says nothing: add one, see it, take it back. */
async function requireQueueAccess(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    await client.query("select enqueue('boot-check', '{}', now() + interval '1 day')");
    const { rowCount } = await client.query(
      "select from graphile_worker.jobs where task_identifier = 'boot-check'",
    );
    await client.query("rollback");
    if (rowCount === 0) {
      throw new Error("landfall_app cannot see the queue: migrate with the owner's login first");
    }
  } finally {
    client.release();
  }
}

function startHeartbeat(pool: Pool, slot: number): NodeJS.Timeout {
  const beat = () => {
    pool
      .query(
        `insert into worker_heartbeat (slot, seen_at) values ($1, now())
         on conflict (slot) do update set seen_at = excluded.seen_at`,
        [slot],
      )
      .catch(() => undefined); // the database is away; the health check notices the silence
  };
  beat();
  return setInterval(beat, heartbeatMilliseconds);
}

/** `runner.stop()` resolves before the row of a finished job is deleted (SECURITY.md 3.3.4). */
async function drain(pool: Pool): Promise<void> {
  for (let waited = 0; waited < drainMilliseconds; waited += 20) {
    if (pool.totalCount === pool.idleCount && pool.waitingCount === 0) return;
    await wait(20);
  }
}
