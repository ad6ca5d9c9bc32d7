import "server-only";
import { gte, isNull, sql } from "drizzle-orm";
import type { ActorContext, StaffContext } from "@/lib/command/actor-context";
import { workerHeartbeat } from "@/lib/db/schema/incidents";
import { queueJob } from "@/lib/db/schema/queue";
import { isAllowed } from "@/lib/policy/can";

/** The queue is the administrators': everybody else sees an empty one. */
export function visibleJobs({ actor, db }: ActorContext) {
  const shown = actor.kind !== "system" && isAllowed(actor, "jobs.manage");
  return db
    .select({
      id: queueJob.id,
      task: queueJob.taskIdentifier,
      attempts: queueJob.attempts,
      fault: queueJob.lastError,
      addedAt: queueJob.createdAt,
      lastTriedAt: queueJob.updatedAt,
      running: sql<boolean>`${queueJob.lockedAt} is not null`.as("running"),
      /** Tried as often as it may be, and nobody works on it. */
      dead: sql<boolean>`${isNull(queueJob.lockedAt)} and ${gte(queueJob.attempts, queueJob.maxAttempts)}`.as(
        "dead",
      ),
    })
    .from(queueJob)
    .where(shown ? sql`true` : sql`false`)
    .as("visible_job");
}

/** When each worker last showed a sign of life. */
export function visibleHeartbeats({ db }: StaffContext) {
  return db.select({ seenAt: workerHeartbeat.seenAt }).from(workerHeartbeat).as("visible_heartbeat");
}
