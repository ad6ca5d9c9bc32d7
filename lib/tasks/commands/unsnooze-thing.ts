import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { audited } from "@/lib/audit/events";
import { getCaseForUpdate } from "@/lib/cases/queries";
import { isStaffContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { taskSnooze } from "@/lib/db/schema/tasks";
import { conflict, forbidden } from "@/lib/errors/app-error";
import { can } from "@/lib/policy/can";
import { unsnoozeThingInput } from "../schemas";
import { getSnooze } from "../today/queries";

/** Takes back what one has put off: it stands on Today again. */
export const unsnoozeThing = defineCommand({
  name: "task.unsnooze",
  input: unsnoozeThingInput,
  openTo: ["staff"],
  async load(ctx, { snoozeId }) {
    if (!isStaffContext(ctx)) throw forbidden("Only the firm's staff have a Today.");
    const snooze = await getSnooze(ctx, snoozeId);
    return { snooze, file: await getCaseForUpdate(ctx, snooze.caseId) };
  },
  authorise: (actor, { file }) => can(actor, "task.read", file),
  async execute(ctx, { snooze, file }) {
    const ended = await ctx.db
      .update(taskSnooze)
      .set({ endedAt: ctx.now })
      .where(and(eq(taskSnooze.id, snooze.id), isNull(taskSnooze.endedAt)));
    if (ended.rowCount !== 1) throw conflict("It is on Today already.");
    return audited(
      { snoozeId: snooze.id },
      {
        event: "task.snooze_ended",
        object: { kind: "task_snooze", id: snooze.id },
        caseId: file.id,
        clientId: file.clientId,
        detail: { until: snooze.untilOn },
      },
    );
  },
});
