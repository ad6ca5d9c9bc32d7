import "server-only";
import { asc, eq } from "drizzle-orm";
import { getFirmDay } from "@/lib/cases/queries";
import type { ActorContext } from "@/lib/command/actor-context";
import { notFound } from "@/lib/errors/app-error";
import { isAllowed } from "@/lib/policy/can";
import { writeCalendar } from "./ical";
import type { Calendar, FeedScreen, FeedSummary, FeedWish } from "./types";
import { feedDeadlines, ownFeed } from "./visibility";
import { calendarName, clientEvent, staffEvent } from "./words";

/** A feed is bounded: the nearest so many. More than any calendar shows. */
const FEED_LIMIT = 2000;

/** The calendar as the text that programs read, at this moment. */
export async function getCalendarText(ctx: ActorContext, feed: FeedWish): Promise<string> {
  return writeCalendar(await getCalendar(ctx, feed), ctx.now);
}

/** A feed of somebody else's rights would be a hole: what it holds is what its person sees at this moment. */
async function getCalendar(ctx: ActorContext, { scope, withNames, locale }: FeedWish): Promise<Calendar> {
  const { firmName, timeZone } = await getFirmDay(ctx);
  const clocks = feedDeadlines(ctx, mayHaveAll(ctx) ? scope : "own");
  const rows = await ctx.db
    .select()
    .from(clocks)
    .orderBy(asc(clocks.dueOn), asc(clocks.id))
    .limit(FEED_LIMIT);
  const { appOrigin } = ctx.deps;
  return {
    name: calendarName(locale, firmName),
    timeZone,
    host: new URL(appOrigin).hostname,
    language: locale,
    events: rows.map((row) =>
      ctx.actor.kind === "client"
        ? clientEvent(row, withNames, locale, appOrigin)
        : staffEvent(row, withNames, appOrigin),
    ),
  };
}

/** Whether somebody's feed may hold more than what they have in hand: whoever sees every case. */
export function mayHaveAll({ actor }: ActorContext): boolean {
  return isAllowed(actor, "calendar.all");
}

/** The person's live feed, or null. */
export async function findOwnFeed(ctx: ActorContext): Promise<FeedSummary | null> {
  const [found] = await ctx.db.select().from(ownFeed(ctx));
  return found ?? null;
}

/** Their own feed by its id. Throws NOT_FOUND for anybody else's and for one that is revoked. */
export async function getOwnFeed(ctx: ActorContext, feedId: string): Promise<FeedSummary> {
  const feeds = ownFeed(ctx);
  const [found] = await ctx.db.select().from(feeds).where(eq(feeds.id, feedId));
  if (!found) throw notFound();
  return found;
}

export async function getFeedScreen(ctx: ActorContext): Promise<FeedScreen> {
  const { timeZone } = await getFirmDay(ctx);
  return { feed: await findOwnFeed(ctx), timeZone, allowed: { all: mayHaveAll(ctx) } };
}
