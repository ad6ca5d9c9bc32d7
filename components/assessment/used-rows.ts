/** The rows of the tables that a line of the score was read from, in words, with their points. */
import type { CrsFactors } from "@/lib/express-entry/crs/factors";
import type { CrsLine } from "@/lib/express-entry/crs/lines";
import type { CompleteRuleset } from "@/lib/express-entry/data/crs-tables";
import type { LanguageLevels } from "@/lib/express-entry/language/levels";
import { formatCount } from "@/lib/format/quantities";
import { shortEducation } from "./short-words";
import { ABILITIES, contains, levelRows, rangeInWords, scaleOf, yearsRow, type TableRow } from "./table-row";

function coreRows(line: string, ruleset: CompleteRuleset, factors: CrsFactors): TableRow[] {
  const table = ruleset.A_core_human_capital;
  const [column, opposite] = factors.withSpouse
    ? (["with_spouse", "without_spouse"] as const)
    : (["without_spouse", "with_spouse"] as const);
  const ageRow = (of: typeof column) =>
    table.age[of].rows.find((row) => contains({ min: row.age_min, max: row.age_max }, factors.age));
  const age = ageRow(column);
  switch (line) {
    case "core.age":
      return age
        ? [
            {
              label: `Age ${rangeInWords({ min: age.age_min, max: age.age_max })}`,
              points: age.points,
              other: ageRow(opposite)?.points ?? 0,
            },
          ]
        : [];
    case "core.education":
      return [
        {
          label: shortEducation(factors.education),
          points: table.education[column][factors.education],
          other: table.education[opposite][factors.education],
        },
      ];
    case "core.firstLanguage":
      return levelRows(table.first_official_language_per_ability.rows, factors.firstLanguage, (row) => ({
        points: row[column],
        other: row[opposite],
      }));
    case "core.secondLanguage":
      return levelRows(
        table.second_official_language_per_ability.rows,
        factors.secondLanguage,
        ({ points }) => ({ points }),
      );
    case "core.canadianWork": {
      const years = table.canadian_work_experience_years;
      return [yearsRow(years[column], factors.canadianWorkYears, years[opposite])];
    }
    default:
      return [];
  }
}

function spouseRows(line: string, ruleset: CompleteRuleset, { spouse }: CrsFactors): TableRow[] {
  if (spouse === null) return [];
  const table = ruleset.B_spouse;
  if (line === "spouse.education") {
    return [{ label: shortEducation(spouse.education), points: table.education[spouse.education] }];
  }
  if (line === "spouse.language") {
    return levelRows(table.first_official_language_per_ability.rows, spouse.language, ({ points }) => ({
      points,
    }));
  }
  return [yearsRow(table.canadian_work_experience_years, spouse.canadianWorkYears)];
}

function lowest(levels: LanguageLevels): number {
  return Math.min(...ABILITIES.map(([ability]) => levels[ability]));
}

const BANDS = ["none", "low", "high"] as const;
const TIERS = ["tier0", "tier1", "tier2"] as const;

/** What a pair was read from: the tier of the one and the band of the other. */
function pairRows(line: string, ruleset: CompleteRuleset, factors: CrsFactors): TableRow[] {
  const table = ruleset.C_skill_transferability;
  const reached = (minima: readonly number[], value: number) =>
    minima.filter((least) => value >= least).length;
  const byEducation = line.startsWith("transferability.education");
  const tier = byEducation
    ? (["0", "1", "2"] as const).findIndex((key) => table.education_tier[key].includes(factors.education))
    : reached(table.foreign_work_tier_min_years, factors.foreignWorkYears);
  const byLanguage = line.endsWith("Language");
  const minima = byLanguage ? table.language_band_min_clb : table.canadian_work_band_min_years;
  const band = reached(minima, byLanguage ? lowest(factors.firstLanguage) : factors.canadianWorkYears);
  const one = byEducation
    ? shortEducation(factors.education)
    : `${yearsOfStep(table.foreign_work_tier_min_years, tier)} abroad`;
  const two = byLanguage
    ? levelsOfStep(minima, band, scaleOf(factors.firstLanguage))
    : `${yearsOfStep(minima, band)} in Canada`;
  const points = table.pair_points[TIERS[Math.max(0, tier)] ?? "tier0"][BANDS[band] ?? "none"];
  return [{ label: `${one}, with ${two}`, points }];
}

/** `under 1 year`, `1 or 2 years`, `3 years or more`: what a step between ascending minima covers. */
function yearsOfStep(minima: readonly number[], step: number): string {
  const [least, next] = [minima[step - 1], minima[step]];
  if (least === undefined) return `under ${formatCount(next ?? 0, "year")}`;
  if (next === undefined) return `${formatCount(least, "year")} or more`;
  if (next - least === 1) return formatCount(least, "year");
  return next - least === 2 ? `${least} or ${next - 1} years` : `${least} to ${next - 1} years`;
}

/** `an ability under CLB 7`, `all four CLB 7 or more, one under 9`, `all four CLB 9 or more`. */
function levelsOfStep(minima: readonly number[], step: number, scale: string): string {
  const [least, next] = [minima[step - 1], minima[step]];
  if (least === undefined) return `an ability under ${scale} ${next ?? 0}`;
  return `all four ${scale} ${least} or more${next === undefined ? "" : `, one under ${next}`}`;
}

function certificateRows(
  { C_skill_transferability: table }: CompleteRuleset,
  factors: CrsFactors,
): TableRow[] {
  if (!factors.certificateOfQualification) return [];
  const level = lowest(factors.firstLanguage);
  const row = table.certificate_of_qualification.points.findLast(({ clb_min }) => level >= clb_min);
  return row ? [{ label: `Certificate, all four CLB ${row.clb_min} or more`, points: row.points }] : [];
}

const STUDY = {
  none: "None",
  one_or_two_year: "One or two years",
  three_year_plus: "Three years or more, or a graduate degree",
} as const;

/** All that the table offers: each section D line is had or not, so the rows that are not earned say what is missing. */
function additionalRows(
  { id, points: earned }: CrsLine,
  { D_additional: table }: CompleteRuleset,
): TableRow[] {
  const row = (label: string, points: number): TableRow => ({ label, points, used: points === earned });
  switch (id) {
    case "additional.sibling":
      return [row("A sibling in Canada", table.sibling_in_canada)];
    case "additional.french":
      return table.french.map(({ french_clb_min, english_clb_min, points }) =>
        row(
          english_clb_min > 0
            ? `NCLC ${french_clb_min} or more, English CLB ${english_clb_min} or more`
            : `NCLC ${french_clb_min} or more`,
          points,
        ),
      );
    case "additional.canadianStudy":
      return table.canadian_post_secondary_education.map(({ study, points }) => row(STUDY[study], points));
    case "additional.nomination":
      return [row("An enhanced nomination", table.provincial_nomination)];
    default:
      return [];
  }
}

/** The rows a line was read from; none where there was nothing to look up. */
export function usedRows(line: CrsLine, ruleset: CompleteRuleset, factors: CrsFactors): TableRow[] {
  switch (line.section) {
    case "core":
      return coreRows(line.id, ruleset, factors);
    case "spouse":
      return spouseRows(line.id, ruleset, factors);
    case "transferability":
      return line.id.endsWith("certificate")
        ? certificateRows(ruleset, factors)
        : pairRows(line.id, ruleset, factors);
    case "additional":
      return additionalRows(line, ruleset);
  }
}
