import { Send, TriangleAlert } from "lucide-react";
import Link from "next/link";
import type { AgendaEntry, Today } from "@/lib/tasks/today/types";
import { addDays } from "@/lib/express-entry/timing/calendar-date";
import { formatWeekdayDate } from "@/lib/format/dates";
import { RailSection } from "./rail-section";

const DAYS = 7;

function EntryIcon({ entry }: { entry: AgendaEntry }) {
  if (entry.kind === "plan") return <Send size={14} className="shrink-0 text-ink-3" aria-hidden />;
  return entry.hard ? (
    <TriangleAlert size={14} className="shrink-0 text-watch" role="img" aria-label="Hard deadline" />
  ) : null;
}

/** The next seven days of my files: what falls due, and days with nothing. */
export function WeekCard({ today }: { today: Today }) {
  const days = Array.from({ length: DAYS }, (_, index) => addDays(today.today, index));
  return (
    <RailSection id="week" title="Next 7 days" link={{ href: "/deadlines", label: "Deadlines" }}>
      <ol className="space-y-2 py-2">
        {days.map((day, index) => {
          const entries = today.week.filter((entry) => entry.on === day);
          const [weekday, number] = formatWeekdayDate(day).split(" ");
          return (
            <li
              key={day}
              aria-current={index === 0 ? "date" : undefined}
              className="grid grid-cols-[1.9rem_1.5rem_minmax(0,1fr)] gap-x-2 text-sm"
            >
              <span className={index === 0 ? "font-semibold text-maple" : "text-ink-2"}>{weekday}</span>
              <span className={index === 0 ? "font-semibold text-maple" : "text-ink-2"}>{number}</span>
              {entries.length === 0 ? (
                <span className="text-ink-3">Nothing due</span>
              ) : (
                <ul className="min-w-0 space-y-1">
                  {entries.map((entry) => (
                    <li
                      key={`${entry.caseNumber}-${entry.kind}-${entry.text}`}
                      className="flex items-center gap-2"
                    >
                      <Link
                        href={`/cases/${entry.caseNumber}/overview`}
                        prefetch={false}
                        className="min-w-0 flex-1 truncate hover:underline"
                      >
                        {entry.text}
                      </Link>
                      <EntryIcon entry={entry} />
                    </li>
                  ))}
                </ul>
              )}
            </li>
          );
        })}
      </ol>
    </RailSection>
  );
}
