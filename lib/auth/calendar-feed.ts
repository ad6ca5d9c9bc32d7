import "server-only";
import { and, eq, isNull, lt, or, sql } from "drizzle-orm";
import type { NextRequest } from "next/server";
import { ActorContext, type Caller } from "@/lib/command/actor-context";
import type { FeedScope } from "@/lib/calendar/types";
import { calendarFeed } from "@/lib/db/schema/calendar";
import { appUser } from "@/lib/db/schema/users";
import { notFound } from "@/lib/errors/app-error";
import { hashToken } from "@/lib/ids/token";
import type { ClientActor, StaffActor } from "@/lib/policy/actor";
import { browserOf } from "./browser";
import { coveredBy } from "./covers";
import { SIGN_IN } from "./current-session";
import { guardedByNetwork } from "./network-guard";
import type { RouteCall } from "./route-caller";

/**
 * The door of a calendar feed: from the secret in its address to its person, with the rights they have at this moment.
 * Nobody is signed in. An address that was mistyped, is revoked, or whose person's account is closed is answered alike.
 */

/** `<token>.ics`: 256 bits, base64url. */
const FILE = /^([\w-]{43})\.ics$/;

interface Feed {
  id: string;
  scope: FeedScope;
  withNames: boolean;
  locale: string;
  actor: StaffActor | ClientActor;
}

/** The feed of a secret and its person; null: no such feed, revoked, not active, or a demonstration's outside one. */
async function findFeed(ctx: ActorContext, token: string): Promise<Feed | null> {
  const [found] = await ctx.db
    .select({
      ...{ id: calendarFeed.id, scope: calendarFeed.scope, withNames: calendarFeed.withNames },
      ...{ userId: appUser.id, name: appUser.name, role: appUser.role, clientId: appUser.clientId },
      ...{ locale: appUser.locale, demo: appUser.demo, covers: coveredBy(ctx, appUser.id) },
    })
    .from(calendarFeed)
    .innerJoin(appUser, eq(appUser.id, calendarFeed.userId))
    .where(
      and(
        eq(calendarFeed.tokenHash, hashToken(token)),
        isNull(calendarFeed.revokedAt),
        eq(appUser.status, "active"),
      ),
    );
  if (!found || (found.demo !== 0 && !ctx.deps.demo)) return null;
  const { id, scope, withNames, locale, userId, name, role, clientId, covers } = found;
  if (role !== "client") {
    return { id, scope, withNames, locale: "en", actor: { kind: "staff", userId, name, role, covers } };
  }
  if (clientId === null) return null;
  return { id, scope, withNames, locale, actor: { kind: "client", userId, name, clientId } };
}

/** Notes that it was fetched, once an hour at most. */
async function noteFetched(ctx: ActorContext, feedId: string): Promise<void> {
  const anHourAgo = sql`${ctx.now.toISOString()}::timestamptz - interval '1 hour'`;
  await ctx.db
    .update(calendarFeed)
    .set({ lastFetchedAt: ctx.now })
    .where(
      and(
        eq(calendarFeed.id, feedId),
        or(isNull(calendarFeed.lastFetchedAt), lt(calendarFeed.lastFetchedAt, anHourAgo)),
      ),
    );
}

/**
 * Reads for the feed at this address as its person. Each try counts against the caller's network until it succeeds
 * (SECURITY.md 5.2). Throws NOT_FOUND, THROTTLED.
 */
export async function readingByFeed<T>(
  { runtime: current, trace }: Pick<RouteCall, "runtime"> & { trace: Caller["trace"] },
  request: NextRequest,
  file: string,
  fn: (ctx: ActorContext, feed: Feed) => Promise<T>,
): Promise<T> {
  const token = FILE.exec(file)?.[1];
  if (token === undefined) throw notFound();
  const system: Caller = { actor: SIGN_IN, trace };
  const feed = await guardedByNetwork(current, browserOf(current, trace, request), "failures", async () => {
    const found = await ActorContext.open(current.pools, current.deps, system, "read", (ctx) =>
      findFeed(ctx, token),
    );
    if (found === null) throw notFound();
    return found;
  });
  await ActorContext.open(current.pools, current.deps, system, "write", (ctx) => noteFetched(ctx, feed.id));
  return ActorContext.open(current.pools, current.deps, { actor: feed.actor, trace }, "read", (ctx) =>
    fn(ctx, feed),
  );
}
