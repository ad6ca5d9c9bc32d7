import "server-only";
import { and, eq, inArray, lte } from "drizzle-orm";
import { audited, unchanged, type AuditEntry } from "@/lib/audit/events";
import { getCaseForUpdate } from "@/lib/cases/queries";
import type { LockedCase } from "@/lib/cases/types";
import type { ActorContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { deadline } from "@/lib/db/schema/pool";
import { reminder } from "@/lib/db/schema/reminders";
import { daysBetween } from "@/lib/express-entry/timing/calendar-date";
import { dateInZone } from "@/lib/express-entry/timing/zone";
import { workerOnly } from "@/lib/policy/worker-only";
import { getDaysNeeded, listRecipientIds } from "../queries";
import { collapse, escalates, isTight, MISSED, recipientsOf } from "../rules";
import { sendRemindersInput } from "../schemas";
import type { ReminderState } from "../types";
import { noteSilence } from "./note-silence";
import { queueReminders } from "./queue-reminders";
import { raiseEscalation } from "./raise-escalation";
import { tell } from "./tell";
import { writeLadders } from "./write-ladders";

type Clock = typeof deadline.$inferSelect;

async function lockClock(
  ctx: ActorContext,
  deadlineId: string,
): Promise<{ clock: Clock; file: LockedCase } | null> {
  const [found] = await ctx.db
    .select({ caseId: deadline.caseId })
    .from(deadline)
    .where(eq(deadline.id, deadlineId));
  if (!found) return null;
  // The case first, as every command that moves a clock does.
  const file = await getCaseForUpdate(ctx, found.caseId);
  const [clock] = await ctx.db.select().from(deadline).where(eq(deadline.id, deadlineId)).for("update");
  return clock ? { clock, file } : null;
}

function dueRows(ctx: ActorContext, deadlineId: string) {
  return ctx.db
    .select()
    .from(reminder)
    .where(
      and(
        eq(reminder.deadlineId, deadlineId),
        eq(reminder.state, "waiting"),
        lte(reminder.remindAt, ctx.now),
      ),
    )
    .for("update");
}

async function settle(
  ctx: ActorContext,
  rows: readonly { id: string }[],
  state: ReminderState,
): Promise<void> {
  if (rows.length === 0) return;
  const ids = rows.map(({ id }) => id);
  await ctx.db.update(reminder).set({ state, settledAt: ctx.now }).where(inArray(reminder.id, ids));
}

/** Tells the tightest of what is due, and says which rung that was. */
async function tellDue(
  ctx: ActorContext,
  { clock, file }: { clock: Clock; file: LockedCase },
): Promise<AuditEntry[]> {
  const due = await dueRows(ctx, clock.id);
  if (due.length === 0) return [];
  const today = dateInZone(ctx.now, clock.timeZone);
  const daysNeeded = clock.kind === "ita" ? await getDaysNeeded(ctx, file.id, today) : 0;
  const tight = isTight({ daysLeft: daysBetween(today, clock.dueOn), daysNeeded });
  const { send, joined, spared } = collapse(due, { tight, missed: clock.state === "missed" });
  await settle(ctx, joined, "joined");
  await settle(ctx, spared, "spared");
  if (send === null) return [];
  await settle(ctx, [send], "sent");
  const to = recipientsOf(clock.kind, send.rung, { tight });
  const responsibleId = clock.ownerId ?? file.ownerId;
  const people = await listRecipientIds(ctx, to, { clientId: file.clientId, responsibleId });
  await tell(ctx, clock, {
    kind: send.rung === MISSED ? "missed" : "reminder",
    key: `reminder:${clock.id}:${send.deadlineVersion}:${send.rung}`,
    ...people,
  });
  const silence = to.includes("client") ? await noteSilence(ctx, file, clock) : [];
  if (clock.hard && escalates(clock.kind, send.rung)) {
    await raiseEscalation(ctx, clock, send.rung === MISSED ? "missed" : "last_days");
  }
  const detail = {
    title: clock.title,
    dueOn: clock.dueOn,
    rung: send.rung,
    told: people.staff.length + people.clients.length,
  };
  const object = { kind: "deadline", id: clock.id };
  return [{ event: "reminder.sent", object, caseId: file.id, clientId: file.clientId, detail }, ...silence];
}

/**
 * Tells whatever is due of one clock, as one message, and adds the job of its next reminder. Run twice, or at once, it
 * finds the rows settled: the clock is locked first (SECURITY.md 3.3.3).
 */
export const sendReminders = defineCommand({
  name: "reminder.send",
  openTo: ["system"],
  input: sendRemindersInput,
  load: (ctx, { deadlineId }) => lockClock(ctx, deadlineId),
  authorise: workerOnly,
  async execute(ctx, locked) {
    if (locked === null) return unchanged(null);
    // A clock that was moved past every command has reminders of the date it had.
    await writeLadders(ctx, { deadlineIds: [locked.clock.id] });
    const [first, ...rest] = await tellDue(ctx, locked);
    await queueReminders(ctx, [locked.clock.id]);
    return first ? audited(null, first, ...rest) : unchanged(null);
  },
});
