import "server-only";
import type { NextRequest } from "next/server";
import { authCookies } from "@/lib/auth/cookies";
import { SIGN_IN } from "@/lib/auth/current-session";
import { guardedByNetwork } from "@/lib/auth/network-guard";
import type { Browser } from "@/lib/auth/sign-in";
import type { Caller } from "@/lib/command/actor-context";
import { runQuery } from "@/lib/command/run-query";
import { AppError } from "@/lib/errors/app-error";
import { hashToken } from "@/lib/ids/token";
import type { LinkActor } from "@/lib/policy/actor";
import type { Runtime } from "@/lib/runtime/runtime";
import { findLinkActor } from "./queries";
import { isLinkRef, isLinkToken } from "./rules";

/** Seconds that a browser keeps a link after its landing: long enough to find the paper, short on a shared computer. */
const COOKIE_MAX_AGE = 2 * 60 * 60;

/** One refusal for every reason: it was mistyped, has expired, was revoked, or its item needs nothing any more. */
function deadLink(): AppError {
  return new AppError("NOT_FOUND", "This link does not work any more.");
}

/** The short name of a link in addresses: two links in one browser stay apart by it, and it opens nothing. */
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
  const known = isLinkToken(token);
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

interface ReadCookies {
  get(name: string): { value: string } | undefined;
}

/**
 * Who came by this link, with no more rights than it gives. Each try counts against the caller's network until it
 * succeeds (SECURITY.md 5.2). Throws NOT_FOUND for every link that does not work, THROTTLED.
 */
export async function openLink(
  current: Runtime,
  browser: Browser,
  jar: ReadCookies,
  ref: string,
): Promise<Caller<LinkActor>> {
  const token = isLinkRef(ref) ? jar.get(cookieName(current.deps.appOrigin, ref))?.value : undefined;
  // Nothing was tried: there is no secret to guess at.
  if (token === undefined || !isLinkToken(token)) throw deadLink();
  return guardedByNetwork(current, browser, "failures", async () => {
    const { trace } = browser;
    const actor = await runQuery(current, { actor: SIGN_IN, trace }, (ctx) => findLinkActor(ctx, token));
    if (actor === null) throw deadLink();
    return { actor, trace };
  });
}

/** The same for a route handler's request. */
export function linkOfRequest(
  current: Runtime,
  browser: Browser,
  request: NextRequest,
  ref: string,
): Promise<Caller<LinkActor>> {
  return openLink(current, browser, request.cookies, ref);
}
