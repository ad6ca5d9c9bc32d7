/**
 * The two languages of the product, and which one a request is answered in. No language in the path: a `?lang=` in the
 * address asks for one and is remembered in a cookie, else the browser's own preference decides. Pure.
 */
export const LOCALES = ["en", "fr"] as const;
export type Locale = (typeof LOCALES)[number];

/** Names a language, nothing else. */
export const LOCALE_COOKIE = "lang";
/** One year, in seconds. */
export const LOCALE_COOKIE_MAX_AGE = 365 * 24 * 60 * 60;

/** What stands in `<html lang>`. */
export const HTML_LANG: Readonly<Record<Locale, string>> = { en: "en-CA", fr: "fr-CA" };

/** Where pages are translated whole; everything else is English, whatever the visitor prefers. */
const TRANSLATED = ["/assess"] as const;

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
}

/** The language that `?lang=` of an address asks for; null without one. */
export function localeInAddress(path: string): Locale | null {
  const query = path.slice(path.indexOf("?") + 1);
  return path.includes("?") ? localeOf(new URLSearchParams(query).get("lang")) : null;
}

/** The language of the answer. */
export function chooseLocale({ path, cookie, accept }: Asked): Locale {
  const page = path.split("?")[0] ?? "";
  if (!TRANSLATED.some((root) => page === root || page.startsWith(`${root}/`))) return "en";
  return localeInAddress(path) ?? localeOf(cookie) ?? preferredOf((accept ?? "").slice(0, 200)) ?? "en";
}
