/** A version as tables that people read and fill in. Pure; the JSON stays the one truth. */
import type { CellValue, RuleBody, RuleKind, SheetCell, SheetTable } from "../types";
import { crsSheet } from "./crs";
import { replaceAt } from "./paths";
import { categoriesSheet, feesSheet, fundsSheet, gridSheet, thresholdsSheet } from "./programs";

const SHEETS: Readonly<Record<RuleKind, (body: RuleBody) => SheetTable[]>> = {
  crs: crsSheet,
  grid: gridSheet,
  thresholds: thresholdsSheet,
  categories: categoriesSheet,
  funds: fundsSheet,
  fees: feesSheet,
};

/** Every table of a version; none for one whose values nobody has entered. */
export function sheetOf(kind: RuleKind, body: RuleBody): SheetTable[] {
  return SHEETS[kind](body);
}

function sameValue(a: CellValue | null, b: CellValue | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Figures are matched by what they say, not by where they stand: rows may have been added. */
function figuresOf(sheet: readonly SheetTable[]): Map<string, CellValue> {
  const figures = new Map<string, CellValue>();
  for (const { id, rows } of sheet) {
    for (const { label, cells } of rows) {
      cells.forEach((cell, column) => cell && figures.set(`${id}|${label}|${column}`, cell.value));
    }
  }
  return figures;
}

export interface ComparedSheet {
  sheet: SheetTable[];
  /** How many figures are others than before. */
  differences: number;
}

/** A sheet with what another version says beside each figure that differs. */
export function besideBefore(sheet: readonly SheetTable[], before: readonly SheetTable[]): ComparedSheet {
  const figures = figuresOf(before);
  let differences = 0;
  const marked = (cell: SheetCell | null, place: string): SheetCell | null => {
    if (!cell) return null;
    const earlier = figures.get(place) ?? null;
    if (sameValue(earlier, cell.value)) return cell;
    differences += 1;
    return { ...cell, before: earlier };
  };
  const compared = sheet.map(({ rows, ...head }) => ({
    ...head,
    rows: rows.map(({ label, cells }) => ({
      label,
      cells: cells.map((cell, column) => marked(cell, `${head.id}|${label}|${column}`)),
    })),
  }));
  return { sheet: compared, differences };
}

/** What a field of the form may hold, by the figure it stands for; null for what it may not. */
function readCell({ value, options }: SheetCell, typed: string): CellValue | null {
  const text = typed.trim();
  if (typeof value === "boolean") return text === "yes" ? true : text === "no" ? false : null;
  if (typeof value === "number") {
    const number = text.replace(/[\s,$]/g, "");
    return /^\d{1,7}$/.test(number) ? Number(number) : null;
  }
  const known = (word: string) => (options ? options.some((option) => option.value === word) : true);
  if (typeof value === "string") return text !== "" && known(text) ? text : null;
  const words = text === "" ? [] : text.split(/[\s,;]+/);
  const fits = (word: string) => (options ? known(word) : /^\d{1,5}$/.test(word));
  return words.every(fits) ? words : null;
}

function whatToType({ value, options }: SheetCell): string {
  if (typeof value === "number") return "Write a whole number, without cents.";
  if (typeof value === "boolean") return "Choose yes or no.";
  return options
    ? "Choose from the list."
    : "Write NOC codes, of digits only, with spaces or lines between them.";
}

export interface FilledIn {
  body: RuleBody;
  /** Message per path. */
  faults: Record<string, string>;
}

/** Puts what was typed into the table. Only places that the sheet shows can be written. */
export function fillIn(kind: RuleKind, body: RuleBody, typed: Readonly<Record<string, string>>): FilledIn {
  const cells = sheetOf(kind, body).flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  const faults: Record<string, string> = {};
  let filled = body;
  for (const cell of cells) {
    const text = cell && Object.hasOwn(typed, cell.path) ? typed[cell.path] : undefined;
    if (!cell || text === undefined) continue;
    const value = readCell(cell, text);
    if (value === null) faults[cell.path] = whatToType(cell);
    else filled = replaceAt(filled, cell.path, value);
  }
  return { body: filled, faults };
}
