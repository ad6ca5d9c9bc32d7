import { LANGUAGES } from "@/lib/i18n/languages";
import { chooseLanguageAction } from "@/lib/users/actions";
import { portalWords } from "./words";

/** The portal in each other language, one press each; works without JavaScript, and is remembered. */
export async function LanguageForms() {
  const { locale } = await portalWords();
  return [...LANGUAGES]
    .filter(([code]) => code !== locale)
    .map(([code, { name, htmlLang }]) => (
      <form key={code} action={chooseLanguageAction}>
        <input type="hidden" name="locale" value={code} />
        <button type="submit" lang={htmlLang} className="min-h-11 px-2 text-base text-link text-ink-2">
          {name}
        </button>
      </form>
    ));
}
