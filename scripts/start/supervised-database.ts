import { Client } from "pg";
import { monotonicMilliseconds } from "@/lib/clock/clock";
import { wait } from "@/lib/clock/wait";
import { postgresDirectoryIn, type Connection } from "@/lib/db/server/connections";
import { startEmbeddedServer, type EmbeddedServer } from "@/lib/db/server/embedded-server";
import type { Env } from "@/lib/runtime/env";
import { delayBeforeRestart } from "./restart-policy";

export type SupervisedDatabase = { owner: Connection; stop(): Promise<void> };

/** Starts the embedded server and keeps it running, or waits until the external one of DATABASE_URL answers. */
export async function openDatabase(
  settings: Env,
  stopping: AbortSignal,
  onGivenUp: () => void,
): Promise<SupervisedDatabase> {
  if (settings.databaseUrl === undefined) return superviseEmbedded(settings.dataDir, onGivenUp);
  const owner = { connectionString: settings.databaseUrl };
  await waitForExternal(owner, stopping);
  return { owner, stop: () => Promise.resolve() };
}

async function superviseEmbedded(dataDir: string, onGivenUp: () => void): Promise<SupervisedDatabase> {
  const stopping = new AbortController();
  const isStopping = () => stopping.signal.aborted;
  const crashes: number[] = [];
  const start = () => startEmbeddedServer({ directory: postgresDirectoryIn(dataDir) });
  let server: EmbeddedServer = await start();

  const keepRunning = async (): Promise<void> => {
    while (!isStopping()) {
      await server.exited;
      if (isStopping()) return;
      crashes.push(monotonicMilliseconds());
      const delay = delayBeforeRestart(crashes);
      if (delay === null) throw new Error("it has ended five times in five minutes");
      console.error(`PostgreSQL has ended; it starts again in ${delay / 1000} s.`);
      await wait(delay, stopping.signal);
      if (!isStopping()) server = await start();
    }
  };
  const kept = keepRunning().catch((error: unknown) => {
    console.error(`PostgreSQL stays down: ${error instanceof Error ? error.message : "unknown error"}`);
    onGivenUp();
  });
  return {
    owner: server.owner,
    stop: async () => {
      stopping.abort();
      await server.stop();
      await kept; // a restart that was under way has ended too
      await server.stop();
    },
  };
}

async function waitForExternal(owner: Connection, stopping: AbortSignal): Promise<void> {
  const giveUpAt = monotonicMilliseconds() + 30_000;
  for (;;) {
    const client = new Client({ ...owner, connectionTimeoutMillis: 5_000 });
    client.on("error", () => undefined);
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      const { code, message } = error as { code?: string; message: string };
      // Classes 28 and 3D: the login or the database is wrong, and stays so.
      const hopeless = /^(28|3D)/.test(code ?? "");
      if (hopeless || stopping.aborted || monotonicMilliseconds() > giveUpAt) {
        throw new Error(`DATABASE_URL should lead to a running PostgreSQL: ${message || code}`, {
          cause: error,
        });
      }
      await wait(500, stopping);
    }
  }
}
