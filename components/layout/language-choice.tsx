import { LANGUAGES, type Locale } from "@/lib/i18n/languages";

interface LanguageChoiceProps {
  current: Locale;
  /** The page's path: `?lang=` is added, and the choice is remembered. */
  path: string;
  label: string;
}

/** The page in the other languages. Whole pages, not soft steps: the language of the document changes with them. */
export function LanguageChoice({ current, path, label }: LanguageChoiceProps) {
  return (
    <nav aria-label={label} className="print:hidden">
      <ul className="flex gap-1 text-sm">
        {[...LANGUAGES].map(([locale, { name, htmlLang }]) => (
          <li key={locale}>
            <a
              href={`${path}${path.includes("?") ? "&" : "?"}lang=${locale}`}
              lang={htmlLang}
              hrefLang={htmlLang}
              aria-current={locale === current ? "true" : undefined}
              className="inline-flex min-h-11 items-center rounded-md px-2.5 font-semibold aria-[current]:bg-sunken"
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
