import "server-only";
import { sql } from "drizzle-orm";
import type { ActorContext } from "@/lib/command/actor-context";
import { staffLeave } from "@/lib/db/schema/leave";
import { invalid } from "@/lib/errors/app-error";
import { formatDate } from "@/lib/format/dates";
import { listActiveIds, listHardClocks, listLeaves } from "../queries";
import { leftToNobody } from "../rules";
import type { HardClock, LeaveSpan } from "../types";

/** As many deadlines as a refusal names one by one. */
const NAMED = 8;

function listed(clocks: readonly HardClock[]): string {
  const named = clocks
    .slice(0, NAMED)
    .map(({ number, title, dueOn }) => `${number}, ${title}, ${formatDate(dueOn)}`);
  const more = clocks.length - named.length;
  return [...named, ...(more > 0 ? [`and ${more} more`] : [])].join("; ");
}

function refusalOf(clocks: readonly HardClock[], covered: boolean): string {
  const one = clocks.length === 1;
  const what = one ? "1 hard deadline falls" : `${clocks.length} hard deadlines fall`;
  const why = covered ? "the cover is away on that day too" : "nobody covers";
  return `${what} in this leave, and ${why}: ${listed(clocks)}. Choose a cover who is at work then, or give ${one ? "it" : "them"} to somebody else first.`;
}

/**
 * Refuses a leave that shares a day with another of the same person, or that leaves an open hard deadline without
 * somebody at work. `instead`: the row that it replaces. Until the transaction ends no other leave is entered, so that
 * two people cannot each be the other's only cover. Throws INVALID.
 */
export async function checkLeave(
  ctx: ActorContext,
  leave: LeaveSpan,
  instead: string | null = null,
): Promise<void> {
  await ctx.db.execute(sql`lock table ${staffLeave} in share row exclusive mode`);
  const others = (await listLeaves(ctx, { from: leave.fromOn, to: leave.toOn })).filter(
    ({ id }) => id !== instead,
  );
  const same = others.find(({ userId }) => userId === leave.userId);
  if (same) {
    const words = `There is a leave from ${formatDate(same.fromOn)} to ${formatDate(same.toOn)} already. Change that one instead.`;
    throw invalid("This leave shares a day with another.", { fromOn: words });
  }
  const active = await listActiveIds(ctx);
  if (leave.coverUserId === leave.userId)
    throw invalid("Choose somebody else.", { coverUserId: "Nobody covers for themselves." });
  const clocks = await listHardClocks(ctx, { from: leave.fromOn, to: leave.toOn });
  const left = leftToNobody(clocks, leave, others, (id) => active.has(id));
  if (left.length > 0) {
    throw invalid("This leave is not entered.", { coverUserId: refusalOf(left, leave.coverUserId !== null) });
  }
}
