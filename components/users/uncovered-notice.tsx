import Link from "next/link";
import { Notice } from "@/components/ui/notice";
import { DaysLeft } from "@/components/ui/days-left";
import type { UncoveredClock } from "@/lib/users/leave/types";

interface UncoveredNoticeProps {
  clocks: readonly UncoveredClock[];
  today: string;
}

/** Hard deadlines set after a leave was entered, on a day on which nobody at work has them. Nothing where there is none. */
export function UncoveredNotice({ clocks, today }: UncoveredNoticeProps) {
  if (clocks.length === 0) return null;
  const title =
    clocks.length === 1
      ? "1 hard deadline falls on a day when nobody at work has it"
      : `${clocks.length} hard deadlines fall on days when nobody at work has them`;
  return (
    <Notice tone="late" title={title}>
      <ul className="mt-1 flex flex-col gap-1">
        {clocks.map((clock) => (
          <li key={`${clock.number} ${clock.title}`} className="flex flex-wrap gap-x-3">
            <Link href={`/cases/${clock.number}/overview`} prefetch={false} className="text-link">
              {clock.number}
            </Link>
            <span>
              {clock.title}, {clock.responsible}
            </span>
            <DaysLeft date={clock.dueOn} today={today} look="line" />
          </li>
        ))}
      </ul>
    </Notice>
  );
}
