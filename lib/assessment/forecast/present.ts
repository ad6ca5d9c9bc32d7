/** What the file says now, as short as a field of the screen: before anything is tried. Pure. */
import { EDUCATION_LABELS } from "@/lib/express-entry/education/credentials";
import type { CrsFactors } from "@/lib/express-entry/crs/factors";
import type { CaseFacts, EducationLevel } from "@/lib/express-entry/facts";
import { partnerOn, principalOf } from "@/lib/express-entry/family";
import { ABILITIES, type LanguageLevels } from "@/lib/express-entry/language/levels";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { formatDate } from "@/lib/format/dates";
import type { PresentWords } from "./types";

const EDUCATION_WORDS: Readonly<Partial<Record<EducationLevel, string>>> = {
  less_than_secondary: "none",
  secondary: "secondary",
  one_year_post_secondary: "one-year",
  two_year_post_secondary: "two-year",
  bachelor_or_three_plus_year: "bachelor",
  two_or_more_credentials_one_three_plus_year: "two credentials",
  master_or_entry_to_practice_professional: "master",
};

/** `CLB 9 in all four`, `NCLC 5 to 7`, `none`. */
function levelWords(levels: LanguageLevels | null): string {
  if (levels === null) return "none";
  const scale = levels.language === "en" ? "CLB" : "NCLC";
  const figures = ABILITIES.map((ability) => levels[ability]);
  const [low, high] = [Math.min(...figures), Math.max(...figures)];
  if (high === 0) return "none";
  if (low === high) return `${scale} ${low} in all four`;
  return low === 0 ? `below 4 to ${scale} ${high}` : `${scale} ${low} to ${high}`;
}

function workWords(facts: CaseFacts, on: IsoDate): string {
  const { jobs, statusExpiresOn } = principalOf(facts);
  const open = jobs.filter(({ from, to }) => from <= on && (to === null || to >= on));
  if (open.length === 0) return "none now";
  if (open.some(({ country }) => country === "CA") && statusExpiresOn !== null && statusExpiresOn >= on) {
    return `to ${formatDate(statusExpiresOn)}`;
  }
  const lastDays = open.flatMap(({ to }) => (to === null ? [] : [to])).sort();
  const last = lastDays.at(-1);
  return lastDays.length === open.length && last !== undefined ? `to ${formatDate(last)}` : "goes on";
}

function spouseWords(facts: CaseFacts, on: IsoDate): string {
  const spouse = partnerOn(facts, on);
  if (!spouse) return "none";
  return spouse.accompanying ? "comes along" : "stays behind";
}

export function presentWords(facts: CaseFacts, factors: CrsFactors, on: IsoDate): PresentWords {
  const { firstLanguage, secondLanguage, education, provincialNomination } = factors;
  const of = (language: "en" | "fr") =>
    [firstLanguage, secondLanguage].find((levels) => levels?.language === language) ?? null;
  return {
    english: levelWords(of("en")),
    french: levelWords(of("fr")),
    education: EDUCATION_WORDS[education] ?? EDUCATION_LABELS[education],
    work: workWords(facts, on),
    nomination: provincialNomination ? (facts.family.nomination?.province ?? "yes") : "none",
    spouse: spouseWords(facts, on),
    hasSpouse: partnerOn(facts, on) !== null,
  };
}
