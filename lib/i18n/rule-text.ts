/**
 * The rules' own sentences in a reader's language. The rules speak English; a language file holds their sentences by
 * their English wording, with `{places}` for what differs from file to file. What is not there is the firm's own or the
 * client's own words, and stays as it was written.
 */
import { countryName } from "@/lib/format/countries";
import { formatDate } from "@/lib/format/dates";
import countries from "i18n-iso-countries";
import { languageOf, type Locale } from "./languages";

interface Pattern {
  english: RegExp;
  places: readonly string[];
  text: string;
}

const PLACE = /\{(\w+)\}/g;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const ENGLISH_DATE = new RegExp(`\\b(\\d{1,2}) (${MONTHS.join("|")}) (\\d{4})\\b`, "g");

function patternOf([english, text]: [string, string]): Pattern {
  const places = [...english.matchAll(PLACE)].map(([, place]) => place ?? "");
  const plain = english
    .split(PLACE)
    .map((part, index) => (index % 2 === 1 ? "(.+?)" : part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")))
    .join("");
  return { english: new RegExp(`^${plain}$`, "s"), places, text };
}

const patterns = new Map<Locale, readonly Pattern[]>();

/** The sentences with places, the longest first: the more they say, the better they fit. */
function patternsIn(locale: Locale): readonly Pattern[] {
  const known = patterns.get(locale);
  if (known) return known;
  const made = Object.entries(languageOf(locale).ruleTexts)
    .filter(([english]) => english.includes("{"))
    .sort(([a], [b]) => b.length - a.length)
    .map(patternOf);
  patterns.set(locale, made);
  return made;
}

/** `India` in the reader's language; null for what is no country. */
function countryIn(locale: Locale, english: string): string | null {
  const code = countries.getAlpha2Code(english, "en");
  return code === undefined || countryName(code) !== english
    ? null
    : (new Intl.DisplayNames([locale], { type: "region" }).of(code) ?? null);
}

function withDates(locale: Locale, text: string): string {
  return text.replace(ENGLISH_DATE, (_all, day: string, month: string, year: string) => {
    const number = String(MONTHS.indexOf(month) + 1).padStart(2, "0");
    return formatDate(`${year}-${number}-${day.padStart(2, "0")}`, locale);
  });
}

/** A sentence of the rules in another language, or null where the file does not have it. */
function found(locale: Locale, english: string): string | null {
  const whole = languageOf(locale).ruleTexts[english];
  if (whole !== undefined) return whole;
  for (const { english: pattern, places, text } of patternsIn(locale)) {
    const match = pattern.exec(english);
    if (!match) continue;
    const values = new Map(places.map((place, index) => [place, match[index + 1] ?? ""]));
    return text.replace(PLACE, (_all, place: string) => ruleText(locale, values.get(place) ?? ""));
  }
  return null;
}

/** Whether the language has this sentence of the rules. */
export function hasRuleText(locale: Locale, english: string): boolean {
  return locale === "en" || found(locale, english) !== null;
}

/** A sentence of the rules as it is read in a language; the words of people as they wrote them. */
export function ruleText(locale: Locale, english: string): string {
  if (locale === "en") return english;
  return found(locale, english) ?? countryIn(locale, english) ?? withDates(locale, english);
}
