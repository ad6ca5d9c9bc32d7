import { FilterChips } from "@/components/ui/filter-chips";
import { KIND_LABELS } from "@/lib/cases/timeline/rules";
import type { TimelineKind } from "@/lib/cases/timeline/types";

/** Which kind of events is shown, as links. */
export function TimelineFilters({ base, kind }: { base: string; kind: TimelineKind | null }) {
  const kinds = Object.entries(KIND_LABELS) as [TimelineKind, string][];
  return (
    <FilterChips
      label="Kind of event"
      items={[
        { href: base, label: "Everything", current: kind === null },
        ...kinds.map(([value, label]) => ({
          href: `${base}?kind=${value}`,
          label,
          current: kind === value,
        })),
      ]}
    />
  );
}
