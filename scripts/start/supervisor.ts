import { wait } from "@/lib/clock/wait";
import { migrate } from "@/lib/db/migrate";
import { rolePasswords } from "@/lib/db/role-passwords";
import { lockDataDirectory } from "@/lib/db/server/data-directory-lock";
import { loadReference } from "@/lib/reference/load-reference";
import type { Env } from "@/lib/runtime/env";
import { loadOrCreateKeyring } from "@/lib/storage/keyring-file";
import { seedDemoIfEmpty } from "./demo";
import { ChildRecord } from "./leftovers";
import { requireFreePort } from "./port";
import type { Mode } from "./mode";
import { webProcess, workerProcesses } from "./processes";
import { openDatabase } from "./supervised-database";

/** Requests that are open get this long to end; with the worker's and PostgreSQL's share it is under 30 s. */
const webDrainMilliseconds = 22_000;
const workerDrainMilliseconds = 5_000;

type Supervision = {
  settings: Env;
  mode: Mode;
  /** Aborted when everything is to stop. */
  stopping: AbortSignal;
  /** Called when the web answers. */
  onReady: () => void;
};

/** What has been started, to be stopped in the opposite order: web, workers, PostgreSQL, lock. */
type Cleanup = () => Promise<void> | void;

/**
 * Starts PostgreSQL, migrates, and keeps web and workers running until it is told to stop (SECURITY.md 6.0).
 * Resolves when everything has ended; rejects with a sentence when a start is impossible or a part stays down.
 */
export async function supervise({ settings, mode, stopping, onReady }: Supervision): Promise<void> {
  const failed = new AbortController();
  const ending = AbortSignal.any([stopping, failed.signal]);
  const cleanups: Cleanup[] = [];
  try {
    await startAll({ settings, mode, ending, cleanups, giveUp: () => failed.abort() });
    if (await webAnswers(settings, ending)) onReady();
    await untilAborted(ending);
  } catch (error) {
    // What was being done when everything was to stop fails because of it.
    if (!ending.aborted) throw error;
  } finally {
    for (const cleanUp of cleanups.reverse()) await cleanUp();
  }
  if (!stopping.aborted) throw new Error("Landfall has stopped: see the messages above.");
}

type Start = { settings: Env; mode: Mode; ending: AbortSignal; cleanups: Cleanup[]; giveUp: () => void };

async function startAll({ settings, mode, ending, cleanups, giveUp }: Start): Promise<void> {
  const lock = await lockDataDirectory(settings.dataDir);
  cleanups.push(() => lock.release());
  const record = new ChildRecord(settings.dataDir);
  await record.endLeftovers();
  await requireFreePort(settings);
  const keyring = await loadOrCreateKeyring(settings.keyringFile);
  await mode.build(ending);

  const database = await openDatabase(settings, ending, giveUp);
  cleanups.push(() => database.stop());
  ending.throwIfAborted();
  await migrate({ owner: database.owner, passwords: rolePasswords(keyring) });
  await loadReference(database.owner);
  if (settings.demo) await seedDemoIfEmpty(database.owner);
  ending.throwIfAborted();

  const workers = workerProcesses({ settings, mode, record });
  cleanups.push(async () => {
    await Promise.all(workers.map((worker) => worker.stop(workerDrainMilliseconds)));
  });
  const web = webProcess({ settings, mode, record }, giveUp);
  cleanups.push(() => web.stop(webDrainMilliseconds));
  web.start();
  for (const worker of workers) worker.start();
}

/** Waits for the readiness answer; false when everything is to stop before it comes. */
async function webAnswers({ appOrigin, port }: Env, ending: AbortSignal): Promise<boolean> {
  const { hostname, protocol } = new URL(appOrigin);
  const host = protocol === "http:" ? hostname : "localhost";
  while (!ending.aborted) {
    try {
      const signal = AbortSignal.any([ending, AbortSignal.timeout(5_000)]);
      const response = await fetch(`http://${host}:${port}/api/health/ready`, { signal });
      if (response.ok) return true;
    } catch {
      // not listening yet
    }
    await wait(200, ending);
  }
  return false;
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
