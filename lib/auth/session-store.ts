import "server-only";
import { and, asc, desc, eq, gt, inArray, lte } from "drizzle-orm";
import type { ActorContext } from "@/lib/command/actor-context";
import { appUser, authDevice, authSession } from "@/lib/db/schema/users";
import { hashToken, newToken } from "@/lib/ids/token";
import type { Role } from "@/lib/policy/actor";
import { coveredBy } from "./covers";
import {
  SESSION_ABSOLUTE_SECONDS,
  SESSION_IDLE_MS,
  SESSION_TOUCH_MS,
  SESSIONS_PER_USER,
} from "./session-limits";

/** A live session and whose it is. */
export interface SessionRecord {
  tokenHash: Buffer;
  lastSeenAt: Date;
  secondFactorAt: Date | null;
  userId: string;
  role: Role;
  name: string;
  clientId: string | null;
  /** The person's own choice of language. */
  locale: string;
  /** Staff: the colleagues for whom they stand in today. */
  covers: string[];
}

/** What of a session's hash may be shown and logged: its first 8 bytes, hex. */
export function sessionRefOf(tokenHash: Buffer): string {
  return tokenHash.subarray(0, 8).toString("hex");
}

function later(instant: Date, milliseconds: number): Date {
  return new Date(instant.getTime() + milliseconds);
}

/**
 * The session of a cookie's token, or null: unknown, idle for 30 minutes, older than 12 hours, its user not
 * active, or a demonstration account outside a demonstration. Asked anew on every request, so a deleted row or
 * a disabled user ends the session at once.
 */
export async function findSession(ctx: ActorContext, token: string): Promise<SessionRecord | null> {
  const [row] = await ctx.db
    .select({
      tokenHash: authSession.tokenHash,
      lastSeenAt: authSession.lastSeenAt,
      secondFactorAt: authSession.secondFactorAt,
      userId: appUser.id,
      role: appUser.role,
      name: appUser.name,
      clientId: appUser.clientId,
      locale: appUser.locale,
      demo: appUser.demo,
      covers: coveredBy(ctx, appUser.id),
    })
    .from(authSession)
    .innerJoin(appUser, eq(appUser.id, authSession.userId))
    .where(
      and(
        eq(authSession.tokenHash, hashToken(token)),
        gt(authSession.expiresAt, ctx.now),
        gt(authSession.lastSeenAt, later(ctx.now, -SESSION_IDLE_MS)),
        eq(appUser.status, "active"),
      ),
    );
  if (!row || (row.demo !== 0 && !ctx.deps.demo)) return null;
  const { demo: _demo, ...session } = row;
  return session;
}

/** Whether "last seen" is old enough to be written again: once a minute at most. */
export function isDueForTouch(session: SessionRecord, now: Date): boolean {
  return session.lastSeenAt <= later(now, -SESSION_TOUCH_MS);
}

export async function touchSession(ctx: ActorContext, session: SessionRecord): Promise<void> {
  await ctx.db
    .update(authSession)
    .set({ lastSeenAt: ctx.now })
    .where(and(eq(authSession.tokenHash, session.tokenHash), lte(authSession.lastSeenAt, ctx.now)));
  await ctx.db.update(appUser).set({ lastSeenAt: ctx.now }).where(eq(appUser.id, session.userId));
}

export interface NewSession {
  userId: string;
  deviceHash: Buffer | null;
  ipPrefix: string | null;
  userAgentHash: string | null;
}

/** Makes a session and returns its token, which is stored nowhere. The oldest beyond five per user end. */
export async function createSession(ctx: ActorContext, session: NewSession): Promise<string> {
  const token = newToken();
  await ctx.db.insert(authSession).values({
    tokenHash: hashToken(token),
    ...session,
    createdAt: ctx.now,
    lastSeenAt: ctx.now,
    expiresAt: later(ctx.now, SESSION_ABSOLUTE_SECONDS * 1000),
  });
  const kept = await ctx.db
    .select({ tokenHash: authSession.tokenHash })
    .from(authSession)
    .where(eq(authSession.userId, session.userId))
    .orderBy(desc(authSession.createdAt), asc(authSession.tokenHash))
    .limit(100);
  const surplus = kept.slice(SESSIONS_PER_USER).map((row) => row.tokenHash);
  if (surplus.length > 0) await ctx.db.delete(authSession).where(inArray(authSession.tokenHash, surplus));
  return token;
}

/** Ends one session by its cookie's token; whether there was one. */
export async function deleteSession(ctx: ActorContext, token: string): Promise<boolean> {
  const ended = await ctx.db
    .delete(authSession)
    .where(eq(authSession.tokenHash, hashToken(token)))
    .returning({ userId: authSession.userId });
  return ended.length > 0;
}

/** Whether this browser has fully signed in as this user before. */
export async function findDevice(ctx: ActorContext, userId: string, token: string): Promise<Buffer | null> {
  const idHash = hashToken(token);
  const [device] = await ctx.db
    .select({ idHash: authDevice.idHash })
    .from(authDevice)
    .where(and(eq(authDevice.idHash, idHash), eq(authDevice.userId, userId)));
  return device?.idHash ?? null;
}

/** Remembers this browser for this user. */
export async function rememberDevice(ctx: ActorContext, userId: string, idHash: Buffer): Promise<void> {
  await ctx.db
    .insert(authDevice)
    .values({ idHash, userId, createdAt: ctx.now, lastUsedAt: ctx.now })
    .onConflictDoUpdate({ target: [authDevice.idHash, authDevice.userId], set: { lastUsedAt: ctx.now } });
}
