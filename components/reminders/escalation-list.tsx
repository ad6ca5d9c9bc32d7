import Link from "next/link";
import { StatusIcon } from "@/components/ui/status-icon";
import { formatDate, formatDaysLeft } from "@/lib/format/dates";
import type { OpenEscalation } from "@/lib/reminders/types";
import { DecideDialog } from "./decide-dialog";

/** Dates in danger that nobody has answered; they are told every morning until somebody acts or decides. */
export function EscalationList({ escalations }: { escalations: readonly OpenEscalation[] }) {
  return (
    <ul>
      {escalations.map((one) => (
        <li
          key={one.id}
          className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line px-4 py-3 first:border-t-0"
        >
          <StatusIcon tone={one.cause === "missed" ? "late" : "watch"} />
          <span className="min-w-0 flex-1">
            <Link href={`/cases/${one.number}/overview`} className="font-semibold wrap-anywhere">
              {one.displayName}: {one.title}
            </Link>
            <span className="block text-sm text-ink-2">
              {one.cause === "missed" ? "MISSED" : "Last days"}: {formatDate(one.dueOn)},{" "}
              {formatDaysLeft(one.daysLeft)}. {one.responsibleName} answers for it. File {one.number}.
            </span>
          </span>
          {one.allowed.decide && <DecideDialog escalationId={one.id} name={one.displayName} />}
        </li>
      ))}
    </ul>
  );
}
