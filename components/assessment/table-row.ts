/** Rows of the rules' tables in words: what the readers of a line's rule share. */
import type { LevelRow } from "@/lib/express-entry/data/crs-tables";
import type { LanguageLevels } from "@/lib/express-entry/language/levels";
import { formatCount } from "@/lib/format/quantities";

/** A row of a table, with its points. */
export interface TableRow {
  label: string;
  points: number;
  /** Points of the same row in the other column of the CRS; left out where there is one column. */
  other?: number;
  /** Set to false for a row that is shown and not earned. */
  used?: boolean;
}

export const ABILITIES = [
  ["reading", "Reading"],
  ["writing", "Writing"],
  ["listening", "Listening"],
  ["speaking", "Speaking"],
] as const;

export interface Range {
  min: number | null;
  max: number | null;
}

export function contains({ min, max }: Range, value: number): boolean {
  return value >= (min ?? -Infinity) && value <= (max ?? Infinity);
}

/** `4 to 5`, `10 or more`, `17 or less`, `30`. */
export function rangeInWords({ min, max }: Range): string {
  if (min === null) return `${max ?? 0} or less`;
  if (max === null) return `${min} or more`;
  return min === max ? String(min) : `${min} to ${max}`;
}

export const scaleOf = (levels: LanguageLevels) => (levels.language === "fr" ? "NCLC" : "CLB");
const levelRange = ({ clb_min: min, clb_max: max }: Pick<LevelRow, "clb_min" | "clb_max">): Range => ({
  min,
  max,
});

/** One row an ability: `Reading, CLB 9`. */
export function levelRows<R extends Pick<LevelRow, "clb_min" | "clb_max">>(
  rows: readonly R[],
  levels: LanguageLevels | null,
  pointsOf: (row: R) => Omit<TableRow, "label">,
): TableRow[] {
  if (levels === null) return [];
  return ABILITIES.flatMap(([ability, name]) => {
    const row = rows.find((candidate) => contains(levelRange(candidate), levels[ability]));
    return row
      ? [{ label: `${name}, ${scaleOf(levels)} ${rangeInWords(levelRange(row))}`, ...pointsOf(row) }]
      : [];
  });
}

/** `2 years`, `5 years or more`: the last entry stands for that many or more. */
export function yearsRow(points: readonly number[], years: number, other?: readonly number[]): TableRow {
  const index = Math.min(years, points.length - 1);
  const label =
    index === 0
      ? "Under one year"
      : formatCount(index, "year") + (index === points.length - 1 ? " or more" : "");
  return { label, points: points[index] ?? 0, ...(other ? { other: other[index] ?? 0 } : {}) };
}
