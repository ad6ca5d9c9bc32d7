/**
 * Whether a request that changes something comes from our own pages (SECURITY.md 3.1.9): `Origin` must be there
 * and equal APP_ORIGIN, and `Sec-Fetch-Site`, where a browser sends it, must say same-origin. The host headers
 * are not asked: Next's own check trusts them, and whoever forges one forges both.
 */
export function isSameOrigin(headers: Headers, appOrigin: string): boolean {
  const site = headers.get("sec-fetch-site");
  return headers.get("origin") === appOrigin && (site === null || site === "same-origin");
}
