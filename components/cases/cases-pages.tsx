import { Pagination } from "@/components/ui/pagination";
import { listQuery } from "@/lib/cases/list/rules";
import type { CaseList, CaseListState } from "@/lib/cases/list/types";

/** The neighbouring pages of the list. */
export function CasesPages({ list, state }: { list: CaseList; state: CaseListState }) {
  const { previous, next, rows, total, totalIsBound } = list;
  if (previous === null && next === null) return null;
  return (
    <div className="mt-3">
      <Pagination
        previousHref={previous === null ? null : `/cases${listQuery(state, { before: previous })}`}
        nextHref={next === null ? null : `/cases${listQuery(state, { after: next })}`}
        summary={`${rows.length} of ${totalIsBound ? "1,000+" : total} files`}
      />
    </div>
  );
}
