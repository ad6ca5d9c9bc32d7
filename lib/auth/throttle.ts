import "server-only";
import { createHmac } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import type { ActorContext } from "@/lib/command/actor-context";
import { authCounter } from "@/lib/db/schema/users";
import { AppError } from "@/lib/errors/app-error";
import { deriveSecret } from "@/lib/storage/keyring";

/** A limit on failures of one kind, shared by all processes through the database (SECURITY.md 5.2). */
interface Limit {
  failures: number;
  /** Seconds. */
  window: number;
  /** Past the limit one attempt is evaluated every so many seconds; null: none until the window is over. */
  thenEvery: number | null;
}

const QUARTER_HOUR = 15 * 60;
const LIMITS = {
  /** An account from a browser we do not know. */
  account: { failures: 10, window: QUARTER_HOUR, thenEvery: 60 },
  /** An account from a browser that signed in before: nobody without its cookie can exhaust this one. */
  device: { failures: 10, window: QUARTER_HOUR, thenEvery: 60 },
  network: { failures: 30, window: QUARTER_HOUR, thenEvery: null },
  networkDay: { failures: 300, window: 24 * 60 * 60, thenEvery: null },
  /** Mails asked for by somebody who is not signed in. */
  mail: { failures: 3, window: QUARTER_HOUR, thenEvery: null },
  /** Public forms sent from one network, and from everywhere: what people do, with room to spare. */
  form: { failures: 20, window: 60 * 60, thenEvery: null },
  formEverywhere: { failures: 500, window: 24 * 60 * 60, thenEvery: null },
} as const satisfies Record<string, Limit>;

type LimitName = keyof typeof LIMITS;

export interface Lane {
  limit: LimitName;
  /** Whose: an address, a network; only its keyed hash is stored. */
  subject: string;
}

/** The counters of a caller's network; none when the address cannot be told. */
export function networkLanes(network: string | null): Lane[] {
  if (network === null) return [];
  return [
    { limit: "network", subject: network },
    { limit: "networkDay", subject: network },
  ];
}

/** The counters of a form that anybody may send. A caller without an address shares one network with all such. */
export function formLanes(form: string, network: string | null): Lane[] {
  return [
    { limit: "form", subject: `${form}:${network ?? "unknown"}` },
    { limit: "formEverywhere", subject: form },
  ];
}

function keyOf(ctx: ActorContext, { limit, subject }: Lane): string {
  const secret = deriveSecret(ctx.deps.keyring, "throttle");
  return `${limit}:${createHmac("sha256", secret).update(subject).digest("base64url")}`;
}

function throttled(retryAfter: number): AppError {
  return new AppError("THROTTLED", "There have been too many tries. Wait a little and try again.", {
    retryAfter,
  });
}

async function secondsUntilNext(ctx: ActorContext, key: string, limit: Limit): Promise<number> {
  if (limit.thenEvery !== null) return limit.thenEvery;
  const [row] = await ctx.db
    .select({ windowStart: authCounter.windowStart })
    .from(authCounter)
    .where(eq(authCounter.key, key));
  const opened = row?.windowStart.getTime() ?? ctx.now.getTime();
  return Math.max(1, Math.ceil((opened - ctx.now.getTime()) / 1000) + limit.window);
}

/**
 * Counts one attempt as a failure before it is evaluated, so that fifty at once cannot all slip under the
 * limit; `release` takes it back when it succeeds. Throws THROTTLED, and then nothing may be evaluated.
 */
export async function reserveAttempt(ctx: ActorContext, lanes: readonly Lane[]): Promise<void> {
  for (const lane of lanes) {
    const limit: Limit = LIMITS[lane.limit];
    const key = keyOf(ctx, lane);
    const now = sql`${ctx.now.toISOString()}::timestamptz`;
    const over = sql`${authCounter.windowStart} <= ${now} - make_interval(secs => ${limit.window})`;
    const nextTurn =
      limit.thenEvery === null
        ? sql`false`
        : sql`${authCounter.lastAttemptAt} <= ${now} - make_interval(secs => ${limit.thenEvery})`;
    const admitted = await ctx.db
      .insert(authCounter)
      .values({ key, windowStart: ctx.now, failures: 1, lastAttemptAt: ctx.now })
      .onConflictDoUpdate({
        target: authCounter.key,
        set: {
          windowStart: sql`case when ${over} then ${now} else ${authCounter.windowStart} end`,
          failures: sql`case when ${over} then 1 else ${authCounter.failures} + 1 end`,
          lastAttemptAt: now,
        },
        setWhere: sql`${over} or ${authCounter.failures} < ${limit.failures} or ${nextTurn}`,
      })
      .returning({ key: authCounter.key });
    if (admitted.length === 0) throw throttled(await secondsUntilNext(ctx, key, limit));
  }
}

/** After a success: the account's or device's failures are forgotten, the network's one attempt taken back. */
export async function releaseAttempt(ctx: ActorContext, lanes: readonly Lane[]): Promise<void> {
  for (const lane of lanes) {
    const key = keyOf(ctx, lane);
    if (lane.limit === "account" || lane.limit === "device") {
      await ctx.db.delete(authCounter).where(eq(authCounter.key, key));
    } else {
      await ctx.db
        .update(authCounter)
        .set({ failures: sql`greatest(${authCounter.failures} - 1, 0)` })
        .where(eq(authCounter.key, key));
    }
  }
}
