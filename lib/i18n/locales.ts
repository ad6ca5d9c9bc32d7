/**
 * Which language a request is answered in. No language in the path: a `?lang=` in the address asks for one and is
 * remembered in a cookie; whoever is signed in has a setting; else the browser's own preference decides. Pure but for
 * the list of the languages.
 */
import { LOCALES, type Locale } from "./languages";

/** Names a language, nothing else. */
export const LOCALE_COOKIE = "lang";
/** One year, in seconds. */
const LOCALE_COOKIE_MAX_AGE = 365 * 24 * 60 * 60;

/** How this browser is told to remember a language. */
export function localeCookie(appOrigin: string) {
  const secure = appOrigin.startsWith("https:");
  return { path: "/", maxAge: LOCALE_COOKIE_MAX_AGE, sameSite: "lax", httpOnly: true, secure } as const;
}

/** Where pages are translated whole; everything else is English, whatever the visitor prefers. */
const TRANSLATED = [
  "/assess",
  "/sign-in",
  "/api/auth/sign-in",
  "/invitation",
  "/reset",
  "/send",
  "/portal",
] as const;

/** Where somebody is signed in whose own setting counts. */
export const PORTAL = "/portal";

/** A language by its code; null for what is none of ours. */
function localeOf(text: string | null | undefined): Locale | null {
  return LOCALES.find((locale) => locale === text) ?? null;
}

/** The first language of `Accept-Language` that we have, by its weights: `fr-CA,fr;q=0.9,en;q=0.8`. */
function preferredOf(accept: string): Locale | null {
  const ranked = accept
    .split(",")
    .map((part) => {
      const [tag = "", ...rest] = part.trim().toLowerCase().split(";");
      const weight = rest
        .find((one) => one.trim().startsWith("q="))
        ?.trim()
        .slice(2);
      return { locale: localeOf(tag.split("-")[0]), weight: weight === undefined ? 1 : Number(weight) || 0 };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return ranked.find(({ locale }) => locale !== null)?.locale ?? null;
}

interface Asked {
  /** Path and query, as asked for. */
  path: string;
  cookie: string | null | undefined;
  accept: string | null | undefined;
  /** What the client who is signed in has chosen. */
  setting?: string | null;
}

/** The language that `?lang=` of an address asks for; null without one. */
export function localeInAddress(path: string): Locale | null {
  const query = path.slice(path.indexOf("?") + 1);
  return path.includes("?") ? localeOf(new URLSearchParams(query).get("lang")) : null;
}

/** Whether a path is a page or lies below it. */
export function isWithin(path: string, root: string): boolean {
  const [page = ""] = path.split("?");
  return page === root || page.startsWith(`${root}/`);
}

/** The language of the answer. */
export function chooseLocale({ path, cookie, accept, setting }: Asked): Locale {
  if (!TRANSLATED.some((root) => isWithin(path, root))) return "en";
  const chosen = localeOf(setting) ?? localeInAddress(path) ?? localeOf(cookie);
  return chosen ?? preferredOf((accept ?? "").slice(0, 200)) ?? "en";
}
