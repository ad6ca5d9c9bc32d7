import type { Locale } from "@/lib/i18n/locales";
import { HTML_LANG, LOCALES } from "@/lib/i18n/locales";

interface LanguageChoiceProps {
  current: Locale;
  /** The page's path: `?lang=` is added, and the choice is remembered. */
  path: string;
  label: string;
  /** Each language by its own name. */
  names: Readonly<Record<Locale, string>>;
}

/** The page in the other language. Whole pages, not soft steps: the language of the document changes with them. */
export function LanguageChoice({ current, path, label, names }: LanguageChoiceProps) {
  return (
    <nav aria-label={label} className="print:hidden">
      <ul className="flex gap-1 text-sm">
        {LOCALES.map((locale) => (
          <li key={locale}>
            <a
              href={`${path}?lang=${locale}`}
              lang={HTML_LANG[locale]}
              hrefLang={HTML_LANG[locale]}
              aria-current={locale === current ? "true" : undefined}
              className="inline-flex min-h-11 items-center rounded-md px-2.5 font-semibold aria-[current]:bg-sunken"
            >
              {names[locale]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
