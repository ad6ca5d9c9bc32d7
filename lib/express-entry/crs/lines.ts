/** The score explained: one line per factor, with its input in words, its maximum and its rule. */
import type { CompleteRuleset } from "../data/crs-tables";
import { tableSource, type RuleSource } from "../rule-source";
import { EDUCATION_LABELS } from "../education/credentials";
import { describeLevels } from "../language/levels";
import type { CrsFactors } from "./factors";
import type { HighWagePoints } from "./high-wage";
import { columnOf, type CrsScore } from "./score";

export type CrsSection = "core" | "spouse" | "transferability" | "additional";

export interface CrsLine {
  /** Stable: `core.age`, `transferability.educationLanguage`. */
  id: string;
  section: CrsSection;
  label: string;
  /** What was counted, in words. */
  input: string;
  points: number;
  /** The most this line can give, in the column that applies. */
  max: number;
  /** Section of the rules reference. */
  rule: string;
  source: RuleSource;
}

export interface CrsSectionTotal {
  id: CrsSection;
  label: string;
  /** After caps. */
  points: number;
  max: number;
}

function years(count: number): string {
  if (count === 0) return "less than one year";
  return count === 1 ? "1 year" : `${count} years`;
}

function highest(points: Iterable<number>): number {
  return Math.max(0, ...points);
}

type Draft = Omit<CrsLine, "id" | "section" | "source" | "rule">;
type Unsourced = Omit<CrsLine, "source">;

function build(section: CrsSection, rule: string, drafts: Record<string, Draft>): Unsourced[] {
  return Object.entries(drafts).map(([key, draft]) => ({ id: `${section}.${key}`, section, rule, ...draft }));
}

/** The lines every ruleset has. */
type CoreKey = Exclude<keyof CrsScore["core"], "total" | keyof HighWagePoints>;

function coreLines(ruleset: CompleteRuleset, factors: CrsFactors, { core }: CrsScore): Unsourced[] {
  const table = ruleset.A_core_human_capital;
  const column = columnOf(factors);
  const first = table.first_official_language_per_ability;
  const second = table.second_official_language_per_ability;
  const of = (rule: string, key: CoreKey, label: string, input: string, max: number) =>
    build("core", rule, { [key]: { label, input, points: core[key], max } });
  const work = table.canadian_work_experience_years[column];
  const { firstLanguage, secondLanguage } = factors;
  return [
    ...of("1.2", "age", "Age", `${factors.age} years`, table.age[column].max),
    ...of(
      "1.3",
      "education",
      "Education",
      EDUCATION_LABELS[factors.education],
      highest(Object.values(table.education[column])),
    ),
    ...of(
      "1.4",
      "firstLanguage",
      "First official language",
      describeLevels(firstLanguage),
      factors.withSpouse ? first.max_with_spouse : first.max_without_spouse,
    ),
    ...of(
      "1.4",
      "secondLanguage",
      "Second official language",
      secondLanguage ? describeLevels(secondLanguage) : "no test that counts",
      factors.withSpouse ? second.cap_with_spouse : second.cap_without_spouse,
    ),
    ...of("1.5", "canadianWork", "Canadian work", years(factors.canadianWorkYears), highest(work)),
  ];
}

function spouseLines(ruleset: CompleteRuleset, factors: CrsFactors, { spouse }: CrsScore): Unsourced[] {
  if (factors.spouse === null) return [];
  const table = ruleset.B_spouse;
  const { education, language, canadianWorkYears } = factors.spouse;
  return build("spouse", "1.6", {
    education: {
      label: "Spouse: education",
      input: EDUCATION_LABELS[education],
      points: spouse.education,
      max: highest(Object.values(table.education)),
    },
    language: {
      label: "Spouse: language",
      input: language ? describeLevels(language) : "no test that counts",
      points: spouse.language,
      max: table.first_official_language_per_ability.max,
    },
    canadianWork: {
      label: "Spouse: Canadian work",
      input: years(canadianWorkYears),
      points: spouse.canadianWork,
      max: highest(table.canadian_work_experience_years),
    },
  });
}

function transferabilityLines(
  ruleset: CompleteRuleset,
  factors: CrsFactors,
  { transferability: points }: CrsScore,
): Unsourced[] {
  const table = ruleset.C_skill_transferability;
  const pairMax = highest(Object.values(table.pair_points).flatMap((bands) => Object.values(bands)));
  const certificateMax = highest(table.certificate_of_qualification.points.map((row) => row.points));
  const education = EDUCATION_LABELS[factors.education];
  const language = describeLevels(factors.firstLanguage);
  const canadian = `${years(factors.canadianWorkYears)} in Canada`;
  const foreign = `${years(factors.foreignWorkYears)} abroad`;
  const pair = (label: string, one: string, two: string, figure: number): Draft => ({
    label,
    input: `${one}; ${two}`,
    points: figure,
    max: pairMax,
  });
  return build("transferability", "1.7", {
    educationLanguage: pair("Education and language", education, language, points.educationLanguage),
    educationCanadianWork: pair(
      "Education and Canadian work",
      education,
      canadian,
      points.educationCanadianWork,
    ),
    foreignWorkLanguage: pair("Foreign work and language", foreign, language, points.foreignWorkLanguage),
    foreignWorkCanadianWork: pair(
      "Foreign and Canadian work",
      foreign,
      canadian,
      points.foreignWorkCanadianWork,
    ),
    certificate: {
      label: "Certificate of qualification and language",
      input: factors.certificateOfQualification ? `certificate; ${language}` : "no certificate that counts",
      points: points.certificate,
      max: certificateMax,
    },
  });
}

const STUDY_WORDS: Record<CrsFactors["canadianStudy"], string> = {
  none: "none that counts",
  one_or_two_year: "credential of one or two years",
  three_year_plus: "credential of three years or more, or a graduate degree",
};

function frenchInput({ firstLanguage, secondLanguage }: CrsFactors): string {
  const french = [firstLanguage, secondLanguage].find((levels) => levels?.language === "fr");
  return french ? describeLevels(french) : "no French test that counts";
}

function additionalLines(
  ruleset: CompleteRuleset,
  factors: CrsFactors,
  { additional: points }: CrsScore,
): Unsourced[] {
  const table = ruleset.D_additional;
  return build("additional", "1.7", {
    sibling: {
      label: "Sibling in Canada",
      input: factors.siblingInCanada ? "yes" : "no",
      points: points.sibling,
      max: table.sibling_in_canada,
    },
    french: {
      label: "French",
      input: frenchInput(factors),
      points: points.french,
      max: highest(table.french.map((row) => row.points)),
    },
    canadianStudy: {
      label: "Study in Canada",
      input: STUDY_WORDS[factors.canadianStudy],
      points: points.canadianStudy,
      max: highest(table.canadian_post_secondary_education.map((row) => row.points)),
    },
    nomination: {
      label: "Provincial nomination",
      input: factors.provincialNomination ? "enhanced nomination, accepted" : "none that counts",
      points: points.nomination,
      max: table.provincial_nomination,
    },
  });
}

/** Lines of a ruleset that gives points for occupations that pay well; none under any other. */
function highWageLines(
  { high_wage: table }: CompleteRuleset,
  { highWage: factors }: CrsFactors,
  score: CrsScore,
): Unsourced[] {
  if (!table) return [];
  const points = score[table.section];
  const best = table.levels.find(({ id }) => (factors?.canadianWorkYears[id] ?? 0) > 0);
  const offer = table.levels.find(({ id }) => id === factors?.jobOffer);
  return build(table.section, "0.2", {
    highWageWork: {
      label: "Canadian work in an occupation that pays well",
      input: best
        ? `${years(factors?.canadianWorkYears[best.id] ?? 0)}, ${best.label}`
        : "none of a year or more",
      points: points.highWageWork ?? 0,
      max: table.canadian_work_max,
    },
    highWageOffer: {
      label: "Offer in an occupation that pays well",
      input: offer?.label ?? "no offer that counts",
      points: points.highWageOffer ?? 0,
      max: table.job_offer_max,
    },
  });
}

/** Every line of a score. Transferability and additional lines are before their caps. */
export function crsLines(ruleset: CompleteRuleset, factors: CrsFactors, score: CrsScore): CrsLine[] {
  const wage = highWageLines(ruleset, factors, score);
  const lines = [
    ...coreLines(ruleset, factors, score),
    ...wage.filter(({ section }) => section === "core"),
    ...spouseLines(ruleset, factors, score),
    ...transferabilityLines(ruleset, factors, score),
    ...additionalLines(ruleset, factors, score),
    ...wage.filter(({ section }) => section === "additional"),
  ];
  const table = tableSource(ruleset.sources, ruleset.id);
  return lines.map((line) => ({ ...line, source: { section: line.rule, ...table } }));
}

/** The four totals after caps; the spouse's only where the with-spouse column applies. */
export function crsSections(
  ruleset: CompleteRuleset,
  factors: CrsFactors,
  score: CrsScore,
): CrsSectionTotal[] {
  const { maxima } = ruleset;
  const core = factors.withSpouse ? maxima.A_with_spouse : maxima.A_without_spouse;
  const section = (id: CrsSection, label: string, max: number) => ({
    id,
    label,
    points: score[id].total,
    max,
  });
  return [
    section("core", "Core", core),
    ...(factors.withSpouse ? [section("spouse", "Spouse or partner", maxima.B)] : []),
    section("transferability", "Skill transferability", maxima.C),
    section("additional", "Additional", maxima.D),
  ];
}
