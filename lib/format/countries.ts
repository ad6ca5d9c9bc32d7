import countries from "i18n-iso-countries";
import english from "i18n-iso-countries/langs/en.json" with { type: "json" };
import type { Language } from "./language";

countries.registerLocale(english);

/** `India` of `IN` or `IND` (ISO 3166-1), `Inde` in French; a code nobody knows is shown as it is. */
export function countryName(code: string, language: Language = "en"): string {
  if (language !== "en") {
    const alpha2 = countries.toAlpha2(code.toUpperCase());
    const names = new Intl.DisplayNames([language], { type: "region", fallback: "code" });
    return alpha2 === undefined ? code : (names.of(alpha2) ?? code);
  }
  return countries.getName(code.toUpperCase(), "en", { select: "official" }) ?? code;
}

/** Every country as `{ value: "IN", label: "India" }`, by name, for a select or a combobox. */
export function countryOptions(): { value: string; label: string }[] {
  return Object.entries(countries.getNames("en", { select: "official" }))
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => a.label.localeCompare(b.label, "en"));
}

/** The same in a visitor's language, by the browser's own names; for pages that are drawn in the browser alone. */
export function countryOptionsIn(language: Language): { value: string; label: string }[] {
  if (language === "en") return countryOptions();
  const names = new Intl.DisplayNames([language], { type: "region", fallback: "code" });
  return Object.keys(countries.getAlpha2Codes())
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
}
