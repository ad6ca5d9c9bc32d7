/**
 * How the difference of two scores is shared among the factors that moved: they are moved one after another, in a
 * fixed order, and each is given what its step adds. The shares add up to the difference, caps included.
 */
import type { CrsFactors } from "../crs/factors";
import { scoreCrs } from "../crs/score";
import type { CompleteRuleset } from "../data/crs-tables";
import { noLevels, type LanguageLevels } from "../language/levels";
import type { Standing } from "./standing";

export type FactorGroup =
  | "ruleset"
  | "spouse"
  | "spouse_work"
  | "age"
  | "education"
  | "en"
  | "fr"
  | "canadian_work"
  | "foreign_work"
  | "certificate"
  | "nomination"
  | "other";

interface Scored {
  ruleset: CompleteRuleset;
  factors: CrsFactors;
}

function levelsOf(
  { firstLanguage, secondLanguage }: CrsFactors,
  language: "en" | "fr",
): LanguageLevels | null {
  return [firstLanguage, secondLanguage].find((levels) => levels?.language === language) ?? null;
}

/** The order of the languages with the higher score, as `factorsOn` chooses it. */
function best({ ruleset, factors }: Scored): number {
  const [en, fr] = [levelsOf(factors, "en"), levelsOf(factors, "fr")];
  const totals = [
    { firstLanguage: en ?? noLevels("en"), secondLanguage: fr },
    { firstLanguage: fr ?? noLevels("fr"), secondLanguage: en },
  ].map((order) => scoreCrs(ruleset, { ...factors, ...order }).total);
  return Math.max(...totals);
}

function withLanguage(to: CrsFactors, from: CrsFactors, language: "en" | "fr"): CrsFactors {
  const other = language === "en" ? "fr" : "en";
  const levels = levelsOf(from, language);
  const [first, second] = [levels, levelsOf(to, other)];
  return { ...to, firstLanguage: first ?? noLevels(language), secondLanguage: second };
}

const NAMED: readonly (keyof CrsFactors)[] = [
  "withSpouse",
  "spouse",
  "age",
  "education",
  "canadianStudy",
  "firstLanguage",
  "secondLanguage",
  "canadianWorkYears",
  "foreignWorkYears",
  "certificateOfQualification",
  "provincialNomination",
];

/** Moves one group of the factors to where it ends. */
function move(group: FactorGroup, now: Scored, end: Scored): Scored {
  const set = (change: Partial<CrsFactors>): Scored => ({ ...now, factors: { ...now.factors, ...change } });
  const to = end.factors;
  switch (group) {
    case "ruleset":
      return { ...now, ruleset: end.ruleset };
    case "spouse": {
      const work = now.factors.spouse?.canadianWorkYears ?? to.spouse?.canadianWorkYears ?? 0;
      const spouse = to.spouse && { ...to.spouse, canadianWorkYears: work };
      return set({ withSpouse: to.withSpouse, spouse });
    }
    case "spouse_work":
      return set({ spouse: to.spouse });
    case "age":
      return set({ age: to.age });
    case "education":
      return set({ education: to.education, canadianStudy: to.canadianStudy });
    case "en":
    case "fr":
      return { ...now, factors: withLanguage(now.factors, to, group) };
    case "canadian_work":
      return set({ canadianWorkYears: to.canadianWorkYears });
    case "foreign_work":
      return set({ foreignWorkYears: to.foreignWorkYears });
    case "certificate":
      return set({ certificateOfQualification: to.certificateOfQualification });
    case "nomination":
      return set({ provincialNomination: to.provincialNomination });
    case "other": {
      // Whatever a newer ruleset measures besides: it moves last, as a whole.
      const kept = Object.fromEntries(NAMED.map((key) => [key, now.factors[key]]));
      return { ...now, factors: { ...to, ...kept } };
    }
  }
}

const ORDER: readonly FactorGroup[] = [
  "ruleset",
  "spouse",
  "spouse_work",
  "age",
  "education",
  "en",
  "fr",
  "canadian_work",
  "foreign_work",
  "certificate",
  "nomination",
  "other",
];

/** Points by group, of those that add or take any; they add up to the difference of the two totals. */
export function pointsByGroup(before: Standing, after: Standing): Map<FactorGroup, number> {
  const shares = new Map<FactorGroup, number>();
  const end: Scored = { ruleset: after.ruleset, factors: after.crs.factors };
  let now: Scored = { ruleset: before.ruleset, factors: before.crs.factors };
  let score = before.crs.score.total;
  for (const group of ORDER) {
    now = move(group, now, end);
    const next = best(now);
    if (next !== score) shares.set(group, next - score);
    score = next;
  }
  return shares;
}
