import "server-only";
import { and, eq, gt, isNull } from "drizzle-orm";
import { caseVisibleTo } from "@/lib/cases/visibility";
import type { StaffContext } from "@/lib/command/actor-context";
import { caseFile } from "@/lib/db/schema/cases";
import { taskSnooze } from "@/lib/db/schema/tasks";
import type { QueueOf } from "../today/visibility";

/** What somebody has put off and not taken back, the day not come yet. */
export function visibleSnoozes(ctx: StaffContext, { today }: Pick<QueueOf, "today">) {
  return ctx.db
    .select({
      id: taskSnooze.id,
      caseId: taskSnooze.caseId,
      clientId: taskSnooze.clientId,
      queueKey: taskSnooze.queueKey,
      mark: taskSnooze.mark,
      untilOn: taskSnooze.untilOn,
      reason: taskSnooze.reason,
    })
    .from(taskSnooze)
    .innerJoin(caseFile, eq(caseFile.id, taskSnooze.caseId))
    .where(
      and(
        caseVisibleTo(ctx.actor),
        eq(taskSnooze.userId, ctx.actor.userId),
        isNull(taskSnooze.endedAt),
        gt(taskSnooze.untilOn, today),
      ),
    )
    .as("visible_snooze");
}
