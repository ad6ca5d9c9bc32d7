/** An entered FSW selection grid: complete, without gaps, and adding up. */
import type { SelectionGrid } from "../data/crs-tables";
import type { EducationLevel } from "../facts";
import { ABILITIES } from "../language/levels";
import {
  also,
  at,
  endsAfterBeginning,
  fault,
  HEAD_NOTES,
  listOf,
  object,
  orNull,
  reading,
  record,
  whole,
  type Reading,
  sourcedHead,
} from "./checker";
import {
  ageRows,
  ageRowsWithoutGaps,
  capsAt,
  educationNeverFalls,
  highest,
  level,
  levelRows,
  levelRowsWithoutGaps,
  neverFalls,
  points,
  pointsByEducation,
  risesThenFalls,
  states,
  withoutGaps,
  years,
} from "./rows";

type GridRows = { points: number }[];
const pointsOf = (rows: GridRows) => highest(rows.map((row) => row.points));

const experienceRows = listOf(object({ required: { years_min: years, years_max: orNull(years), points } }));

const ADAPTABILITY = [
  "spouse_language_clb4_all_four",
  "applicant_canadian_study_two_years",
  "spouse_canadian_study_two_years",
  "applicant_canadian_work_one_year_teer0_3",
  "spouse_canadian_work_one_year",
  "relative_in_canada",
  "arranged_employment",
] as const;

const gridFactors = {
  education: also<{ max: number; points: Record<EducationLevel, number> }>(
    object({ required: { max: points, points: pointsByEducation } }),
    (table, path) => educationNeverFalls(table.points, at(path, "points")),
    (table, path) => states(at(path, "max"), table.max, highest(Object.values(table.points)), "the levels"),
  ),
  first_language: also<SelectionGrid["first_language"]>(
    object({ required: { max: points, points_per_ability: levelRows }, ignored: ["threshold_clb"] }),
    (table, path) => levelRowsWithoutGaps(table.points_per_ability, at(path, "points_per_ability")),
    (table, path) =>
      neverFalls(
        table.points_per_ability.map((row) => row.points),
        (index) => at(at(at(path, "points_per_ability"), index), "points"),
      ),
    (table, path) =>
      states(
        at(path, "max"),
        table.max,
        ABILITIES.length * pointsOf(table.points_per_ability),
        "four abilities",
      ),
  ),
  second_language: also<SelectionGrid["second_language"]>(
    object({ required: { max: points, clb_min: level, points }, ignored: ["condition"] }),
    (table, path) => states(at(path, "max"), table.max, table.points, "its points"),
  ),
  experience: also<SelectionGrid["experience"]>(
    object({ required: { max: points, rows: experienceRows } }),
    (table, path) =>
      withoutGaps(table.rows, at(path, "rows"), { least: "years_min", most: "years_max", lowest: 0 }),
    (table, path) =>
      neverFalls(
        table.rows.map((row) => row.points),
        (index) => at(at(at(path, "rows"), index), "points"),
      ),
    (table, path) => states(at(path, "max"), table.max, pointsOf(table.rows), "the rows"),
  ),
  age: also<SelectionGrid["age"]>(
    object({ required: { max: points, rows: ageRows } }),
    (table, path) => ageRowsWithoutGaps(table.rows, at(path, "rows")),
    (table, path) => risesThenFalls(table.rows, at(path, "rows")),
    (table, path) => states(at(path, "max"), table.max, pointsOf(table.rows), "the rows"),
  ),
  arranged_employment: also<SelectionGrid["arranged_employment"]>(
    object({ required: { max: points, points } }),
    (table, path) => states(at(path, "max"), table.max, table.points, "its points"),
  ),
  adaptability: also<SelectionGrid["adaptability"]>(
    object({ required: { max: points, elements: record(ADAPTABILITY, points) } }),
    (table, path) => {
      const all = Object.values(table.elements).reduce((sum, figure) => sum + figure, 0);
      return capsAt(at(path, "max"), table.max, all, "its elements");
    },
  ),
};

const FACTORS = Object.keys(gridFactors) as (keyof typeof gridFactors)[];

const grid = also<SelectionGrid>(
  object({
    required: { ...sourcedHead, pass_mark: whole(1, 1000), max_total: whole(1, 1000), ...gridFactors },
    ignored: [...HEAD_NOTES, "pass_mark_confidence"],
  }),
  endsAfterBeginning,
  (table) =>
    states(
      "max_total",
      table.max_total,
      FACTORS.reduce((sum, key) => sum + table[key].max, 0),
      "its factors",
    ),
  (table) => (table.pass_mark > table.max_total ? fault("pass_mark", "is more than the grid can give") : []),
);

/** Reads an entered FSW selection grid, or says everything that is wrong with it. */
export function readSelectionGrid(json: unknown): Reading<SelectionGrid> {
  return reading(grid, json);
}
