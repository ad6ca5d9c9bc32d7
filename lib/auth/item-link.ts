import "server-only";
import { and, eq, gt, isNull } from "drizzle-orm";
import { cookies } from "next/headers";
import type { NextRequest } from "next/server";
import { ActorContext, type Caller } from "@/lib/command/actor-context";
import { itemLink } from "@/lib/db/schema/item-links";
import { AppError } from "@/lib/errors/app-error";
import { hashToken } from "@/lib/ids/token";
import type { LinkActor } from "@/lib/policy/actor";
import { runtime, type Runtime } from "@/lib/runtime/runtime";
import { browserOf, currentBrowser } from "./browser";
import { authCookies } from "./cookies";
import { SIGN_IN } from "./current-session";
import { guardedByNetwork } from "./network-guard";
import type { RouteCall } from "./route-caller";
import type { Browser } from "./sign-in";

/**
 * The door of a link for one item of a checklist: from its secret to an actor with no more rights than it gives. Whether
 * its item still takes anything is asked behind it (docs/decisions/item-link.md).
 */

/** Seconds that a browser keeps a link after its landing: long enough to find the paper, short on a shared computer. */
const COOKIE_MAX_AGE = 2 * 60 * 60;

/** A secret as it stands in an address: 256 bits, base64url. */
const TOKEN = /^[\w-]{43}$/;
/** The short name of a link in its page's address, which is no secret. */
const REF = /^[0-9a-f]{16}$/;

/** One refusal for every reason: it was mistyped, has expired or was revoked. */
function deadLink(): AppError {
  return new AppError("NOT_FOUND", "This link does not work any more.");
}

/** Two links in one browser stay apart by it, and it opens nothing. */
function refOf(token: string): string {
  return hashToken(`item-link:${token}`).toString("hex").slice(0, 16);
}

function cookieName(appOrigin: string, ref: string): string {
  return `${authCookies(appOrigin).link}-${ref}`;
}

/**
 * The landing of a link: moves its secret out of the address into a short-lived cookie and leads to its page. Looks
 * nothing up and uses nothing up, so a mail scanner that opens every link does no harm.
 */
export function landItemLink(appOrigin: string, token: string): Response {
  const known = TOKEN.test(token);
  const { attributes } = authCookies(appOrigin);
  const ref = refOf(token);
  const headers = new Headers({
    location: known ? `${appOrigin}/send?item=${ref}` : `${appOrigin}/send`,
    "cache-control": "private, no-store",
  });
  if (known) {
    const secure = attributes.secure ? "; Secure" : "";
    const cookie = `${cookieName(appOrigin, ref)}=${token}; Path=/; Max-Age=${COOKIE_MAX_AGE}; HttpOnly; SameSite=Lax${secure}`;
    headers.set("set-cookie", cookie);
  }
  return new Response(null, { status: 303, headers });
}

/** Whom a secret lets in; null for one that is unknown, expired or revoked, all alike. */
async function findLinkActor(ctx: ActorContext, token: string): Promise<LinkActor | null> {
  const [found] = await ctx.db
    .select({
      userId: itemLink.id,
      caseId: itemLink.caseId,
      clientId: itemLink.clientId,
      requirementId: itemLink.requirementId,
    })
    .from(itemLink)
    .where(
      and(
        eq(itemLink.tokenHash, hashToken(token)),
        isNull(itemLink.revokedAt),
        gt(itemLink.expiresAt, ctx.now),
      ),
    );
  return found ? { kind: "link", ...found } : null;
}

interface ReadCookies {
  get(name: string): { value: string } | undefined;
}

/** Each try counts against the caller's network until it succeeds (SECURITY.md 5.2). Throws NOT_FOUND, THROTTLED. */
async function openLink(
  current: Runtime,
  browser: Browser,
  jar: ReadCookies,
  ref: string,
): Promise<Caller<LinkActor>> {
  const token = REF.test(ref) ? jar.get(cookieName(current.deps.appOrigin, ref))?.value : undefined;
  // Nothing was tried: there is no secret to guess at.
  if (token === undefined || !TOKEN.test(token)) throw deadLink();
  return guardedByNetwork(current, browser, "failures", async () => {
    const { trace } = browser;
    const caller: Caller = { actor: SIGN_IN, trace };
    const actor = await ActorContext.open(current.pools, current.deps, caller, "read", (ctx) =>
      findLinkActor(ctx, token),
    );
    if (actor === null) throw deadLink();
    return { actor, trace };
  });
}

/** Who came by the link of a route's request. Throws NOT_FOUND for every link that does not work, THROTTLED. */
export function linkOfRequest(
  { runtime: current, trace }: Pick<RouteCall, "runtime"> & { trace: Caller["trace"] },
  request: NextRequest,
  ref: string,
): Promise<Caller<LinkActor>> {
  return openLink(current, browserOf(current, trace, request), request.cookies, ref);
}

/** Reads for the page of a link as whoever came by it; null where the link, or what it is for, is dead. */
export async function readingByLink<T>(
  ref: string,
  fn: (ctx: ActorContext) => Promise<T>,
): Promise<T | null> {
  const current = await runtime();
  try {
    const caller = await openLink(current, await currentBrowser(), await cookies(), ref);
    return await ActorContext.open(current.pools, current.deps, caller, "read", fn);
  } catch (error) {
    if (error instanceof AppError && (error.code === "NOT_FOUND" || error.code === "THROTTLED")) return null;
    throw error;
  }
}
