import "server-only";
import { and, asc, eq, gte, lte } from "drizzle-orm";
import { colleagueOf, getFirmDay, listAssignees } from "@/lib/cases/queries";
import type { Colleague } from "@/lib/cases/types";
import { visibleColleagues } from "@/lib/cases/visibility";
import { isStaffContext, type ActorContext, type StaffContext } from "@/lib/command/actor-context";
import { forbidden, invalid, notFound } from "@/lib/errors/app-error";
import { addDays, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import type { Actor } from "@/lib/policy/actor";
import { can, isAllowed, type Decision } from "@/lib/policy/can";
import { isCovered, presenceOf } from "./rules";
import type { HardClock, LeaveLine, LeaveScreen, LeaveSpan, Presence, UncoveredClock } from "./types";
import { hardClocks, visibleLeaves } from "./visibility";

/** Nobody has more leaves ahead than this; the list is bounded all the same. */
const LEAVE_LIMIT = 2000;
/** Far enough for what is entered ahead. */
const AHEAD_DAYS = 366;

interface Days {
  from: IsoDate;
  to: IsoDate;
}

/** Everybody's leaves that touch these days, both ends included. */
export async function listLeaves(
  ctx: ActorContext,
  { from, to }: Days,
): Promise<(LeaveSpan & { id: string })[]> {
  const leaves = visibleLeaves(ctx);
  const { id, userId, fromOn, toOn, coverUserId } = leaves;
  return ctx.db
    .select({ id, userId, fromOn, toOn, coverUserId })
    .from(leaves)
    .where(and(lte(fromOn, to), gte(toOn, from)))
    .orderBy(asc(fromOn), asc(userId))
    .limit(LEAVE_LIMIT);
}

/** The ids of staff whose account is open. */
export async function listActiveIds(ctx: ActorContext): Promise<ReadonlySet<string>> {
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
  person: string,
  today: IsoDate,
): Promise<LeaveSpan | null> {
  const leaves = visibleLeaves(ctx);
  const { userId, fromOn, toOn, coverUserId } = leaves;
  const [found] = await ctx.db
    .select({ userId, fromOn, toOn, coverUserId })
    .from(leaves)
    .where(and(eq(userId, person), gte(toOn, today)))
    .orderBy(asc(fromOn))
    .limit(1);
  return found ?? null;
}

/** One leave and whose it is. Throws NOT_FOUND. */
export async function getLeave(ctx: ActorContext, leaveId: string) {
  const leaves = visibleLeaves(ctx);
  const colleagues = visibleColleagues(ctx);
  const [found] = await ctx.db
    .select({
      ...{ id: leaves.id, userId: leaves.userId, fromOn: leaves.fromOn, toOn: leaves.toOn },
      name: colleagues.name,
    })
    .from(leaves)
    .innerJoin(colleagues, eq(colleagues.id, leaves.userId))
    .where(eq(leaves.id, leaveId));
  if (!found) throw notFound();
  return found;
}

/** A colleague with an open account. Throws NOT_FOUND. */
export async function requireColleague(ctx: ActorContext, userId: string): Promise<Colleague> {
  const colleagues = visibleColleagues(ctx);
  const [found] = await ctx.db
    .select({ id: colleagues.id, name: colleagues.name, role: colleagues.role })
    .from(colleagues)
    .where(and(eq(colleagues.id, userId), eq(colleagues.status, "active")));
  if (!found) throw notFound();
  return colleagueOf(found);
}

/** Who can stand in: an active consultant or manager. Throws INVALID for anybody else. */
export async function requireCover(ctx: ActorContext, userId: string): Promise<Colleague> {
  if (!isStaffContext(ctx)) throw forbidden("Only the firm's staff enter leave.");
  const cover = (await listAssignees(ctx)).find(({ id }) => id === userId);
  if (!cover)
    throw invalid("Choose somebody else.", {
      coverUserId: "Only an active consultant or manager can stand in.",
    });
  return cover;
}

/** Open hard clocks of the firm that fall in these days. */
export async function listHardClocks(ctx: ActorContext, { from, to }: Days): Promise<HardClock[]> {
  const clocks = hardClocks(ctx);
  return ctx.db
    .select()
    .from(clocks)
    .where(and(gte(clocks.dueOn, from), lte(clocks.dueOn, to)))
    .orderBy(asc(clocks.dueOn), asc(clocks.number));
}

/** Hard clocks of the next year that nobody at work has on their day. */
async function listUncovered(
  ctx: StaffContext,
  days: Days,
  nameOf: (id: string) => string,
): Promise<UncoveredClock[]> {
  const leaves = await listLeaves(ctx, days);
  if (leaves.length === 0) return [];
  const active = await listActiveIds(ctx);
  return (await listHardClocks(ctx, days))
    .filter((clock) => !isCovered(clock, leaves, (id) => active.has(id)))
    .map((clock) => ({ ...clock, responsible: nameOf(clock.responsibleId) }));
}

/** Everybody enters their own leave; other people's who manages leave. */
export function mayEnterLeaveOf(actor: Actor, userId: string): Decision {
  return actor.kind === "staff" && actor.userId === userId ? { allowed: true } : can(actor, "leave.manage");
}

/** What the page of leave shows: who is away from today on, what falls to nobody, and what a form offers. */
export async function getLeaveScreen(ctx: StaffContext): Promise<LeaveScreen> {
  const { today } = await getFirmDay(ctx);
  const colleagues = visibleColleagues(ctx);
  const staff = await ctx.db
    .select({ id: colleagues.id, name: colleagues.name, role: colleagues.role, status: colleagues.status })
    .from(colleagues)
    .orderBy(asc(colleagues.name), asc(colleagues.id));
  const names = new Map(staff.map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => names.get(id) ?? "Somebody";
  const leaves = visibleLeaves(ctx);
  const rows = await ctx.db
    .select()
    .from(leaves)
    .where(gte(leaves.toOn, today))
    .orderBy(asc(leaves.fromOn), asc(leaves.id))
    .limit(LEAVE_LIMIT);
  const managing = isAllowed(ctx.actor, "leave.manage");
  const active = staff.filter(({ status }) => status === "active");
  const viewerId = ctx.actor.userId;
  return {
    today,
    viewerId,
    leaves: rows.map((row): LeaveLine => ({
      ...row,
      name: nameOf(row.userId),
      cover: row.coverUserId === null ? null : nameOf(row.coverUserId),
      now: row.fromOn <= today,
      allowed: { change: mayEnterLeaveOf(ctx.actor, row.userId).allowed },
    })),
    people: active
      .filter(({ id }) => managing || id === viewerId)
      .sort((a, b) => Number(b.id === viewerId) - Number(a.id === viewerId))
      .map(({ id, name }) => ({ id, name })),
    covers: active.filter(({ role }) => role !== "administrator").map(({ id, name }) => ({ id, name })),
    uncovered: managing
      ? await listUncovered(ctx, { from: today, to: addDays(today, AHEAD_DAYS) }, nameOf)
      : [],
  };
}
