/** The CRS calculation (rules reference 1). Every figure comes from the ruleset. */
import type { AgeRow, Band, Columns, CompleteRuleset, LevelRow, Tier } from "../data/crs-tables";
import { ABILITIES, lowestLevel, type LanguageLevels } from "../language/levels";
import type { CrsFactors } from "./factors";
import { highWageIn, type HighWagePoints } from "./high-wage";

/**
 * The answer of `npm run score` for one line, without its id (CONTRACT.md). Each `total` is after caps. The points for
 * occupations that pay well are there only under a ruleset that has them.
 */
export interface CrsScore {
  ruleset: string;
  total: number;
  core: {
    total: number;
    age: number;
    education: number;
    firstLanguage: number;
    /** After its own cap. */
    secondLanguage: number;
    canadianWork: number;
  } & Partial<HighWagePoints>;
  spouse: { total: number; education: number; language: number; canadianWork: number };
  transferability: {
    total: number;
    educationLanguage: number;
    educationCanadianWork: number;
    foreignWorkLanguage: number;
    foreignWorkCanadianWork: number;
    certificate: number;
  };
  additional: {
    total: number;
    sibling: number;
    french: number;
    canadianStudy: number;
    nomination: number;
  } & Partial<HighWagePoints>;
}

export type Column = keyof Columns<unknown>;

/** The column of the tables that applies (1.1). */
export function columnOf({ withSpouse }: Pick<CrsFactors, "withSpouse">): Column {
  return withSpouse ? "with_spouse" : "without_spouse";
}

function byAge(rows: readonly AgeRow[], age: number): number {
  const row = rows.find(
    ({ age_min, age_max }) => age >= (age_min ?? -Infinity) && age <= (age_max ?? Infinity),
  );
  return row?.points ?? 0;
}

function rowOfLevel<R extends Pick<LevelRow, "clb_min" | "clb_max">>(
  rows: readonly R[],
  level: number,
): R | undefined {
  return rows.find(
    ({ clb_min, clb_max }) => level >= (clb_min ?? -Infinity) && level <= (clb_max ?? Infinity),
  );
}

function sumByLevel(rows: readonly LevelRow[], levels: LanguageLevels | null): number {
  if (levels === null) return 0;
  return ABILITIES.reduce((sum, ability) => sum + (rowOfLevel(rows, levels[ability])?.points ?? 0), 0);
}

/** The entry for whole years, the last one standing for that many or more. */
function byYears(points: readonly number[], years: number): number {
  return points[Math.min(years, points.length - 1)] ?? 0;
}

function sum(figures: Record<string, number>): number {
  return Object.values(figures).reduce((total, figure) => total + figure, 0);
}

/** How many of the ascending minima the value reaches: 0, 1 or 2. */
function reached(minima: readonly number[], value: number): number {
  return minima.filter((least) => value >= least).length;
}

const BANDS: readonly Band[] = ["none", "low", "high"];
const TIERS: readonly Tier[] = ["tier0", "tier1", "tier2"];

/** A: core human capital (1.2–1.5). */
function scoreCore(ruleset: CompleteRuleset, factors: CrsFactors): CrsScore["core"] {
  const table = ruleset.A_core_human_capital;
  const column = columnOf(factors);
  const first = table.first_official_language_per_ability.rows;
  const second = table.second_official_language_per_ability;
  const cap = factors.withSpouse ? second.cap_with_spouse : second.cap_without_spouse;
  const parts = {
    age: byAge(table.age[column].rows, factors.age),
    education: table.education[column][factors.education],
    firstLanguage: ABILITIES.reduce(
      (total, ability) => total + (rowOfLevel(first, factors.firstLanguage[ability])?.[column] ?? 0),
      0,
    ),
    secondLanguage: Math.min(cap, sumByLevel(second.rows, factors.secondLanguage)),
    canadianWork: byYears(table.canadian_work_experience_years[column], factors.canadianWorkYears),
  };
  const max = factors.withSpouse ? ruleset.maxima.A_with_spouse : ruleset.maxima.A_without_spouse;
  const wage = highWageIn("core", ruleset, factors.highWage);
  return { total: Math.min(max, sum(parts) + wage.total), ...parts, ...wage.lines };
}

/** What a spouse's test earns; the tests of a person are compared by it. */
export function spouseLanguagePoints({ B_spouse: table }: CompleteRuleset, levels: LanguageLevels): number {
  return sumByLevel(table.first_official_language_per_ability.rows, levels);
}

/** B: spouse or partner (1.6); nothing in the without-spouse column. */
function scoreSpouse(ruleset: CompleteRuleset, { spouse }: CrsFactors): CrsScore["spouse"] {
  const table = ruleset.B_spouse;
  if (spouse === null) return { total: 0, education: 0, language: 0, canadianWork: 0 };
  const parts = {
    education: table.education[spouse.education],
    language: sumByLevel(table.first_official_language_per_ability.rows, spouse.language),
    canadianWork: byYears(table.canadian_work_experience_years, spouse.canadianWorkYears),
  };
  return { total: Math.min(table.max, sum(parts)), ...parts };
}

/** C: skill transferability (1.7). Language means the first official language. */
function scoreTransferability(ruleset: CompleteRuleset, factors: CrsFactors): CrsScore["transferability"] {
  const table = ruleset.C_skill_transferability;
  const least = lowestLevel(factors.firstLanguage);
  const education = TIERS.find((_, index) =>
    table.education_tier[String(index) as "0" | "1" | "2"].includes(factors.education),
  );
  const foreignWork = TIERS[reached(table.foreign_work_tier_min_years, factors.foreignWorkYears)];
  const language = BANDS[reached(table.language_band_min_clb, least)];
  const canadianWork = BANDS[reached(table.canadian_work_band_min_years, factors.canadianWorkYears)];
  const pair = (tier: Tier = "tier0", band: Band = "none") => table.pair_points[tier][band];
  const parts = {
    educationLanguage: pair(education, language),
    educationCanadianWork: pair(education, canadianWork),
    foreignWorkLanguage: pair(foreignWork, language),
    foreignWorkCanadianWork: pair(foreignWork, canadianWork),
    certificate: factors.certificateOfQualification
      ? (table.certificate_of_qualification.points.findLast(({ clb_min }) => least >= clb_min)?.points ?? 0)
      : 0,
  };
  const caps = table.group_caps;
  const total =
    Math.min(caps.education, parts.educationLanguage + parts.educationCanadianWork) +
    Math.min(caps.foreign_work, parts.foreignWorkLanguage + parts.foreignWorkCanadianWork) +
    Math.min(caps.certificate_of_qualification, parts.certificate);
  return { total: Math.min(table.max, total), ...parts };
}

/**
 * French bonus: NCLC 7 or more in all four, and more for English CLB 5 or more in all four (1.7). English with
 * some abilities below 5 earns the smaller figure (K).
 */
function scoreFrench(ruleset: CompleteRuleset, factors: CrsFactors): number {
  const tests = [factors.firstLanguage, factors.secondLanguage];
  const least = (language: "en" | "fr") => {
    const levels = tests.find((test) => test?.language === language);
    return levels ? lowestLevel(levels) : 0;
  };
  const [french, english] = [least("fr"), least("en")];
  const row = ruleset.D_additional.french.findLast(
    (rule) => french >= rule.french_clb_min && english >= rule.english_clb_min,
  );
  return row?.points ?? 0;
}

/** D: additional points (1.7), capped together. */
function scoreAdditional(ruleset: CompleteRuleset, factors: CrsFactors): CrsScore["additional"] {
  const table = ruleset.D_additional;
  const study = table.canadian_post_secondary_education.find((row) => row.study === factors.canadianStudy);
  const parts = {
    sibling: factors.siblingInCanada ? table.sibling_in_canada : 0,
    french: scoreFrench(ruleset, factors),
    canadianStudy: study?.points ?? 0,
    nomination: factors.provincialNomination ? table.provincial_nomination : 0,
  };
  const wage = highWageIn("additional", ruleset, factors.highWage);
  return { total: Math.min(table.max, sum(parts) + wage.total), ...parts, ...wage.lines };
}

/** Scores given factors under a ruleset. The order of the languages is the caller's. */
export function scoreCrs(ruleset: CompleteRuleset, factors: CrsFactors): CrsScore {
  const core = scoreCore(ruleset, factors);
  const spouse = scoreSpouse(ruleset, factors);
  const transferability = scoreTransferability(ruleset, factors);
  const additional = scoreAdditional(ruleset, factors);
  const total = core.total + spouse.total + transferability.total + additional.total;
  return {
    ruleset: ruleset.id,
    total: Math.min(ruleset.maxima.grand_total, total),
    core,
    spouse,
    transferability,
    additional,
  };
}
