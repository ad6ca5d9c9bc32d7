/** Names and attributes of the three cookies of sign-in (SECURITY.md 5.2, 5.3). */

export interface CookieAttributes {
  httpOnly: true;
  sameSite: "lax";
  path: "/";
  secure: boolean;
}

export interface AuthCookies {
  /** The session: an opaque token. */
  session: string;
  /** A browser that once signed in fully; no key by itself. */
  device: string;
  /** The token of a mailed link between its landing and its form. */
  link: string;
  attributes: CookieAttributes;
}

/** One year, in seconds. */
export const DEVICE_COOKIE_MAX_AGE = 365 * 24 * 60 * 60;
/** Half an hour, in seconds: long enough to choose a password. */
export const LINK_COOKIE_MAX_AGE = 30 * 60;

/**
 * `__Host-` binds a cookie to https, this host and the root path. Browsers refuse the prefix on plain http,
 * which env.ts allows on loopback only.
 */
export function authCookies(appOrigin: string): AuthCookies {
  const secure = appOrigin.startsWith("https:");
  const prefix = secure ? "__Host-" : "";
  return {
    session: `${prefix}landfall`,
    device: `${prefix}landfall-device`,
    link: `${prefix}landfall-link`,
    attributes: { httpOnly: true, sameSite: "lax", path: "/", secure },
  };
}
