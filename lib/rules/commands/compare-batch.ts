import "server-only";
import { asc, eq, gt, sql } from "drizzle-orm";
import type { ActorContext } from "@/lib/command/actor-context";
import { ruleComparisonLine, ruleRun, ruleTable } from "@/lib/db/schema/rules";
import { listLatestRounds } from "@/lib/draws/queries";
import { notFound } from "@/lib/errors/app-error";
import { addYears } from "@/lib/express-entry/timing/calendar-date";
import { getFactsOfCases } from "@/lib/people/queries";
import { compareClient, type ComparisonLine, type ComparisonTask } from "../comparison/compare-client";
import { getRuleTables, listActiveTables } from "../queries";
import { withEntered } from "../rules";
import { shippedTables } from "@/lib/express-entry/rule-tables";
import { poolFiles } from "../visibility";

type Run = typeof ruleRun.$inferSelect;

/** The draft beside what is in force, and the rounds of the last year that a client may cross. */
async function taskOf(ctx: ActorContext, run: Run): Promise<ComparisonTask> {
  const [draft] = await ctx.db
    .select()
    .from(ruleTable)
    .where(eq(ruleTable.id, run.ruleTableId ?? run.id));
  if (!draft) throw notFound();
  const { kind, key, body } = draft;
  const effectiveFrom = draft.effectiveFrom ?? run.onDate;
  const entered = await listActiveTables(ctx);
  const rounds = await listLatestRounds(ctx);
  return {
    kind,
    on: run.onDate,
    current: await getRuleTables(ctx),
    draft: withEntered(shippedTables, [...entered, { kind, key, effectiveFrom, body }]),
    rounds: rounds.filter(({ date }) => date >= addYears(run.onDate, -1)),
  };
}

/** Lines of which one side reaches a round and the other does not. */
function countWhere(lines: readonly ComparisonLine[], counts: (line: ComparisonLine) => boolean): number {
  return lines.filter(counts).length;
}

/** Compares the next clients of the pool and keeps those for whom something changes. */
export async function compareBatch(ctx: ActorContext, run: Run, size: number) {
  const pool = poolFiles(ctx);
  const clients = await ctx.db
    .select()
    .from(pool)
    .where(run.cursorCaseId === null ? undefined : gt(pool.caseId, run.cursorCaseId))
    .orderBy(asc(pool.caseId))
    .limit(size);
  const task = await taskOf(ctx, run);
  const factsOf = await getFactsOfCases(
    ctx,
    clients.map(({ caseId }) => caseId),
  );
  const lines = clients.flatMap(({ caseId, clientId, submittedAt }) => {
    const facts = factsOf.get(caseId);
    const line = facts && compareClient(facts, submittedAt, task);
    return line ? [{ runId: run.id, caseId, clientId, ...line }] : [];
  });
  if (lines.length > 0) await ctx.db.insert(ruleComparisonLine).values(lines).onConflictDoNothing();
  await ctx.db
    .update(ruleRun)
    .set({
      gains: sql`${ruleRun.gains} + ${countWhere(lines, ({ difference }) => difference > 0)}`,
      losses: sql`${ruleRun.losses} + ${countWhere(lines, ({ difference }) => difference < 0)}`,
      nowInvited: sql`${ruleRun.nowInvited} + ${countWhere(lines, ({ nowReached }) => nowReached.length > 0)}`,
      noLongerInvited: sql`${ruleRun.noLongerInvited} + ${countWhere(lines, (line) => line.noLongerReached.length > 0)}`,
    })
    .where(eq(ruleRun.id, run.id));
  return { last: clients.at(-1)?.caseId ?? null, files: clients.length, changed: lines.length };
}
