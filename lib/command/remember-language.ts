import "server-only";
import { cookies } from "next/headers";
import type { Locale } from "@/lib/i18n/languages";
import { LOCALE_COOKIE, localeCookie } from "@/lib/i18n/locales";
import { runtime } from "@/lib/runtime/runtime";

/** For an action: this browser is answered in this language from now on, also when nobody is signed in. */
export async function rememberLanguage(locale: Locale): Promise<void> {
  const { env } = await runtime();
  (await cookies()).set(LOCALE_COOKIE, locale, localeCookie(env.appOrigin));
}
