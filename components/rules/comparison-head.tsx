import { DateText } from "@/components/ui/date-text";
import { FilterChips } from "@/components/ui/filter-chips";
import { Notice } from "@/components/ui/notice";
import { formatNumber } from "@/lib/format/quantities";
import { COMPARISON_VIEWS, type ComparisonPage, type ComparisonView } from "@/lib/rules/types";

const VIEW_LABELS: Readonly<Record<ComparisonView, string>> = {
  all: "All that change",
  gains: "Gain points",
  losses: "Lose points",
  crossings: "Cross a cut-off",
};

type Done = ComparisonPage & { run: NonNullable<ComparisonPage["run"]> };

/** What the comparison says in one sentence, and which part of it is listed. */
export function ComparisonHead({ page }: { page: Done }) {
  const { run, version, beside, counts, view } = page;
  return (
    <div className="mb-4 flex flex-col gap-3">
      {run.stale && (
        <Notice tone="watch" title="The draft has changed since">
          What stands here was worked out before the last change. Compare again.
        </Notice>
      )}
      <p className="text-ink-2">
        {formatNumber(run.total)} clients in the pool, their facts as of <DateText date={run.on} />, under{" "}
        {version.key} and under {beside?.key ?? "what is in force"}. Cut-offs are those of the latest round of
        each program and category within a year.
      </p>
      <FilterChips
        label="Which clients"
        items={COMPARISON_VIEWS.map((one) => ({
          href: `/settings/rules/${version.id}/compare?view=${one}`,
          label: VIEW_LABELS[one],
          count: counts[one],
          current: one === view,
        }))}
      />
    </div>
  );
}
