import type { NextRequest } from "next/server";

const HEADERS = { "clear-site-data": '"cache", "storage"', "cache-control": "private, no-store" };

/**
 * After signing out: what the browser kept of private pages goes, then the sign-in page. Next asks on behalf of
 * its router first, to render the next page in place; it gets nothing to render, so that the browser itself
 * comes here and everything that the router holds in memory goes too.
 */
export function GET(request: NextRequest): Response {
  if (request.headers.has("rsc")) return new Response(null, { status: 204, headers: HEADERS });
  return new Response(null, { status: 303, headers: { ...HEADERS, location: "/sign-in?signed-out=1" } });
}
