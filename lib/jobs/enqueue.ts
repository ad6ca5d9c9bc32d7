import "server-only";
import { sql } from "drizzle-orm";
import type { ActorContext } from "@/lib/command/actor-context";

/** The background tasks. Payloads hold ids only (SECURITY.md 3.3). */
export interface TaskPayloads {
  "send-mail": { mailId: string };
  "expire-windows": Record<string, unknown>;
  "sweep-uploads": Record<string, unknown>;
  /** Without an id: the run of the day. */
  "rescore-cases": { runId?: string };
  "compare-rules": { runId: string };
  "replay-round": { replayId: string };
  "build-package": { packageId: string };
  "advise-pool": Record<string, unknown>;
  "find-crossings": Record<string, unknown>;
  "derive-clocks": Record<string, unknown>;
  remind: { deadlineId: string };
  reconcile: Record<string, unknown>;
}

export type TaskName = keyof TaskPayloads;

/**
 * Adds a job in the caller's transaction, so that a change and its mail commit together.
 * `jobKey` makes a second add replace the first while it waits; uniqueness of the work is the handler's task.
 */
export async function enqueue<Name extends TaskName>(
  ctx: ActorContext,
  task: Name,
  payload: TaskPayloads[Name],
  options: { runAt?: Date; jobKey?: string } = {},
): Promise<void> {
  await ctx.db.execute(
    sql`select enqueue(${task}, ${JSON.stringify(payload)}::json, ${options.runAt?.toISOString() ?? null}::timestamptz, ${options.jobKey ?? null})`,
  );
}
