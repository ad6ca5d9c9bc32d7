import { FilterChips } from "@/components/ui/filter-chips";
import { SegmentedControl } from "@/components/ui/segmented-control";
import type { WindowLane } from "@/lib/deadlines/types";
import type { GroupBy } from "./window-board";

export const WAITING = {
  all: "All",
  client: "Waiting on client",
  us: "Waiting on us",
  nothing: "Nothing open",
} as const;

export type Waiting = keyof typeof WAITING;

/** Who must act next: our review comes first, then the client's answer; each lane is in exactly one group. */
export function waitingOn(lane: WindowLane): Exclude<Waiting, "all"> {
  if (lane.review > 0 || lane.required === 0) return "us";
  return lane.accepted < lane.required ? "client" : "nothing";
}

interface BoardFiltersProps {
  lanes: readonly WindowLane[];
  waiting: Waiting;
  groupBy: GroupBy;
}

const href = (waiting: Waiting, groupBy: GroupBy) => `/deadlines?waiting=${waiting}&group=${groupBy}`;

export function BoardFilters({ lanes, waiting, groupBy }: BoardFiltersProps) {
  const count = (key: Waiting) =>
    key === "all" ? lanes.length : lanes.filter((lane) => waitingOn(lane) === key).length;
  return (
    <div className="mb-3 flex flex-wrap items-center justify-between gap-3 print:hidden">
      <FilterChips
        label="Waiting on"
        items={(Object.keys(WAITING) as Waiting[]).map((key) => ({
          href: href(key, groupBy),
          label: WAITING[key],
          count: count(key),
          current: key === waiting,
        }))}
      />
      <SegmentedControl
        label="Group by"
        items={[
          { href: href(waiting, "risk"), label: "Risk", current: groupBy === "risk" },
          { href: href(waiting, "consultant"), label: "Consultant", current: groupBy === "consultant" },
        ]}
      />
    </div>
  );
}
