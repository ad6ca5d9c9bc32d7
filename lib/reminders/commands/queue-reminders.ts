import "server-only";
import { sql } from "drizzle-orm";
import type { ActorContext } from "@/lib/command/actor-context";
import { reminder } from "@/lib/db/schema/reminders";

/**
 * Adds the job that tells the next waiting reminder of each of these clocks, one job a clock: what is due together is
 * told together. It replaces the one that waited, for an earlier date of the clock or for its last rung.
 */
export async function queueReminders(ctx: ActorContext, deadlineIds: readonly string[]): Promise<void> {
  await ctx.db.execute(sql`
    select enqueue('remind', json_build_object('deadlineId', next.deadline_id), next.remind_at, 'remind:' || next.deadline_id)
    from (
      select deadline_id, min(remind_at) as remind_at from ${reminder}
      where state = 'waiting'
        and deadline_id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(deadlineIds)}::jsonb))
      group by deadline_id
    ) as next`);
}
