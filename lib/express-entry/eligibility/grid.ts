/** The selection grid of the Federal Skilled Worker class: 67 of 100 (IRPR 76, 78–83; rules reference 3.2). */
import { selectionGrid, type AdaptabilityElement } from "../data/crs-tables";
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

interface Row {
  least: number | null;
  most: number | null;
  points: number;
}

function pointsIn(rows: readonly Row[], value: number): number {
  const row = rows.find(({ least, most }) => value >= (least ?? -Infinity) && value <= (most ?? Infinity));
  return row?.points ?? 0;
}

const AGE_ROWS: Row[] = selectionGrid.age.rows.map((row) => ({
  least: row.age_min,
  most: row.age_max,
  points: row.points,
}));
const EXPERIENCE_ROWS: Row[] = selectionGrid.experience.rows.map((row) => ({
  least: row.years_min,
  most: row.years_max,
  points: row.points,
}));
const LANGUAGE_ROWS: Row[] = selectionGrid.first_language.points_per_ability.map((row) => ({
  least: row.clb_min,
  most: row.clb_max,
  points: row.points,
}));

/** Adds up the grid for given factors. */
export function scoreGrid(factors: GridFactors): GridScore {
  const grid = selectionGrid;
  const first = ABILITIES.reduce(
    (sum, ability) => sum + pointsIn(LANGUAGE_ROWS, factors.firstLanguage[ability]),
    0,
  );
  const second = factors.secondLanguage;
  const adaptability = factors.adaptability.reduce(
    (sum, element) => sum + grid.adaptability.elements[element],
    0,
  );
  const points = {
    age: pointsIn(AGE_ROWS, factors.age),
    education: grid.education.points[factors.education],
    firstLanguage: Math.min(grid.first_language.max, first),
    secondLanguage:
      second !== null && lowestLevel(second) >= grid.second_language.clb_min
        ? grid.second_language.points
        : 0,
    experience: pointsIn(EXPERIENCE_ROWS, factors.workYears),
    arrangedEmployment: factors.arrangedEmployment ? grid.arranged_employment.points : 0,
    adaptability: Math.min(grid.adaptability.max, adaptability),
  };
  const total = Object.values(points).reduce((sum, figure) => sum + figure, 0);
  return { ...points, total, passes: total >= grid.pass_mark };
}
