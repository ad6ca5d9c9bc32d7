import "server-only";
import { and, asc, eq, gte, lte } from "drizzle-orm";
import { visibleColleagues } from "@/lib/cases/visibility";
import type { ActorContext, StaffContext } from "@/lib/command/actor-context";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { presenceOf } from "./rules";
import type { LeaveSpan, Presence } from "./types";
import { visibleLeaves } from "./visibility";

/** Nobody has more leaves ahead than this; the list is bounded all the same. */
const LEAVE_LIMIT = 2000;

function spanColumns(leaves: ReturnType<typeof visibleLeaves>) {
  const { userId, fromOn, toOn, coverUserId } = leaves;
  return { userId, fromOn, toOn, coverUserId };
}

/** Everybody's leaves that touch these days, both ends included. */
export async function listLeaves(
  ctx: ActorContext,
  { from, to }: { from: IsoDate; to: IsoDate },
): Promise<LeaveSpan[]> {
  const leaves = visibleLeaves(ctx);
  return ctx.db
    .select(spanColumns(leaves))
    .from(leaves)
    .where(and(lte(leaves.fromOn, to), gte(leaves.toOn, from)))
    .orderBy(asc(leaves.fromOn), asc(leaves.userId))
    .limit(LEAVE_LIMIT);
}

/** The ids of staff whose account is open. */
async function listActiveIds(ctx: ActorContext): Promise<Set<string>> {
  const colleagues = visibleColleagues(ctx);
  const rows = await ctx.db
    .select({ id: colleagues.id })
    .from(colleagues)
    .where(eq(colleagues.status, "active"));
  return new Set(rows.map(({ id }) => id));
}

/** Who of these people is away on a day, and who stands in for them: chains of cover are followed to somebody at work. */
export async function listPresence(
  ctx: ActorContext,
  userIds: readonly string[],
  on: IsoDate,
): Promise<Map<string, Presence>> {
  const leaves = await listLeaves(ctx, { from: on, to: on });
  const active = await listActiveIds(ctx);
  return new Map(userIds.map((id) => [id, presenceOf(id, on, leaves, (one) => active.has(one))]));
}

/** The leave of a colleague that lasts, or the next one; null: none is entered. */
export async function findNextLeave(
  ctx: StaffContext,
  userId: string,
  today: IsoDate,
): Promise<LeaveSpan | null> {
  const leaves = visibleLeaves(ctx);
  const [found] = await ctx.db
    .select(spanColumns(leaves))
    .from(leaves)
    .where(and(eq(leaves.userId, userId), gte(leaves.toOn, today)))
    .orderBy(asc(leaves.fromOn))
    .limit(1);
  return found ?? null;
}
