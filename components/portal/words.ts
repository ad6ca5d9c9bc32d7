import "server-only";
import { cache } from "react";
import { requestLocale, translations } from "@/lib/i18n/request-locale";
import { ruleText } from "@/lib/i18n/rule-text";

/** What a page of the portal is said in: its texts, the language's code for dates, and the rules' own sentences. */
export const portalWords = cache(async () => {
  const [locale, t] = [await requestLocale(), await translations("portal")];
  return { t, locale, rule: (text: string) => ruleText(locale, text) };
});

export type Words = Awaited<ReturnType<typeof portalWords>>;
