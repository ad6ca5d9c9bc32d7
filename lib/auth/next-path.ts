/** Longest address that is carried through the sign-in page. */
const LONGEST = 512;
/** Set by proxy.ts for pages that must send somebody to sign in: the path and query that were asked for. */
export const REQUESTED_PATH_HEADER = "x-landfall-path";

/**
 * A path of our own to continue at, or null. Only `/name…`: `//host`, `/\host`, schemes, control characters
 * and anything that a URL parser would read as another origin are refused (SECURITY.md 3.2.2, S-29).
 */
export function safeNextPath(text: string | null | undefined): string | null {
  if (!text || text.length > LONGEST || !/^\/(?![/\\])[\x21-\x7e]*$/.test(text) || text.includes("\\"))
    return null;
  const base = "http://landfall.invalid";
  if (!URL.canParse(text, base)) return null;
  const url = new URL(text, base);
  if (url.origin !== base) return null;
  const path = `${url.pathname}${url.search}`;
  if (path.startsWith("//") || path.startsWith("/api/") || path.startsWith("/sign-in")) return null;
  return path;
}

/** The sign-in page, with the way back to `path` when it is worth keeping. */
export function signInPath(path: string | null): string {
  const next = safeNextPath(path);
  return next === null || next === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(next)}`;
}
