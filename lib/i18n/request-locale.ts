import "server-only";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import { createTranslator } from "use-intl/core";
import { currentSession } from "@/lib/auth/current-session";
import { REQUESTED_PATH_HEADER } from "@/lib/auth/next-path";
import { languageOf, type Locale, type Messages } from "./languages";
import { chooseLocale, isWithin, LOCALE_COOKIE, PORTAL } from "./locales";

/** What the client who is signed in has chosen; null where nobody is, or nobody can tell. */
async function settingOfClient(): Promise<Locale | null> {
  try {
    const signedIn = await currentSession();
    return signedIn?.session.role === "client" ? signedIn.session.locale : null;
  } catch {
    // The database does not answer: the page itself says so, in the language of the cookie.
    return null;
  }
}

/** The language of this request. */
export const requestLocale = cache(async (): Promise<Locale> => {
  const [sent, jar] = [await headers(), await cookies()];
  const path = sent.get(REQUESTED_PATH_HEADER) ?? "";
  return chooseLocale({
    path,
    cookie: jar.get(LOCALE_COOKIE)?.value,
    accept: sent.get("accept-language"),
    setting: isWithin(path, PORTAL) ? await settingOfClient() : null,
  });
});

/** Texts for a server component: `const t = await translations("assess")`. */
export async function translations<Namespace extends keyof Messages>(namespace: Namespace) {
  const locale = await requestLocale();
  return createTranslator({ locale, messages: languageOf(locale).messages, namespace });
}

/** The texts of some namespaces, for `TextsProvider`: the browser is sent no other language. */
export async function textsFor(
  ...namespaces: readonly (keyof Messages)[]
): Promise<{ locale: Locale; messages: Partial<Messages> }> {
  const locale = await requestLocale();
  const { messages } = languageOf(locale);
  const texts = namespaces.map((namespace) => [namespace, messages[namespace]]);
  return { locale, messages: Object.fromEntries(texts) as Partial<Messages> };
}
