import { NextResponse, type NextRequest } from "next/server";
import { REQUESTED_PATH_HEADER } from "@/lib/auth/next-path";
import { isSameOrigin } from "@/lib/auth/request-origin";
import {
  contentSecurityPolicy,
  DOCUMENT_POLICY,
  TRUSTED_TYPES_REPORT_ONLY,
} from "@/lib/auth/security-headers";
import { LOCALE_COOKIE, localeCookie, localeInAddress } from "@/lib/i18n/locales";
import { newToken } from "@/lib/ids/token";
import { databaseAnswers } from "@/lib/runtime/database-pulse";
import { env } from "@/lib/runtime/env";

/**
 * The request's edge: a fresh nonce, headers, and refusals that need no knowledge. Never a boundary (SECURITY.md
 * D2): every page, action and route asks again who is there and where the request came from.
 *
 * Uploads stay outside: behind a matching proxy Next cuts a body at 10 MB without an error (D3).
 */
export const config = {
  matcher: ["/((?!api/uploads(?:/|$)|_next/static/|icon\\.svg$).*)"],
};

const PAGE_METHODS = new Set(["GET", "HEAD", "POST"]);
const ROUTE_METHODS = new Set([...PAGE_METHODS, "PUT", "PATCH", "DELETE"]);
const SAFE_METHODS = new Set(["GET", "HEAD"]);
/** Dot files, source maps, scripts of other platforms: nothing of ours, and nothing worth a look-up. */
const NEVER_OURS = /(?:^|\/)\.(?!well-known\/)|\.(?:map|php|env|git|bak|sql)$/i;
/** No text of ours holds a NUL, so no address does. */
const NUL = /%00/;
const UNAVAILABLE_RETRY_SECONDS = "5";

function refuse(status: number, message: string, headers: Record<string, string> = {}): NextResponse {
  return new NextResponse(`${message}\n`, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8", ...headers },
  });
}

/** What can be refused from the first line and the headers alone; null: go on. */
function earlyRefusal(request: NextRequest): NextResponse | null {
  const { method, headers } = request;
  const path = request.nextUrl.pathname;
  const methods = path.startsWith("/api/") ? ROUTE_METHODS : PAGE_METHODS;
  if (!methods.has(method)) return refuse(405, "Method not allowed", { allow: [...methods].join(", ") });
  if (!SAFE_METHODS.has(method) && !isSameOrigin(headers, env().appOrigin)) {
    return refuse(403, "This request did not come from Landfall's own page.");
  }
  if (NEVER_OURS.test(path) || NUL.test(`${path}${request.nextUrl.search}`)) return refuse(404, "Not found");
  return null;
}

async function unavailable(path: string): Promise<NextResponse | null> {
  if (path.startsWith("/api/health/") || (await databaseAnswers())) return null;
  return refuse(503, "Landfall cannot reach its database. Nothing was lost; please try again in a moment.", {
    "retry-after": UNAVAILABLE_RETRY_SECONDS,
  });
}

export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname, search } = request.nextUrl;
  // 128 bits would do; ours has 256. Base64url is within the nonce's alphabet.
  const nonce = newToken();
  const policy = contentSecurityPolicy(nonce, env().nodeEnv === "development");
  let response = earlyRefusal(request) ?? (await unavailable(pathname));
  if (response === null) {
    const headers = new Headers(request.headers);
    // Overwritten, whatever was sent: the page's scripts carry this nonce, the redirect goes back to this path.
    headers.set("x-nonce", nonce);
    headers.set("content-security-policy", policy);
    headers.set(REQUESTED_PATH_HEADER, `${pathname}${search}`);
    // Our host is configured, never forwarded: Next would answer an action with 500 where the two differ.
    headers.set("x-forwarded-host", new URL(env().appOrigin).host);
    response = NextResponse.next({ request: { headers } });
  }
  const locale = localeInAddress(search);
  if (locale !== null) response.cookies.set(LOCALE_COOKIE, locale, localeCookie(env().appOrigin));
  // Set here too: this header would replace the one that the document's own route gives.
  const isDocument = pathname.startsWith("/api/documents/");
  response.headers.set("content-security-policy", isDocument ? DOCUMENT_POLICY : policy);
  response.headers.set("content-security-policy-report-only", TRUSTED_TYPES_REPORT_ONLY);
  response.headers.set("cache-control", "private, no-store");
  return response;
}
