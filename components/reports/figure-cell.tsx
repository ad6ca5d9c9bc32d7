import Link from "next/link";
import { Cell } from "@/components/ui/table";
import { formatNumber } from "@/lib/format/quantities";
import { figureQuery, FEW } from "@/lib/reports/rules";
import type { Report, ReportCell } from "@/lib/reports/types";

/** A figure in words, and its share or of how many it is, where no column beside it tells. */
function wordsOf({ value, unit, of }: ReportCell): { text: string; aside: string | null } {
  if (value === null) {
    if (of === undefined) return { text: "", aside: null };
    return { text: "–", aside: of === 0 ? "none" : "too few" };
  }
  if (unit === "percent") return { text: `${value} %`, aside: `of ${formatNumber(of ?? 0)}` };
  const isShareable = unit === "count" && value > 0 && of !== undefined && of >= FEW;
  return { text: formatNumber(value), aside: isShareable ? `${Math.round((100 * value) / of)} %` : null };
}

interface FigureCellProps {
  report: Pick<Report, "name" | "state">;
  cell: ReportCell;
  /** What it is of: `Missed, Mar 2026`. */
  label: string;
}

/** A figure, as a link to the rows that it counts. */
export function FigureCell({ report, cell, label }: FigureCellProps) {
  const { text, aside } = wordsOf(cell);
  const leads = cell.figure !== null && cell.value !== null && (cell.value > 0 || cell.unit !== "count");
  return (
    <Cell align="right">
      {leads && cell.figure ? (
        <Link
          prefetch={false}
          href={`/reports/${report.name}/cases${figureQuery(report.state, cell.figure)}`}
          className="inline-flex min-h-6 items-center text-link"
          aria-label={`${text}: ${label}`}
        >
          {text}
        </Link>
      ) : (
        <span className="text-ink-3">{text}</span>
      )}
      {aside !== null && <span className="ml-1.5 text-xs text-ink-3">{aside}</span>}
    </Cell>
  );
}
