import "server-only";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import { createTranslator } from "use-intl/core";
import { REQUESTED_PATH_HEADER } from "@/lib/auth/next-path";
import { chooseLocale, LOCALE_COOKIE, type Locale } from "./locales";
import { MESSAGES, type Messages } from "./messages";

/** The language of this request. */
export const requestLocale = cache(async (): Promise<Locale> => {
  const [sent, jar] = [await headers(), await cookies()];
  return chooseLocale({
    path: sent.get(REQUESTED_PATH_HEADER) ?? "",
    cookie: jar.get(LOCALE_COOKIE)?.value,
    accept: sent.get("accept-language"),
  });
});

/** Texts for a server component: `const t = await translations("assess")`. */
export async function translations<Namespace extends keyof Messages>(namespace: Namespace) {
  const locale = await requestLocale();
  return createTranslator({ locale, messages: MESSAGES[locale], namespace });
}

/** The texts of some namespaces, for `TextsProvider`: the browser is sent no other language. */
export async function textsFor(
  ...namespaces: readonly (keyof Messages)[]
): Promise<{ locale: Locale; messages: Partial<Messages> }> {
  const locale = await requestLocale();
  const texts = namespaces.map((namespace) => [namespace, MESSAGES[locale][namespace]]);
  return { locale, messages: Object.fromEntries(texts) as Partial<Messages> };
}
