import "server-only";
import { ActorContext, type Caller } from "@/lib/command/actor-context";
import type { Runtime } from "@/lib/runtime/runtime";
import { SIGN_IN } from "./current-session";
import type { Browser } from "./sign-in";
import { networkLanes, releaseAttempt, reserveAttempt } from "./throttle";

/**
 * Counts a use of a secret (a mailed link) or a request for one against the caller's network: the limiter
 * guards every secret check (SECURITY.md 5.2). A success gives the attempt back unless `always` counts.
 * Throws THROTTLED.
 */
export async function guardedByNetwork<T>(
  current: Runtime,
  browser: Browser,
  counts: "failures" | "always",
  work: () => Promise<T>,
): Promise<T> {
  const caller: Caller = { actor: SIGN_IN, trace: browser.trace };
  const lanes = networkLanes(browser.network);
  const inWrite = (change: (ctx: ActorContext) => Promise<void>) =>
    ActorContext.open(current.pools, current.deps, caller, "write", change);
  await inWrite((ctx) => reserveAttempt(ctx, lanes));
  const result = await work();
  if (counts === "failures") await inWrite((ctx) => releaseAttempt(ctx, lanes));
  return result;
}
