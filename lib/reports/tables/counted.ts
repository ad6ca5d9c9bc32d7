/** Sums and shares of counted rows. Pure. */
import { FEW } from "../rules";
import type { Figure, ReportCell } from "../types";

/** So many rows that have these in common; "" and 0 where they were not told apart by it. */
export interface Counted {
  month: string;
  ownerId: string;
  group: string;
  part: string;
  depth: number;
  n: number;
}

/** How long the rows of a group took, in days. `part` null: of all its parts. */
export interface Measured {
  group: string;
  part: string | null;
  n: number;
  median: number;
  eighty: number;
  clientMedian: number | null;
  ownMedian: number | null;
  /** Rows with at least one return. */
  returned: number;
}

export const sum = (rows: readonly Pick<Counted, "n">[]): number => rows.reduce((all, { n }) => all + n, 0);

/** The different values of rows, each with its rows, the most rows first. */
export function grouped<K extends "group" | "part" | "month" | "ownerId">(
  rows: readonly Counted[],
  key: K,
): { key: string; rows: Counted[]; n: number }[] {
  const by = new Map<string, Counted[]>();
  for (const row of rows) by.set(row[key], [...(by.get(row[key]) ?? []), row]);
  return [...by]
    .map(([value, own]) => ({ key: value, rows: own, n: sum(own) }))
    .sort((a, b) => b.n - a.n || a.key.localeCompare(b.key));
}

export const count = (n: number, figure: Figure): ReportCell => ({ value: n, unit: "count", figure });

/** A share in whole percent, of how many; of few no percentage is said. */
export function share(n: number, of: number, figure: Figure | null): ReportCell {
  return { value: of < FEW ? null : Math.round((100 * n) / of), unit: "percent", of, figure };
}

/** Days, where there are enough rows to say so. */
export function days(value: number | null, n: number, figure: Figure): ReportCell {
  return { value: n < FEW ? null : value, unit: "days", of: n, figure };
}
