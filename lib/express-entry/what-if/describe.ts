/** Changes in plain words. */
import { plainDollars } from "../eligibility/criterion";
import type { EducationLevel } from "../facts";
import { languageTables } from "../data/language-tables";
import { testName } from "../forecast/events";
import { ABILITIES, convertScores } from "../language/levels";
import { plainDate } from "../timing/plain-date";
import { testScores } from "./apply-to-person";
import type { FactChange, LanguageTestChange, WorkChange } from "./changes";

const CREDENTIALS: Record<EducationLevel, string> = {
  less_than_secondary: "Studies below secondary",
  secondary: "Secondary diploma",
  one_year_post_secondary: "One-year credential",
  two_year_post_secondary: "Two-year credential",
  bachelor_or_three_plus_year: "Bachelor's degree",
  two_or_more_credentials_one_three_plus_year: "Two or more credentials",
  master_or_entry_to_practice_professional: "Master's degree",
  doctorate: "Doctorate",
};

function describeTest({ test, result }: LanguageTestChange): string {
  const converted = convertScores(test, testScores(test, result));
  const french = languageTables[test].language === "fr";
  const name = testName(test);
  if (!converted.ok) return name;
  const levels = ABILITIES.map((ability) => converted.levels[ability]);
  const [first = 0] = levels;
  const all = levels.every((level) => level === first);
  if (french) return all ? `French to NCLC ${first}` : `${name}: NCLC ${levels.join(", ")}`;
  return all ? `${name} ${first} in all four` : `${name}: CLB ${levels.join(", ")}`;
}

function describeWork({ place, months }: WorkChange): string {
  const where = place === "canada" ? "in Canada" : "abroad";
  if (months === null) return `Skilled work ${where}`;
  if (months === 12) return `A year of skilled work ${where}`;
  const years = months / 12;
  return Number.isInteger(years)
    ? `${years} years of skilled work ${where}`
    : `${months} ${months === 1 ? "month" : "months"} of skilled work ${where}`;
}

function ofPerson(given: FactChange): string {
  switch (given.kind) {
    case "language_test":
      return describeTest(given);
    case "credential":
      return CREDENTIALS[given.level];
    case "eca":
      return "New ECA";
    case "work":
      return describeWork(given);
    case "permit":
      return given.until === null ? "New permit" : `New permit to ${plainDate(given.until)}`;
    case "work_ends":
      return `Work ends on ${plainDate(given.on)}`;
    case "nomination":
      return "Provincial nomination";
    case "spouse_accompanies":
      return given.accompanying ? "Spouse comes along" : "Spouse does not come along";
    case "union":
      return given.union === "married" ? "Marriage" : "Common-law union";
    case "sibling":
      return given.inCanada ? "Sibling in Canada" : "No sibling in Canada";
    case "certificate":
      return "Certificate of qualification";
    case "job_offer":
      return given.offer === null ? "No job offer" : "Job offer";
    case "settlement_funds":
      return `Funds of ${plainDollars(given.cents)}`;
  }
}

/** `CELPIP 10 in all four`, `Spouse: new ECA`. */
export function describeChange(given: FactChange): string {
  const words = ofPerson(given);
  if (!("person" in given) || given.person === "principal") return words;
  const keeps = /^[A-Z]{2}/.test(words) || words.startsWith("French");
  return `Spouse: ${keeps ? words : words.charAt(0).toLowerCase() + words.slice(1)}`;
}

/** The title of a scenario; `As it stands` without changes. */
export function describeChanges(changes: readonly FactChange[]): string {
  return changes.length === 0 ? "As it stands" : changes.map(describeChange).join(", ");
}
