import "server-only";
import { and, eq, inArray, lt, min, ne, sql } from "drizzle-orm";
import type { ActorContext } from "@/lib/command/actor-context";
import { deadline } from "@/lib/db/schema/pool";
import { escalation, reminder } from "@/lib/db/schema/reminders";
import { newId } from "@/lib/ids/id";
import { rungsToWrite } from "../rules";
import { queueReminders } from "./queue-reminders";

type Clock = Awaited<ReturnType<typeof lockClocks>>[number];

/** The clocks meant: these, or all of these cases. */
type Meant = { deadlineIds: readonly string[] } | { caseIds: readonly string[] };

function lockClocks(ctx: ActorContext, meant: Meant) {
  const { id, caseId, clientId, kind, state, dueOn, timeZone, version } = deadline;
  return ctx.db
    .select({ id, caseId, clientId, kind, state, dueOn, timeZone, version })
    .from(deadline)
    .where(
      and(
        "caseIds" in meant
          ? inArray(deadline.caseId, [...meant.caseIds])
          : inArray(deadline.id, [...meant.deadlineIds]),
        ne(deadline.ladderVersion, deadline.version),
      ),
    )
    .orderBy(deadline.id)
    .for("update");
}

/** The tightest rung that was settled by telling, of each clock, about the date that it has now. */
async function toldDays(ctx: ActorContext, clockIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await ctx.db
    .select({ id: reminder.deadlineId, days: min(reminder.rung) })
    .from(reminder)
    .innerJoin(deadline, and(eq(deadline.id, reminder.deadlineId), eq(deadline.dueOn, reminder.dueOn)))
    .where(and(inArray(reminder.deadlineId, [...clockIds]), inArray(reminder.state, ["sent", "joined"])))
    .groupBy(reminder.deadlineId);
  return new Map(rows.flatMap(({ id, days }) => (days === null ? [] : [[id, days] as const])));
}

function rowsOf(clock: Clock, now: Date, told: number | null) {
  if (clock.state !== "open" && clock.state !== "missed") return [];
  return rungsToWrite({ ...clock, missed: clock.state === "missed" }, now, told).map(
    ({ days, remindAt, onlyIfTight }) => ({
      ...{ id: newId(), caseId: clock.caseId, clientId: clock.clientId, deadlineId: clock.id, onlyIfTight },
      ...{ deadlineVersion: clock.version, rung: days, dueOn: clock.dueOn, remindAt, createdAt: now },
    }),
  );
}

/** Waiting rows of an earlier version are void; an escalation of a clock that was met, ended or moved has been acted on. */
async function endWhatWas(ctx: ActorContext, clockIds: readonly string[]): Promise<void> {
  await ctx.db
    .update(reminder)
    .set({ state: "void", settledAt: ctx.now })
    .from(deadline)
    .where(
      and(
        eq(deadline.id, reminder.deadlineId),
        inArray(reminder.deadlineId, [...clockIds]),
        eq(reminder.state, "waiting"),
        lt(reminder.deadlineVersion, deadline.version),
      ),
    );
  await ctx.db
    .update(escalation)
    .set({ state: "acted", settledAt: ctx.now })
    .from(deadline)
    .where(
      and(
        eq(deadline.id, escalation.deadlineId),
        inArray(escalation.deadlineId, [...clockIds]),
        eq(escalation.state, "open"),
        sql`(${deadline.state} in ('met', 'void') or ${deadline.dueOn} <> ${escalation.dueOn})`,
      ),
    );
}

/**
 * Gives clocks that were set, moved or ended the reminders of their new version, with the job that tells them, in the
 * caller's transaction: exactly one row for each (deadline, version, rung). What waited for an earlier version is void.
 * A clock whose ladder is of its version already is left alone, so it may be called at any time.
 */
export async function writeLadders(ctx: ActorContext, meant: Meant): Promise<void> {
  const clocks = await lockClocks(ctx, meant);
  if (clocks.length === 0) return;
  const ids = clocks.map(({ id }) => id);
  await endWhatWas(ctx, ids);
  const told = await toldDays(ctx, ids);
  const rows = clocks.flatMap((clock) => rowsOf(clock, ctx.now, told.get(clock.id) ?? null));
  // Twelve columns a row: PostgreSQL takes 65,535 parameters.
  for (let from = 0; from < rows.length; from += 5_000) {
    await ctx.db
      .insert(reminder)
      .values(rows.slice(from, from + 5_000))
      .onConflictDoNothing();
  }
  await ctx.db.update(deadline).set({ ladderVersion: deadline.version }).where(inArray(deadline.id, ids));
  await queueReminders(ctx, ids);
}
