/** The words of a sheet in a language. */
import { createTranslator } from "use-intl/core";
import { languageOf, type Locale } from "@/lib/i18n/languages";

/** Texts of the sheet by their keys. */
export function sheetWords(locale: Locale) {
  return createTranslator({ locale, messages: languageOf(locale).messages, namespace: "sheet" });
}

export type SheetWords = ReturnType<typeof sheetWords>;

/** `About “Work”: …`, a message of the client or to them. */
export function objectionMessage(locale: Locale, section: string, note: string): string {
  const say = createTranslator({ locale, messages: languageOf(locale).messages, namespace: "confirm" });
  return say("message", { section, note });
}
