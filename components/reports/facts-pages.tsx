import Link from "next/link";
import { Pagination } from "@/components/ui/pagination";
import { formatNumber } from "@/lib/format/quantities";
import { figureQuery } from "@/lib/reports/rules";
import type { FactList } from "@/lib/reports/types";

/** How much of the list is shown, and the way on. */
export function FactsPages({ list }: { list: FactList }) {
  const { name, state, figure, rows, total, next, isFirst } = list;
  const pageAfter = (after?: string) => `/reports/${name}/cases${figureQuery(state, figure, after)}`;
  return (
    <div className="mt-3 grid gap-2">
      {!isFirst && (
        <Link prefetch={false} href={pageAfter()} className="text-sm text-link print:hidden">
          Back to the first page
        </Link>
      )}
      <Pagination
        previousHref={null}
        nextHref={next === null ? null : pageAfter(next)}
        summary={`${formatNumber(rows.length)} of ${formatNumber(total)} shown`}
      />
    </div>
  );
}
