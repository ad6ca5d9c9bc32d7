import "server-only";
import { and, eq, getTableColumns, lte, sql } from "drizzle-orm";
import { z } from "zod";
import { audited, unchanged } from "@/lib/audit/events";
import { defineCommand } from "@/lib/command/define-command";
import { deadline } from "@/lib/db/schema/pool";
import { escalation } from "@/lib/db/schema/reminders";
import { dateInZone } from "@/lib/express-entry/timing/zone";
import { workerOnly } from "@/lib/policy/worker-only";
import { listRecipientIds } from "../queries";
import { nextMorning } from "./raise-escalation";
import { tell } from "./tell";

/** Escalations of one transaction. */
const BATCH = 50;

/** Tells the managers of the escalations whose morning has come, each once a day. `done` when no more are due. */
export const repeatEscalations = defineCommand({
  name: "escalation.repeat",
  openTo: ["system"],
  input: z.object({}),
  load: (ctx) =>
    ctx.db
      .select({ ...getTableColumns(escalation), timeZone: deadline.timeZone })
      .from(escalation)
      .innerJoin(deadline, eq(deadline.id, escalation.deadlineId))
      .where(and(eq(escalation.state, "open"), lte(escalation.nextTellAt, ctx.now)))
      .orderBy(escalation.nextTellAt)
      .limit(BATCH)
      .for("update", { of: escalation, skipLocked: true }),
  authorise: workerOnly,
  async execute(ctx, due) {
    const done = due.length < BATCH;
    for (const one of due) {
      const { id, deadlineId, caseId, clientId, dueOn, timeZone } = one;
      const { staff } = await listRecipientIds(ctx, ["manager"], { clientId, responsibleId: id });
      const key = `escalation:${id}:${dateInZone(ctx.now, timeZone)}`;
      const clock = { id: deadlineId, caseId, clientId, dueOn, timeZone };
      await tell(ctx, clock, { kind: "escalation", key, clients: [], staff });
      await ctx.db
        .update(escalation)
        .set({ nextTellAt: nextMorning(ctx.now, timeZone), told: sql`${escalation.told} + 1` })
        .where(eq(escalation.id, id));
    }
    const [first, ...rest] = due.map(({ id, caseId, clientId, dueOn, cause }) => ({
      event: "escalation.repeated" as const,
      object: { kind: "escalation", id },
      ...{ caseId, clientId, detail: { dueOn, cause } },
    }));
    return first ? audited({ done }, first, ...rest) : unchanged({ done });
  },
});
