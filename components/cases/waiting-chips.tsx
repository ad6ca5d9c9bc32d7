import { FilterChips } from "@/components/ui/filter-chips";
import { listQuery, WAITING_LABELS } from "@/lib/cases/list/rules";
import type { CaseList, CaseListState } from "@/lib/cases/list/types";

const PARTS = ["client", "us", "other"] as const;

/** Whom the cases of the list wait on. The counts need not add up: a case may wait on several at once. */
export function WaitingChips({ list, state }: { list: CaseList; state: CaseListState }) {
  const items = PARTS.map((part) => ({
    href: `/cases${listQuery(state, { waiting: state.waiting === part ? null : part })}`,
    label: WAITING_LABELS[part],
    count: list.waiting[part],
    current: state.waiting === part,
  }));
  return (
    <div className="mb-3 flex items-center gap-2 text-sm text-ink-2 max-md:block">
      <span aria-hidden>Waiting on</span>
      <FilterChips label="Waiting on" items={items} />
    </div>
  );
}
