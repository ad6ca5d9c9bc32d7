import { env, type Env } from "@/lib/runtime/env";
import type { Mode } from "./mode";
import { stopRequest } from "./stop-request";
import { supervise } from "./supervisor";

/** The whole of a start script: supervises until told to stop, then ends the process. 1 after a sentence on stderr. */
export async function startLandfall(mode: Mode, onReady: (settings: Env) => void): Promise<never> {
  try {
    const stopping = stopRequest();
    const settings = env();
    await supervise({ settings, mode, stopping, onReady: () => onReady(settings) });
    process.exit(0);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
