import "server-only";
import { and, eq } from "drizzle-orm";
import type { AuditEntry } from "@/lib/audit/events";
import { getFirmDay } from "@/lib/cases/queries";
import type { LockedCase } from "@/lib/cases/types";
import type { ActorContext, StaffContext } from "@/lib/command/actor-context";
import { visibleDeadlines } from "@/lib/deadlines/visibility";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { redateOrigin, settleOrigin } from "@/lib/tasks/commands/follow-origin";
import { writeTask } from "@/lib/tasks/commands/write-task";
import { letterTaskOn, LETTER_TASKS } from "../rules";
import type { LetterKind } from "../types";

/** One task for each letter. */
const keyOf = (letterId: string) => `letter:${letterId}`;

interface TaskOfLetter {
  id: string;
  kind: LetterKind;
  dueOn: IsoDate;
  asks: string;
}

/**
 * What a letter asks of the firm, as a task on its clock for who answers for the clock: due a week before the letter's
 * day, so that the day itself is not when the work begins.
 */
export async function writeLetterTask(
  ctx: StaffContext,
  file: LockedCase,
  { id, kind, dueOn, asks }: TaskOfLetter,
): Promise<AuditEntry[]> {
  const clocks = visibleDeadlines(ctx);
  const [clock] = await ctx.db
    .select({ id: clocks.id, ownerId: clocks.ownerId })
    .from(clocks)
    .where(and(eq(clocks.caseId, file.id), eq(clocks.sourceId, id), eq(clocks.kind, kind)));
  const { today } = await getFirmDay(ctx);
  const { entries } = await writeTask(ctx, file, {
    ...{ title: LETTER_TASKS[kind], note: asks, dueOn: letterTaskOn(dueOn, today) },
    ...{ assigneeId: clock?.ownerId, deadlineId: clock?.id },
    ...{ origin: "letter", originKey: keyOf(id) },
  });
  return entries;
}

/** More time was given: the task moves with the letter's day. */
export async function moveLetterTask(ctx: StaffContext, letterId: string, dueOn: IsoDate) {
  const { today } = await getFirmDay(ctx);
  return redateOrigin(ctx, keyOf(letterId), letterTaskOn(dueOn, today));
}

/** The letter was answered. */
export function finishLetterTask(ctx: StaffContext, letterId: string): Promise<AuditEntry[]> {
  return settleOrigin(ctx, keyOf(letterId), "done", "The letter was answered.");
}

/** The letter waits for nothing any more. */
export function dropLetterTask(ctx: ActorContext, letterId: string): Promise<AuditEntry[]> {
  return settleOrigin(ctx, keyOf(letterId), "dropped", "The letter needs no answer any more.");
}
