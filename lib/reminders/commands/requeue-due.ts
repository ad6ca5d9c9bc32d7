import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { unchanged } from "@/lib/audit/events";
import { defineCommand } from "@/lib/command/define-command";
import { mail } from "@/lib/db/schema/mail";
import { reminder } from "@/lib/db/schema/reminders";
import { workerOnly } from "@/lib/policy/worker-only";

/** Of each kind in one run; the next run is five minutes later. */
const AT_MOST = 1_000;

/**
 * Adds a job for each due reminder and each unsent mail that has none: the queue is derived data (SECURITY.md 6.2). A
 * dead job counts as there: it waits for an administrator in Settings, Jobs.
 */
export const requeueDue = defineCommand({
  name: "reminder.requeue",
  openTo: ["system"],
  input: z.object({}),
  load: () => Promise.resolve(null),
  authorise: workerOnly,
  async execute(ctx) {
    const reminders = await ctx.db.execute(sql`
      select enqueue('remind', json_build_object('deadlineId', due.deadline_id), null, 'remind:' || due.deadline_id)
      from (
        select distinct deadline_id from (
          select deadline_id from ${reminder}
          where state = 'waiting' and remind_at <= now() order by remind_at limit ${AT_MOST}
        ) as oldest
      ) as due
      where not exists (select from graphile_worker.jobs where key = 'remind:' || due.deadline_id)`);
    const mails = await ctx.db.execute(sql`
      select enqueue('send-mail', json_build_object('mailId', unsent.id), null, 'mail:' || unsent.id)
      from (
        select id from ${mail} where state = 'queued' order by created_at limit ${AT_MOST}
      ) as unsent
      where not exists (select from graphile_worker.jobs where key = 'mail:' || unsent.id)`);
    return unchanged({ reminders: reminders.rowCount ?? 0, mails: mails.rowCount ?? 0 });
  },
});
