import { Settings2 } from "lucide-react";
import { Fragment } from "react";
import { Card, CardHeader } from "@/components/ui/card";
import type { TimelineEntry } from "@/components/ui/timeline";
import { Timeline } from "@/components/ui/timeline";
import type { CaseTimeline, TimelineLine } from "@/lib/cases/timeline/types";
import type { FirmDay } from "@/lib/cases/types";
import { dateInZone, daysUntil, formatDayMonth, formatTime, formatWeekdayDate } from "@/lib/format/dates";

/** A line of a timeline as the primitive draws it. */
export function timelineEntry(line: TimelineLine, when: string): TimelineEntry {
  return {
    id: line.id,
    at: line.at.toISOString(),
    when,
    ...(line.byMachine ? { icon: <Settings2 aria-hidden /> } : { person: line.actor }),
    children: (
      <>
        <b>{line.actor}</b> {line.words}
      </>
    ),
  };
}

/** `09:12` today, `Fri 20` this week, `4 Mar` before: for a list without day headings. */
export function shortWhen(at: Date, { today, timeZone }: FirmDay): string {
  const date = dateInZone(at, timeZone);
  const ago = daysUntil(today, date);
  if (ago === 0) return formatTime(at, timeZone);
  return ago < 7 ? formatWeekdayDate(date).split(" ").slice(0, 2).join(" ") : formatDayMonth(date);
}

/** Lines of one day stand under its date. */
function byDay(lines: readonly TimelineLine[], timeZone: string): [string, TimelineLine[]][] {
  const days = new Map<string, TimelineLine[]>();
  for (const line of lines) {
    const date = dateInZone(line.at, timeZone);
    days.set(date, [...(days.get(date) ?? []), line]);
  }
  return [...days];
}

/** Who, what, when, newest first, by day in the firm's zone. */
export function CaseTimelineCard({ timeline }: { timeline: CaseTimeline }) {
  const { day } = timeline;
  return (
    <Card>
      {byDay(timeline.lines, day.timeZone).map(([date, lines]) => (
        <Fragment key={date}>
          <CardHeader
            title={<time dateTime={date}>{formatWeekdayDate(date)}</time>}
            detail={date === day.today ? "Today" : undefined}
            className="min-h-10 border-t bg-paper first:rounded-t-lg first:border-t-0"
          />
          <Timeline
            label={formatWeekdayDate(date)}
            entries={lines.map((line) => timelineEntry(line, formatTime(line.at, day.timeZone)))}
          />
        </Fragment>
      ))}
    </Card>
  );
}
