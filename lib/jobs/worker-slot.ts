import "server-only";
import { Client } from "pg";
import type { Connection } from "@/lib/db/server/connections";

/** First key of the advisory locks that stand for worker slots; the second is the slot's number. */
const slotLock = 7_201_964;
const mostSlots = 1000;

/** What the two queues of a worker process are called in the locks of its jobs. */
const workerIds = (slot: number): WorkerIds => ({
  work: `landfall-worker-${slot}`,
  mail: `landfall-worker-${slot}-mail`,
});

/** Mails are sent one at a time beside all other work, so that a kill leaves one of them in doubt at most. */
export type WorkerIds = Readonly<{ work: string; mail: string }>;

/** The right to work under one stable name, held by a connection of its own for as long as the process lives. */
export type WorkerSlot = {
  slot: number;
  /** What this process is called in the queue's locks, before and after a restart. */
  ids: WorkerIds;
  /** Resolves when the connection is lost: somebody else may take the slot, so the process must end at once. */
  lost: Promise<void>;
  release(): Promise<void>;
};

/**
 * Takes the first free slot and frees the jobs that its last holder left locked: we hold the slot, so that one is
 * dead. Jobs of slots that nobody holds (WORKERS was lowered) are freed too (SECURITY.md 3.3.1).
 */
export async function takeWorkerSlot(connection: Connection): Promise<WorkerSlot> {
  const client = new Client({ ...connection, application_name: "landfall worker slot", keepAlive: true });
  const lost = new Promise<void>((resolve) => {
    client.once("end", resolve).on("error", () => resolve());
  });
  await client.connect();
  const slot = await firstFreeSlot(client);
  await forceUnlock(client, slot);
  await unlockAbandonedSlots(client);
  return { slot, ids: workerIds(slot), lost, release: () => client.end() };
}

async function firstFreeSlot(client: Client): Promise<number> {
  for (let slot = 1; slot <= mostSlots; slot += 1) {
    if (await tryLock(client, slot)) return slot;
  }
  throw new Error(`All ${mostSlots} worker slots are taken.`);
}

async function tryLock(client: Client, slot: number): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>("select pg_try_advisory_lock($1, $2) as taken", [
    slotLock,
    slot,
  ]);
  return rows[0]?.taken === true;
}

/** A slot is unlocked under its own lock: its next holder cannot start a job in between. */
async function unlockAbandonedSlots(client: Client): Promise<void> {
  const { rows } = await client.query<{ slot: number }>(`
    select distinct substring(locked_by from '^landfall-worker-(\\d{1,4})(?:-mail)?$')::int as slot
    from graphile_worker.jobs where locked_by ~ '^landfall-worker-\\d{1,4}(?:-mail)?$'`);
  for (const { slot } of rows) {
    if (!(await tryLock(client, slot))) continue;
    await forceUnlock(client, slot);
    await client.query("select pg_advisory_unlock($1, $2)", [slotLock, slot]);
  }
}

async function forceUnlock(client: Client, slot: number): Promise<void> {
  await client.query("select graphile_worker.force_unlock_workers($1::text[])", [
    Object.values(workerIds(slot)),
  ]);
}
