import "server-only";
import { and, eq, gt, isNull, lte, or, sql } from "drizzle-orm";
import { caseInHandOf, caseVisibleTo } from "@/lib/cases/visibility";
import type { ActorContext } from "@/lib/command/actor-context";
import { calendarFeed } from "@/lib/db/schema/calendar";
import { caseFile } from "@/lib/db/schema/cases";
import { deadline } from "@/lib/db/schema/pool";
import type { Actor } from "@/lib/policy/actor";
import type { FeedScope } from "./types";

/** How long what is over stays in a feed as cancelled: every calendar has come by long before. */
const CANCELLED_DAYS = 42;
/** How far ahead a feed looks: a profile's year and more. */
const AHEAD_DAYS = 400;

/** What is in hand, for staff who see more than that; everybody else's feed is what they see. */
function within(actor: Actor, scope: FeedScope) {
  if (actor.kind !== "staff" || scope === "all") return undefined;
  return or(caseInHandOf(actor), eq(deadline.ownerId, actor.userId));
}

/** The clocks of a feed: of the cases this actor sees today, open ones and those that ended lately. */
export function feedDeadlines(ctx: ActorContext, scope: FeedScope) {
  const days = (count: number) =>
    sql`${ctx.now.toISOString()}::timestamptz + make_interval(days => ${count})`;
  return ctx.db
    .select({
      id: deadline.id,
      number: caseFile.number,
      displayName: caseFile.displayName,
      kind: deadline.kind,
      title: deadline.title,
      rule: deadline.rule,
      dueOn: deadline.dueOn,
      hard: deadline.hard,
      state: deadline.state,
      changedAt: deadline.changedAt,
      version: deadline.version,
    })
    .from(deadline)
    .innerJoin(caseFile, eq(caseFile.id, deadline.caseId))
    .where(
      and(
        caseVisibleTo(ctx.actor),
        within(ctx.actor, scope),
        lte(deadline.dueOn, sql`(${days(AHEAD_DAYS)})::date`),
        or(
          and(eq(deadline.state, "open"), gt(deadline.dueOn, sql`(${days(-AHEAD_DAYS)})::date`)),
          gt(deadline.closedAt, days(-CANCELLED_DAYS)),
        ),
      ),
    )
    .as("feed_deadline");
}

/** A person's own live feed. */
export function ownFeed(ctx: ActorContext) {
  const { actor } = ctx;
  const mine =
    actor.kind === "staff" || actor.kind === "client" ? eq(calendarFeed.userId, actor.userId) : sql`false`;
  return ctx.db
    .select({
      id: calendarFeed.id,
      scope: calendarFeed.scope,
      withNames: calendarFeed.withNames,
      createdAt: calendarFeed.createdAt,
      lastFetchedAt: calendarFeed.lastFetchedAt,
    })
    .from(calendarFeed)
    .where(and(mine, isNull(calendarFeed.revokedAt)))
    .as("own_feed");
}
