/** Pieces of which the tables of every kind are made: a row names figures by their place in the JSON. */
import { EDUCATION_LABELS } from "@/lib/express-entry/education/credentials";
import { EDUCATION_LEVELS, type EducationLevel } from "@/lib/express-entry/facts";
import type { CellOption, CellValue, RuleBody, SheetCell, SheetRow, SheetTable } from "../types";
import { valueAt } from "./paths";

function isCellValue(value: unknown): value is CellValue {
  if (Array.isArray(value)) return value.every((item) => typeof item === "string");
  return typeof value === "number" || typeof value === "boolean" || typeof value === "string";
}

/** The figure at a path, or an empty cell where the table has none. */
function cellAt(body: RuleBody, path: string): SheetCell | null {
  const value = valueAt(body, path);
  return isCellValue(value) ? { path, value } : null;
}

/** The same for one of a closed list, or several of it. */
export function choiceAt(body: RuleBody, path: string, options: readonly CellOption[]): SheetCell | null {
  const cell = cellAt(body, path);
  return cell && { ...cell, options };
}

export function row(body: RuleBody, label: string, ...paths: string[]): SheetRow {
  return { label, cells: paths.map((path) => cellAt(body, path)) };
}

/** Rows without a single figure say nothing. */
export function table(head: Omit<SheetTable, "rows">, rows: readonly SheetRow[]): SheetTable[] {
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell !== null));
  return filled.length === 0 ? [] : [{ ...head, rows: filled }];
}

/** `18`, `20 to 29`, `17 or under`, `45 or over`. */
function rangeLabel(least: number | null, most: number | null, words = "or over"): string {
  if (least === null && most === null) return "any";
  if (least === null) return `${most} or under`;
  if (most === null) return `${least} ${words}`;
  return least === most ? String(least) : `${least} to ${most}`;
}

interface Range {
  label: string;
  path: string;
}

/** The rows of a list with a least and a most value, labelled, with their paths. */
export function rangesAt(body: RuleBody, path: string, unit: "age" | "clb" | "years"): Range[] {
  const rows = valueAt(body, path);
  if (!Array.isArray(rows)) return [];
  return rows.map((entry: Record<string, number | null>, index) => ({
    label: rangeLabel(
      entry[`${unit}_min`] ?? null,
      entry[`${unit}_max`] ?? null,
      unit === "age" ? "or over" : "or more",
    ),
    path: `${path}[${index}]`,
  }));
}

/** Two lists of ranges side by side, matched by their labels: the columns may cut their ages differently. */
export function besideEachOther(body: RuleBody, left: readonly Range[], right: readonly Range[]): SheetRow[] {
  const rightOf = new Map(right.map((range) => [range.label, range.path]));
  const leftLabels = new Set(left.map(({ label }) => label));
  const rows = left.map(({ label, path }) => ({
    label,
    cells: [cellAt(body, `${path}.points`), pointsAt(body, rightOf.get(label))],
  }));
  const onlyRight = right
    .filter(({ label }) => !leftLabels.has(label))
    .map(({ label, path }) => ({ label, cells: [null, cellAt(body, `${path}.points`)] }));
  return [...rows, ...onlyRight];
}

function pointsAt(body: RuleBody, path: string | undefined): SheetCell | null {
  return path === undefined ? null : cellAt(body, `${path}.points`);
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A row for each level of education, from the lowest. */
export function educationRows(body: RuleBody, ...paths: string[]): SheetRow[] {
  return EDUCATION_LEVELS.map((level: EducationLevel) =>
    row(body, capitalised(EDUCATION_LABELS[level]), ...paths.map((path) => `${path}.${level}`)),
  );
}

/** A row for each entry of lists of points by whole years, the last standing for that many or more. */
export function yearRows(body: RuleBody, ...paths: string[]): SheetRow[] {
  const lists = paths.map((path) => valueAt(body, path));
  const most = Math.max(0, ...lists.map((list) => (Array.isArray(list) ? list.length : 0)));
  return Array.from({ length: most }, (_, year) => {
    const label = year === 0 ? "Under 1 year" : `${year} ${year === 1 ? "year" : "years"}`;
    return row(
      body,
      year === most - 1 ? `${label} or more` : label,
      ...paths.map((path) => `${path}[${year}]`),
    );
  });
}
