/** What must hold of a CRS ruleset's core section and of the spouse's. */
import type { CompleteRuleset } from "../data/crs-tables";
import type { EducationLevel } from "../facts";
import { ABILITIES } from "../language/levels";
import { also, at, object, record, type Rule } from "./checker";
import {
  ageRows,
  ageRowsWithoutGaps,
  capsAt,
  educationNeverFalls,
  highest,
  levelRows,
  levelRowsWithoutGaps,
  neverFalls,
  levelPoints,
  points,
  pointsByEducation,
  risesThenFalls,
  states,
  twoColumnLevelRows,
  byWholeYears,
} from "./rows";

const COLUMNS = ["with_spouse", "without_spouse"] as const;

const ageColumn = also<{
  max: number;
  rows: { age_min: number | null; age_max: number | null; points: number }[];
}>(
  object({ required: { max: points, rows: ageRows } }),
  ({ rows }, path) => ageRowsWithoutGaps(rows, at(path, "rows")),
  ({ rows }, path) => risesThenFalls(rows, at(path, "rows")),
  ({ rows, max }, path) => states(at(path, "max"), max, highest(rows.map((row) => row.points)), "the rows"),
);

const education = also<Record<EducationLevel, number>>(pointsByEducation, educationNeverFalls);

type FirstLanguage = CompleteRuleset["A_core_human_capital"]["first_official_language_per_ability"];
const firstLanguage = also<FirstLanguage>(
  object({
    required: { rows: twoColumnLevelRows, max_with_spouse: points, max_without_spouse: points },
    ignored: ["abilities"],
  }),
  ({ rows }, path) => levelRowsWithoutGaps(rows, at(path, "rows")),
  (table, path) =>
    COLUMNS.flatMap((column) => {
      const figures = table.rows.map((row) => row[column]);
      const all = ABILITIES.length * highest(figures);
      return [
        ...neverFalls(figures, (index) => at(at(at(path, "rows"), index), column)),
        ...states(at(path, `max_${column}`), table[`max_${column}`], all, "four abilities"),
      ];
    }),
);

type SecondLanguage = CompleteRuleset["A_core_human_capital"]["second_official_language_per_ability"];
const secondLanguage = also<SecondLanguage>(
  object({ required: { rows: levelRows, cap_with_spouse: points, cap_without_spouse: points } }),
  ({ rows }, path) => levelRowsWithoutGaps(rows, at(path, "rows")),
  ({ rows }, path) => levelPoints(rows, at(path, "rows")),
  (table, path) =>
    COLUMNS.flatMap((column) => {
      const all = ABILITIES.length * highest(table.rows.map((row) => row.points));
      return capsAt(at(path, `cap_${column}`), table[`cap_${column}`], all, "four abilities");
    }),
);

export const coreSection: Rule = object({
  required: {
    age: record(COLUMNS, ageColumn),
    education: record(COLUMNS, education),
    first_official_language_per_ability: firstLanguage,
    second_official_language_per_ability: secondLanguage,
    canadian_work_experience_years: object({
      required: { with_spouse: byWholeYears, without_spouse: byWholeYears },
      ignored: ["index_meaning"],
    }),
  },
});

type SpouseLanguage = CompleteRuleset["B_spouse"]["first_official_language_per_ability"];
const spouseLanguage = also<SpouseLanguage>(
  object({ required: { rows: levelRows, max: points } }),
  ({ rows }, path) => levelRowsWithoutGaps(rows, at(path, "rows")),
  ({ rows }, path) => levelPoints(rows, at(path, "rows")),
  ({ rows, max }, path) => {
    const all = ABILITIES.length * highest(rows.map((row) => row.points));
    return states(at(path, "max"), max, all, "four abilities");
  },
);

export const spouseSection = also<CompleteRuleset["B_spouse"]>(
  object({
    required: {
      education,
      first_official_language_per_ability: spouseLanguage,
      canadian_work_experience_years: byWholeYears,
      max: points,
    },
  }),
  (table, path) => {
    const sum =
      highest(Object.values(table.education)) +
      table.first_official_language_per_ability.max +
      highest(table.canadian_work_experience_years);
    return states(at(path, "max"), table.max, sum, "its three parts");
  },
);
