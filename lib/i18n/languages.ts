/**
 * The languages of the product: every file of `languages/` is one. A further language is a further file, nothing else.
 * Read once a process; the browser is sent the texts of its own page only.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type english from "./languages/en.json";

/** The English file says which texts there are; a test holds every other file to it. */
export type Messages = (typeof english)["messages"];

/** A language by the name of its file: `en`, `fr`. */
export type Locale = string;

interface Language {
  /** By its own name: `Français`. */
  name: string;
  /** What stands in `<html lang>`: `fr-CA`. */
  htmlLang: string;
  messages: Messages;
  /**
   * The rules' own sentences by their English wording: what a document is, what a good one looks like, what goes
   * wrong with it. A sentence that is not here is the firm's own, and is shown as it was written.
   */
  ruleTexts: Readonly<Record<string, string>>;
}

const FOLDER = join(process.cwd(), "lib", "i18n", "languages");

/** Every language of a folder, by its code, in the order of the codes. */
export function readLanguages(folder: string): ReadonlyMap<Locale, Language> {
  const codes = readdirSync(folder)
    .filter((file) => /^[a-z]{2,3}\.json$/.test(file))
    .map((file) => file.slice(0, -".json".length))
    .sort();
  return new Map(
    codes.map((code) => {
      const file = JSON.parse(readFileSync(join(folder, `${code}.json`), "utf8")) as Partial<Language>;
      return [code, { ruleTexts: {}, ...file } as Language];
    }),
  );
}

export const LANGUAGES = readLanguages(FOLDER);

/** The codes of every language, as a cookie or a setting names them. */
export const LOCALES: readonly Locale[] = [...LANGUAGES.keys()];

/** A language by its code; the first one for what is none of ours. Throws where there is no English. */
export function languageOf(locale: Locale): Language {
  const language = LANGUAGES.get(locale) ?? LANGUAGES.get("en");
  if (!language) throw new Error("lib/i18n/languages/en.json is missing");
  return language;
}
