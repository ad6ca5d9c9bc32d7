import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { audited } from "@/lib/audit/events";
import { getCaseForUpdate, getFirmDay } from "@/lib/cases/queries";
import { isStaffContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { taskSnooze } from "@/lib/db/schema/tasks";
import { forbidden, invalid } from "@/lib/errors/app-error";
import { newId } from "@/lib/ids/id";
import { can } from "@/lib/policy/can";
import { snoozeThingInput } from "../schemas";
import { getThing } from "../today/queries";
import { snoozeFault } from "../today/rules";

/** Puts a thing of one's own Today off until a day, with the reason. It is back at once where it stands otherwise. */
export const snoozeThing = defineCommand({
  name: "task.snooze",
  input: snoozeThingInput,
  openTo: ["staff"],
  async load(ctx, { key }) {
    if (!isStaffContext(ctx)) throw forbidden("Only the firm's staff have a Today.");
    const found = await getThing(ctx, key);
    return { found, file: await getCaseForUpdate(ctx, found.thing.caseId) };
  },
  authorise: (actor, { file }) => can(actor, "task.read", file),
  async execute(ctx, { found, file }, { key, until, reason }) {
    if (!isStaffContext(ctx)) throw forbidden("Only the firm's staff have a Today.");
    const { thing, mark } = found;
    const fault = snoozeFault(thing.due, until, (await getFirmDay(ctx)).today);
    if (fault !== null) throw invalid("Choose another day.", { until: fault });
    const { userId } = ctx.actor;
    await ctx.db
      .update(taskSnooze)
      .set({ endedAt: ctx.now })
      .where(and(eq(taskSnooze.userId, userId), eq(taskSnooze.queueKey, key), isNull(taskSnooze.endedAt)));
    const snoozeId = newId<"Snooze">();
    await ctx.db.insert(taskSnooze).values({
      ...{ id: snoozeId, caseId: file.id, clientId: file.clientId, userId, queueKey: key, mark },
      ...{ untilOn: until, reason, createdAt: ctx.now },
    });
    return audited(
      { snoozeId },
      {
        event: "task.snoozed",
        object: { kind: "task_snooze", id: snoozeId },
        caseId: file.id,
        clientId: file.clientId,
        detail: { title: thing.title, until, reason },
      },
    );
  },
});
