import "server-only";
import { sql } from "drizzle-orm";
import { audited, type AuditEventName } from "@/lib/audit/events";
import { defineCommand } from "@/lib/command/define-command";
import { conflict } from "@/lib/errors/app-error";
import { can } from "@/lib/policy/can";
import { findDeadJob } from "../queries";
import { settleJobInput } from "../schemas";

type DeadJobFacts = NonNullable<Awaited<ReturnType<typeof findDeadJob>>>;

function logged(event: AuditEventName, { id, task }: DeadJobFacts) {
  return audited(null, { event, object: { kind: "job", id: null }, detail: { task, job: id } });
}

/** Takes the job by the library's own function, which leaves a locked one alone. CONFLICT where it is no longer dead. */
function settler(name: string, event: AuditEventName, settle: (id: number) => ReturnType<typeof sql>) {
  return defineCommand({
    name,
    openTo: ["staff"],
    input: settleJobInput,
    load: (ctx, { jobId }) => findDeadJob(ctx, jobId),
    authorise: (actor) => can(actor, "jobs.manage"),
    async execute(ctx, job) {
      const taken = job === null ? null : await ctx.db.execute(settle(job.id));
      if (job === null || taken?.rowCount !== 1)
        throw conflict("This job is not there any more: it was tried again, or given up.");
      return logged(event, job);
    },
  });
}

/** Tries a dead job again, as often as a new one. */
export const retryJob = settler(
  "queue-job.retry",
  "queue.job_retried",
  (id) =>
    sql`select id from graphile_worker.reschedule_jobs(array[${id}]::bigint[], run_at => now(), attempts => 0)`,
);

/** Takes a dead job out of the queue. What a row says is still to be done gets a new one from the reconcile task. */
export const giveUpJob = settler(
  "queue-job.give-up",
  "queue.job_given_up",
  (id) => sql`select id from graphile_worker.complete_jobs(array[${id}]::bigint[])`,
);
