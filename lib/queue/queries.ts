import "server-only";
import { and, asc, count, eq, max, sql } from "drizzle-orm";
import { getFirmDay } from "@/lib/cases/queries";
import type { ActorContext, StaffContext } from "@/lib/command/actor-context";
import { forbidden } from "@/lib/errors/app-error";
import { can } from "@/lib/policy/can";
import type { QueuePage } from "./types";
import { visibleHeartbeats, visibleJobs } from "./visibility";

const DEAD_LIMIT = 100;

/** What the queue holds, by task, and its dead jobs, the oldest first. Throws FORBIDDEN: it is the administrators'. */
export async function getQueuePage(ctx: StaffContext): Promise<QueuePage> {
  const decision = can(ctx.actor, "jobs.manage");
  if (!decision.allowed) throw forbidden(decision.reason);
  const jobs = visibleJobs(ctx);
  const counts = await ctx.db
    .select({
      task: jobs.task,
      waiting: sql<number>`(count(*) filter (where not ${jobs.running} and not ${jobs.dead}))::int`,
      running: sql<number>`(count(*) filter (where ${jobs.running}))::int`,
      dead: sql<number>`(count(*) filter (where ${jobs.dead}))::int`,
    })
    .from(jobs)
    .groupBy(jobs.task)
    .orderBy(asc(jobs.task));
  const rows = await ctx.db
    .select({
      id: jobs.id,
      task: jobs.task,
      attempts: jobs.attempts,
      fault: sql<string>`coalesce(${jobs.fault}, 'unknown')`,
      addedAt: jobs.addedAt,
      lastTriedAt: jobs.lastTriedAt,
    })
    .from(jobs)
    .where(eq(jobs.dead, true))
    .orderBy(asc(jobs.lastTriedAt), asc(jobs.id))
    .limit(DEAD_LIMIT);
  const [all] = await ctx.db.select({ total: count() }).from(jobs).where(eq(jobs.dead, true));
  const heartbeats = visibleHeartbeats(ctx);
  const [seen] = await ctx.db.select({ at: max(heartbeats.seenAt) }).from(heartbeats);
  const { timeZone } = await getFirmDay(ctx);
  return {
    counts,
    dead: rows,
    more: (all?.total ?? 0) - rows.length,
    workerSeenAt: seen?.at ?? null,
    timeZone,
  };
}

/** A dead job, or null where it is none or no longer there. */
export async function findDeadJob(
  ctx: ActorContext,
  jobId: number,
): Promise<{ id: number; task: string } | null> {
  const jobs = visibleJobs(ctx);
  const [found] = await ctx.db
    .select({ id: jobs.id, task: jobs.task })
    .from(jobs)
    .where(and(eq(jobs.id, jobId), eq(jobs.dead, true)));
  return found ?? null;
}
