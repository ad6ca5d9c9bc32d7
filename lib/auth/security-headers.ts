/** The headers of SECURITY.md 5.10 that depend on the request; the constant ones are in next.config.mjs. */

/**
 * The content security policy of one answer. Scripts run by its nonce alone; inline `style` attributes are
 * allowed, as charts and meters position themselves by them. `worker-src` is said because it would otherwise
 * fall back to `script-src`. `development` adds what hot reload and its
 * overlay need.
 */
export function contentSecurityPolicy(nonce: string, development: boolean): string {
  const evaluation = development ? " 'unsafe-eval'" : "";
  const styles = development ? "'unsafe-inline'" : `'nonce-${nonce}'`;
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${evaluation}`,
    `style-src 'self' ${styles}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** Not enforced until every library on our pages is clean of it. */
export const TRUSTED_TYPES_REPORT_ONLY = "require-trusted-types-for 'script'";

/** For the bytes of clients' documents: never a page, whatever a browser makes of them (SECURITY.md 5.7). */
export const DOCUMENT_POLICY = "sandbox; default-src 'none'";
