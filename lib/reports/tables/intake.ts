/** Enquiries, and how far they came. Pure. */
import { formatMonth } from "@/lib/format/dates";
import { formatCount } from "@/lib/format/quantities";
import { DEPTH_LABELS, FEW } from "../rules";
import type { Figure, ReportCell, ReportRow, ReportTable } from "../types";
import { count, grouped, sum, type Counted } from "./counted";

/** How many came at least so far: a later step includes the ones before. */
const reached = (rows: readonly Counted[], depth: number) => sum(rows.filter((row) => row.depth >= depth));

function cellsOf(rows: readonly Counted[], which: Omit<Figure, "set">): ReportCell[] {
  const all = sum(rows);
  return DEPTH_LABELS.map((_, depth) => ({
    ...count(reached(rows, depth), { set: "enquiries", ...which, ...(depth > 0 && { depth }) }),
    ...(depth > 0 && { of: all }),
  }));
}

const DEFINITION =
  "Files opened in the period, and how many of them have come at least so far by today. Those opened lately have had less time.";

const sourceLabel = (source: string) => (source === "" ? "Not said" : source);

/** By month and by source; the funnel of all as a chart. */
export function intakeTables(rows: readonly Counted[], months: readonly string[]): ReportTable[] {
  const total: ReportRow = { label: "All", cells: cellsOf(rows, {}) };
  const all = sum(rows);
  const note = (depth: number) =>
    depth === 0 || all < FEW ? "" : `${Math.round((100 * reached(rows, depth)) / all)} % of the enquiries`;
  return [
    {
      ...{
        id: "by-month",
        title: "Enquiries by month, and how far they came",
        definition: DEFINITION,
        total,
      },
      columns: ["Opened", ...DEPTH_LABELS],
      rows: months.map((month) => ({
        label: formatMonth(`${month}-01`),
        cells: cellsOf(
          rows.filter((row) => row.month === month),
          { month },
        ),
      })),
      chart: {
        kind: "bars",
        unit: "count",
        bars: DEPTH_LABELS.map((label, depth) => ({
          ...{ label, value: reached(rows, depth), note: note(depth) },
        })),
      },
    },
    {
      ...{ id: "by-source", title: "Enquiries by source", total, chart: null },
      definition: "How they found us, as it was entered with the enquiry.",
      columns: ["Source", ...DEPTH_LABELS],
      rows: grouped(rows, "group").map(({ key: group, rows: own }) => ({
        label: sourceLabel(group),
        cells: cellsOf(own, { group }),
      })),
    },
  ];
}

export function intakeHeadline(rows: readonly Counted[]): string {
  const all = sum(rows);
  if (all === 0) return "No file was opened in this period.";
  const retained = reached(rows, DEPTH_LABELS.indexOf("Retained"));
  const rate = all < FEW ? "" : ` (${Math.round((100 * retained) / all)} %)`;
  return `${formatCount(all, "enquiry", "enquiries")}, of them ${retained} retained so far${rate}.`;
}
