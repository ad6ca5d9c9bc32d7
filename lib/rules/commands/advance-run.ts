import "server-only";
import { asc, eq, gt, sql } from "drizzle-orm";
import { audited, type Audited } from "@/lib/audit/events";
import { rescoreFiles } from "@/lib/assessment/commands/rescore-files";
import { getFirmDay } from "@/lib/cases/queries";
import type { ActorContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { ruleRun } from "@/lib/db/schema/rules";
import { notFound } from "@/lib/errors/app-error";
import { workerOnly } from "@/lib/policy/worker-only";
import { runInput } from "../schemas";
import { rescoredFiles } from "../visibility";
import { compareBatch } from "./compare-batch";

/** Files of one transaction: some tenths of a second of work, so that nobody waits long for a lock. */
const BATCH = 200;

type Run = typeof ruleRun.$inferSelect;

/** What one batch did. */
interface Batch {
  /** The last file of it; null: there is none left. */
  last: string | null;
  files: number;
  changed: number;
}

/** The run, locked: of two workers at once the second goes on where the first has come to. */
async function getRunForUpdate(ctx: ActorContext, runId: string): Promise<Run> {
  const [run] = await ctx.db.select().from(ruleRun).where(eq(ruleRun.id, runId)).for("update");
  if (!run) throw notFound();
  return run;
}

async function rescoreBatch(ctx: ActorContext, run: Run): Promise<Batch> {
  const files = rescoredFiles(ctx);
  const ids = await ctx.db
    .select({ id: files.id })
    .from(files)
    .where(run.cursorCaseId === null ? undefined : gt(files.id, run.cursorCaseId))
    .orderBy(asc(files.id))
    .limit(BATCH);
  // A run that was held up overnight scores for the day it reaches a file, as the file's own page would.
  const { today } = await getFirmDay(ctx);
  const changed = await rescoreFiles(
    ctx,
    ids.map(({ id }) => id),
    { on: today, rulesChanged: run.reason !== "day" },
  );
  return { last: ids.at(-1)?.id ?? null, files: ids.length, changed };
}

function advanced(run: Run, batch: Batch): Audited<{ done: boolean }> {
  const done = batch.files < BATCH;
  return audited(
    { done },
    {
      event: "rule.run_advanced",
      object: { kind: "rule_run", id: run.id },
      detail: { kind: run.kind, reason: run.reason, files: batch.files, changed: batch.changed, done },
    },
  );
}

/**
 * Works off the next batch of a run, and says whether it was the last. Batch and cursor are one transaction, so a run
 * that was cut off goes on where it was, and no file counts twice. Background work only.
 */
export const advanceRun = defineCommand({
  name: "rule.advance_run",
  input: runInput,
  openTo: ["system"],
  load: (ctx, input) => getRunForUpdate(ctx, input.runId),
  authorise: workerOnly,
  async execute(ctx, run) {
    if (run.state === "done") return advanced(run, { last: null, files: 0, changed: 0 });
    const batch = run.kind === "rescore" ? await rescoreBatch(ctx, run) : await compareBatch(ctx, run, BATCH);
    const done = batch.files < BATCH;
    await ctx.db
      .update(ruleRun)
      .set({
        state: done ? "done" : "running",
        cursorCaseId: batch.last ?? run.cursorCaseId,
        done: sql`${ruleRun.done} + ${batch.files}`,
        finishedAt: done ? ctx.now : null,
      })
      .where(eq(ruleRun.id, run.id));
    return advanced(run, batch);
  },
});
