import type { Measure } from "./measure";

const HEADINGS = ["Page", "As", "p50 ms", "p95 ms", "Queries", "Bare SQL ms"] as const;

function cells({ page, role, p50, p95, queries, bareSql }: Measure): string[] {
  return [page, role, p50.toFixed(1), p95.toFixed(1), String(queries), bareSql.toFixed(1)];
}

/** A Markdown table whose columns line up in a terminal too. */
export function tableOf(measures: readonly Measure[]): string {
  const rows = [[...HEADINGS], ...measures.map(cells)];
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const isText = (column: number) => column < 2;
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => (isText(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(" | ")} |`;
  const rule = widths.map((width, column) =>
    isText(column) ? "-".repeat(width) : `${"-".repeat(width - 1)}:`,
  );
  const [head = [], ...body] = rows;
  return [line(head), `| ${rule.join(" | ")} |`, ...body.map(line)].join("\n");
}
