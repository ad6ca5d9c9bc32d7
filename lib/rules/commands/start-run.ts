import "server-only";
import { count } from "drizzle-orm";
import type { ActorContext } from "@/lib/command/actor-context";
import { ruleRun } from "@/lib/db/schema/rules";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { newId } from "@/lib/ids/id";
import { enqueue } from "@/lib/jobs/enqueue";
import type { RunKind, RunReason } from "../types";
import { poolFiles, rescoredFiles } from "../visibility";
import type { LockedRuleTable } from "./load-rule-table";

export interface RunRequest {
  kind: RunKind;
  reason: RunReason;
  on: IsoDate;
  /** The draft to compare, or the table that came into force or left it. */
  table: Pick<LockedRuleTable, "id" | "version"> | null;
}

export interface StartedRun {
  runId: string;
  /** Files it will go through. */
  total: number;
}

async function countFiles(ctx: ActorContext, kind: RunKind): Promise<number> {
  const files = kind === "rescore" ? rescoredFiles(ctx) : poolFiles(ctx);
  const [row] = await ctx.db.select({ total: count() }).from(files);
  return row?.total ?? 0;
}

/**
 * Plans a pass over many files, and the job that works it off, in the caller's transaction. null where a run of the
 * day is there already.
 */
export async function startRun(
  ctx: ActorContext,
  { kind, reason, on, table }: RunRequest,
): Promise<StartedRun | null> {
  const [runId, total] = [newId(), await countFiles(ctx, kind)];
  const added = await ctx.db
    .insert(ruleRun)
    .values({
      ...{ id: runId, kind, reason, onDate: on, total },
      ruleTableId: table?.id ?? null,
      tableVersion: table?.version ?? null,
      requestedBy: ctx.actor.kind === "system" ? null : ctx.actor.userId,
      requestedAt: ctx.now,
    })
    .onConflictDoNothing();
  if (added.rowCount === 0) return null;
  if (kind === "rescore") await enqueue(ctx, "rescore-cases", { runId });
  else await enqueue(ctx, "compare-rules", { runId });
  return { runId, total };
}
