import { LANGUAGES, type Locale } from "@/lib/i18n/languages";
import { LanguageLinks } from "./language-links";

interface LanguageChoiceProps {
  current: Locale;
  label: string;
}

/** This page in each language, before anybody has signed in; the choice is remembered. */
export function LanguageChoice({ current, label }: LanguageChoiceProps) {
  const languages = [...LANGUAGES].map(([code, { name, htmlLang }]) => ({ code, name, htmlLang }));
  return <LanguageLinks current={current} label={label} languages={languages} />;
}
