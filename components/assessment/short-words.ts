/**
 * Short words for tables: the engine's full sentences stand one click away. Nothing is decided here; a verdict and a
 * figure of points always come from the engine.
 */
import type { CrsAssessment } from "@/lib/express-entry/crs/assess";
import type { UnknownFact } from "@/lib/express-entry/crs/factors-on";
import type { CrsLine } from "@/lib/express-entry/crs/lines";
import type { EducationLevel, OfficialLanguage } from "@/lib/express-entry/facts";
import type { LanguageLevels } from "@/lib/express-entry/language/levels";
import { formatCount } from "@/lib/format/quantities";

const EDUCATION: Readonly<Record<EducationLevel, string>> = {
  less_than_secondary: "Below secondary",
  secondary: "Secondary",
  one_year_post_secondary: "One-year program",
  two_year_post_secondary: "Two-year program",
  bachelor_or_three_plus_year: "Bachelor, or three years",
  two_or_more_credentials_one_three_plus_year: "Two or more credentials",
  master_or_entry_to_practice_professional: "Master, or professional",
  doctorate: "Doctorate",
};

const LANGUAGES: Readonly<Record<OfficialLanguage, string>> = { en: "English, CLB", fr: "French, NCLC" };

export function shortEducation(level: EducationLevel): string {
  return EDUCATION[level];
}

/** Reading, writing, listening, speaking, as IRCC's forms ask for them. */
function fourOf({ reading, writing, listening, speaking }: LanguageLevels): number[] {
  return [reading, writing, listening, speaking];
}

/** `English, CLB 9 9 9 9`; below 4 is 0. */
export function shortLevels(levels: LanguageLevels | null, none: string): string {
  if (levels === null || fourOf(levels).every((level) => level === 0)) return none;
  return `${LANGUAGES[levels.language]} ${fourOf(levels).join(" ")}`;
}

/** `all CLB 9`, `CLB 7 or more`: what a band of transferability is read from. */
function leastLevel(levels: LanguageLevels): string {
  const [least, most] = [Math.min(...fourOf(levels)), Math.max(...fourOf(levels))];
  const scale = levels.language === "en" ? "CLB" : "NCLC";
  if (most === 0) return "no test";
  return least === most ? `all ${scale} ${least}` : `lowest ${scale} ${least}`;
}

const years = (count: number) => (count === 0 ? "under 1 year" : formatCount(count, "year"));

/** Lines whose fact nobody has said: that is told, never shown as none or as no. */
function notSaid(line: CrsLine, unknowns: readonly UnknownFact[]): string | null {
  const isOpen = (path: string) => unknowns.some((unknown) => unknown.path === path);
  if (line.id === "core.age" && isOpen("birthDate")) return "Birth date not entered";
  return line.id === "additional.sibling" && isOpen("siblingInCanada") ? "Not asked" : null;
}

/** The input of a line in a few words; the engine's own for the lines that have nothing long to say. */
export function shortInput(
  line: CrsLine,
  { factors, unknowns }: Pick<CrsAssessment, "factors" | "unknowns">,
): string {
  const open = notSaid(line, unknowns);
  if (open !== null) return open;
  const { firstLanguage, secondLanguage, spouse } = factors;
  const education = shortEducation(factors.education);
  const french = firstLanguage.language === "fr" ? firstLanguage : secondLanguage;
  const foreign =
    factors.foreignWorkYears === 0 ? "No foreign work" : `${years(factors.foreignWorkYears)} abroad`;
  const canadian = `${years(factors.canadianWorkYears)} in Canada`;
  const inputs: Partial<Record<string, string>> = {
    "core.education": education,
    "core.firstLanguage": shortLevels(firstLanguage, "No test"),
    "core.secondLanguage": shortLevels(secondLanguage, "No test"),
    "spouse.education": spouse ? shortEducation(spouse.education) : "",
    "spouse.language": shortLevels(spouse?.language ?? null, "No test"),
    "transferability.educationLanguage": `${education}, ${leastLevel(firstLanguage)}`,
    "transferability.educationCanadianWork": `${education}, ${canadian}`,
    "transferability.foreignWorkLanguage": `${foreign}, ${leastLevel(firstLanguage)}`,
    "transferability.foreignWorkCanadianWork": `${foreign}, ${canadian}`,
    "transferability.certificate": factors.certificateOfQualification
      ? `Certificate, ${leastLevel(firstLanguage)}`
      : "No certificate",
    "additional.french": french?.language === "fr" ? shortLevels(french, "No test") : "No test",
  };
  const words = inputs[line.id] ?? line.input;
  return words.charAt(0).toUpperCase() + words.slice(1);
}
