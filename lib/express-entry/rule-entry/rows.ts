/** What must hold of rows of points: nothing between them, and points that go one way. */
import type { AgeRow, LevelRow } from "../data/crs-tables";
import { EDUCATION_LEVELS, type EducationLevel } from "../facts";
import { also, at, fault, listOf, object, orNull, record, whole, type TableFault } from "./checker";

/** More than any table of points has ever held. */
export const points = whole(0, 2000);
/** CLB and NCLC levels. */
export const level = whole(0, 12);
export const years = whole(0, 50);
const age = whole(0, 120);

export const pointsByEducation = record(EDUCATION_LEVELS, points);

export const ageRows = listOf(object({ required: { age_min: orNull(age), age_max: orNull(age), points } }));

const bounds = { clb_min: orNull(level), clb_max: orNull(level) };
export const levelRows = listOf(object({ required: { ...bounds, points } }));
export const twoColumnLevelRows = listOf(
  object({ required: { ...bounds, with_spouse: points, without_spouse: points } }),
);

/** The rows follow each other from the lowest value to the highest with nothing left out and nothing twice. */
export function withoutGaps<Row>(
  rows: readonly Row[],
  path: string,
  { least, most, lowest }: { least: keyof Row & string; most: keyof Row & string; lowest: number | null },
): TableFault[] {
  return rows.flatMap((row, index) => {
    const [from, to] = [row[least] as number | null, row[most] as number | null];
    const before = rows[index - 1]?.[most] as number | null | undefined;
    const where = (key: string) => at(at(path, index), key);
    const faults: TableFault[] = [];
    if (index === 0 && from !== lowest && from !== null) {
      faults.push(...fault(where(least), "the first row must have no lower end"));
    }
    if (index > 0 && (before === null || before === undefined || from !== before + 1)) {
      faults.push(...fault(where(least), "must follow the row before without a gap or an overlap"));
    }
    if (from !== null && to !== null && to < from)
      faults.push(...fault(where(most), "is below the lower end"));
    if (index === rows.length - 1 && to !== null) {
      faults.push(...fault(where(most), "the last row must have no upper end"));
    }
    return faults;
  });
}

export function ageRowsWithoutGaps(rows: readonly AgeRow[], path: string): TableFault[] {
  return withoutGaps(rows, path, { least: "age_min", most: "age_max", lowest: null });
}

export function levelRowsWithoutGaps(
  rows: readonly Pick<LevelRow, "clb_min" | "clb_max">[],
  path: string,
): TableFault[] {
  return withoutGaps(rows, path, { least: "clb_min", most: "clb_max", lowest: 0 });
}

/** More is never less. `where` names the path of a figure. */
export function neverFalls(
  figures: readonly number[],
  where: (index: number) => string,
  words = "is less than the figure before it",
): TableFault[] {
  return figures.flatMap((figure, index) =>
    index > 0 && figure < (figures[index - 1] ?? 0) ? fault(where(index), words) : [],
  );
}

/** Points of rows by level: a higher level never gives less. */
export function levelPoints(rows: readonly { points: number }[], path: string): TableFault[] {
  return neverFalls(
    rows.map((row) => row.points),
    (index) => at(at(path, index), "points"),
  );
}

/** Index = whole years, the last entry standing for more: another year never gives less. */
export const byWholeYears = also<number[]>(listOf(points, { least: 2 }), (list, path) =>
  neverFalls(list, (index) => at(path, index)),
);

/** Points for age rise to the best years and then fall: once they have fallen they never rise again. */
export function risesThenFalls(rows: readonly AgeRow[], path: string): TableFault[] {
  const best = Math.max(...rows.map((row) => row.points));
  const peak = rows.findIndex((row) => row.points === best);
  return rows.flatMap((row, index) => {
    const before = rows[index - 1]?.points ?? row.points;
    const wrong = index <= peak ? row.points < before : row.points > before;
    const words = index <= peak ? "falls before the best age" : "rises again after the best age";
    return wrong ? fault(at(at(path, index), "points"), words) : [];
  });
}

/** A higher level of education never gives less. */
export function educationNeverFalls(table: Record<EducationLevel, number>, path: string): TableFault[] {
  return neverFalls(
    EDUCATION_LEVELS.map((key) => table[key]),
    (index) => at(path, EDUCATION_LEVELS[index] ?? ""),
    "is less than for the level below it",
  );
}

export function highest(figures: Iterable<number>): number {
  return Math.max(0, ...figures);
}

/** A stated maximum is what the rows add up to. */
export function states(path: string, stated: number, reached: number, of: string): TableFault[] {
  return stated === reached ? [] : fault(path, `says ${stated}, but ${of} reach ${reached}`);
}

/** A cap cuts something off or is the most there is; above that it would never hold. */
export function capsAt(path: string, cap: number, reached: number, of: string): TableFault[] {
  return cap <= reached ? [] : fault(path, `is more than ${of} can reach, ${reached}`);
}
