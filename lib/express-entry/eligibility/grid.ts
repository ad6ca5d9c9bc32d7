/** The selection grid of the Federal Skilled Worker class: 67 of 100 (IRPR 76, 78–83; rules reference 3.2). */
import type { AdaptabilityElement, AgeRow, LevelRow, SelectionGrid } from "../data/crs-tables";
import type { EducationLevel } from "../facts";
import { ABILITIES, lowestLevel, type LanguageLevels } from "../language/levels";

/** Exactly the `fsw` of CONTRACT.md's `npm run score -- --fsw`. */
export interface GridFactors {
  workYears: number;
  age: number;
  education: EducationLevel;
  firstLanguage: LanguageLevels;
  secondLanguage: LanguageLevels | null;
  arrangedEmployment: boolean;
  /** Taken as given: arranged employment counts here only where it is listed. */
  adaptability: readonly AdaptabilityElement[];
}

/** Points after caps. */
export interface GridScore {
  age: number;
  education: number;
  firstLanguage: number;
  secondLanguage: number;
  experience: number;
  arrangedEmployment: number;
  adaptability: number;
  total: number;
  /** The pass mark alone, nothing else. */
  passes: boolean;
}

type Bounds = readonly [least: number | null, most: number | null];

function pointsIn<Row extends { points: number }>(
  rows: readonly Row[],
  bounds: (row: Row) => Bounds,
  value: number,
): number {
  const row = rows.find((candidate) => {
    const [least, most] = bounds(candidate);
    return value >= (least ?? -Infinity) && value <= (most ?? Infinity);
  });
  return row?.points ?? 0;
}

const byAge = (row: AgeRow): Bounds => [row.age_min, row.age_max];
const byLevel = (row: LevelRow): Bounds => [row.clb_min, row.clb_max];
const byYears = (row: { years_min: number; years_max: number | null }): Bounds => [
  row.years_min,
  row.years_max,
];

/** Adds up a grid for given factors. */
export function scoreGrid(grid: SelectionGrid, factors: GridFactors): GridScore {
  const first = ABILITIES.reduce(
    (sum, ability) =>
      sum + pointsIn(grid.first_language.points_per_ability, byLevel, factors.firstLanguage[ability]),
    0,
  );
  const second = factors.secondLanguage;
  const adaptability = factors.adaptability.reduce(
    (sum, element) => sum + grid.adaptability.elements[element],
    0,
  );
  const points = {
    age: pointsIn(grid.age.rows, byAge, factors.age),
    education: grid.education.points[factors.education],
    firstLanguage: Math.min(grid.first_language.max, first),
    secondLanguage:
      second !== null && lowestLevel(second) >= grid.second_language.clb_min
        ? grid.second_language.points
        : 0,
    experience: pointsIn(grid.experience.rows, byYears, factors.workYears),
    arrangedEmployment: factors.arrangedEmployment ? grid.arranged_employment.points : 0,
    adaptability: Math.min(grid.adaptability.max, adaptability),
  };
  const total = Object.values(points).reduce((sum, figure) => sum + figure, 0);
  return { ...points, total, passes: total >= grid.pass_mark };
}
