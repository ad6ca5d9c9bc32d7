import { ListPlus, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { IconButton } from "@/components/ui/icon-button";
import type { DateAhead } from "@/lib/cases/overview/types";
import { daysUntil, formatDayMonth, formatDaysLeft } from "@/lib/format/dates";

const SHOWN = 8;
const WATCH_DAYS = 14;

interface DatesCardProps {
  dates: readonly DateAhead[];
  today: string;
  /** Where a task for a date is added: the id of the clock follows it. Null: not by this viewer. */
  addTask: string | null;
  /** The page of all dates of the case. */
  href: string;
}

/** What falls due on this file, the nearest first: distance, then what, then the date. */
export function DatesCard({ dates, today, addTask, href }: DatesCardProps) {
  const shown = dates.slice(0, SHOWN);
  return (
    <Card labelledBy="dates">
      <CardHeader
        id="dates"
        title="Next dates"
        count={dates.length > SHOWN ? dates.length : undefined}
        actions={
          <Link href={href} className="text-sm underline">
            All dates
          </Link>
        }
      />
      {shown.length === 0 ? (
        <CardBody className="text-ink-2">
          No date yet. The profile, the invitation and each dated document bring their own.
        </CardBody>
      ) : (
        <ol className="py-2">
          {shown.map((date) => {
            const left = daysUntil(date.on, today);
            const watch = date.kind !== "plan" && left <= WATCH_DAYS;
            const tone = watch ? (left < 0 ? "text-late" : "text-watch") : "";
            return (
              <li
                key={`${date.kind}-${date.on}-${date.text}`}
                className={`grid min-h-8 grid-cols-[4.25rem_minmax(0,1fr)_auto_auto] items-center gap-x-2 px-4 ${tone} ${date.hard ? "font-semibold" : ""}`}
              >
                <span className="font-semibold whitespace-nowrap">{formatDaysLeft(left)}</span>
                <span className="flex min-w-0 items-center gap-1.5 text-sm">
                  {watch && <TriangleAlert size={14} className="shrink-0" aria-hidden />}
                  {date.text}
                </span>
                <time dateTime={date.on} className="text-sm font-normal whitespace-nowrap text-ink-2">
                  {formatDayMonth(date.on, today)}
                </time>
                {addTask !== null && date.deadlineId !== null && (
                  <IconButton
                    label={`Add a task for ${date.text}`}
                    icon={<ListPlus aria-hidden />}
                    href={`${addTask}${date.deadlineId}`}
                    size="sm"
                  />
                )}
              </li>
            );
          })}
        </ol>
      )}
    </Card>
  );
}
