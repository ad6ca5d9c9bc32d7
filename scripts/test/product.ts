import { spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { wait } from "@/lib/clock/wait";
import { childEnvironment } from "@/lib/runtime/env";
import { findFreePort } from "../start/port";

/** The product, started as a user starts it, on a port and data of its own. */
export type RunningProduct = { origin: string; environment: Record<string, string>; stop(): Promise<void> };

/** Builds if needed and starts; rejects when it ends by itself or is not ready in time. */
export async function startProduct(dataDir: string, stopping: AbortSignal): Promise<RunningProduct> {
  const port = await findFreePort();
  const origin = `http://localhost:${port}`;
  const environment = { PORT: String(port), APP_ORIGIN: origin, DATA_DIR: dataDir, DEMO: "on" };
  // What it prints is for us, and for the test that searches it for what must not be there (S-78).
  const logFile = `${dataDir}.log`;
  const child = spawn(process.execPath, ["scripts/run.mjs", "start"], {
    env: { ...childEnvironment(), NODE_ENV: "production", ...environment },
    // Ctrl-C is for us: the product must outlive the journeys that use it, though not this process.
    detached: true,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const log = createWriteStream(logFile);
  for (const [stream, ours] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const) {
    stream?.on("data", (piece: Buffer) => void (log.write(piece), ours.write(piece)));
  }
  const ended = once(child, "exit");
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGTERM");
    await ended;
  };
  try {
    while (!(await isReady(origin))) {
      stopping.throwIfAborted();
      if (child.exitCode !== null || child.signalCode !== null)
        throw new Error("The product does not start.");
      await wait(500, stopping);
    }
  } catch (error) {
    await stop();
    throw error;
  }
  return { origin, environment: { ...environment, PRODUCT_LOG: logFile }, stop };
}

async function isReady(origin: string): Promise<boolean> {
  try {
    return (await fetch(`${origin}/api/health/ready`, { signal: AbortSignal.timeout(5_000) })).ok;
  } catch {
    return false;
  }
}
