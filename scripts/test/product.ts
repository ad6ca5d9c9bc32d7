import { spawn } from "node:child_process";
import { once } from "node:events";
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
  const child = spawn(process.execPath, ["scripts/run.mjs", "start"], {
    env: { ...childEnvironment(), NODE_ENV: "production", ...environment },
    // Ctrl-C is for us: the product must outlive the journeys that use it, though not this process.
    detached: true,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
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
  return { origin, environment, stop };
}

async function isReady(origin: string): Promise<boolean> {
  try {
    return (await fetch(`${origin}/api/health/ready`, { signal: AbortSignal.timeout(5_000) })).ok;
  } catch {
    return false;
  }
}
