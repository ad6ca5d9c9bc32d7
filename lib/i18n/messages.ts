/** Every text of the translated pages. The English files say which keys there are; a test holds the French to them. */
import type { Locale } from "./locales";
import englishAssess from "./messages/en/assess.json";
import englishFrame from "./messages/en/frame.json";
import frenchAssess from "./messages/fr/assess.json";
import frenchFrame from "./messages/fr/frame.json";

const english = { frame: englishFrame, assess: englishAssess };
export type Messages = typeof english;

export const MESSAGES: Readonly<Record<Locale, Messages>> = {
  en: english,
  fr: { frame: frenchFrame, assess: frenchAssess },
};
