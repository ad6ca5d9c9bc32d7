import Link from "next/link";
import { classNames } from "@/components/ui/class-names";
import type { DeadlineMonth, MonthEntry } from "@/lib/deadlines/board/types";
import { formatWeekdayDate } from "@/lib/format/dates";

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

function Entries({ entries }: { entries: readonly MonthEntry[] }) {
  return (
    <ul className="grid gap-0.5">
      {entries.map((entry) => (
        <li key={entry.id} className="text-xs leading-4 break-words">
          <Link
            prefetch={false}
            href={`/cases/${entry.number}/overview`}
            className={classNames("hover:underline", entry.hard && "font-semibold")}
          >
            {entry.displayName}
          </Link>{" "}
          <span className="text-ink-2">
            {entry.title}
            {entry.hard && ", hard"}
          </span>
        </li>
      ))}
    </ul>
  );
}

function DayList({ month }: { month: DeadlineMonth }) {
  const days = month.weeks.flat().filter(({ inMonth, entries }) => inMonth && entries.length > 0);
  return (
    <div className="grid gap-3 md:hidden print:hidden">
      {days.map(({ on, entries }) => (
        <section key={on} aria-label={formatWeekdayDate(on)}>
          <h2 className="text-sm font-semibold">
            {formatWeekdayDate(on)}
            {on === month.today && ", today"}
          </h2>
          <Entries entries={entries} />
        </section>
      ))}
    </div>
  );
}

/** A month of deadlines: a table of weeks, each day with what ends on it; a list by day on a phone. */
export function MonthGrid({ month }: { month: DeadlineMonth }) {
  return (
    <>
      <table className="w-full table-fixed border-collapse bg-surface max-md:hidden print:table">
        <caption className="sr-only">Deadlines by day, Monday to Sunday; hard ones say so</caption>
        <thead>
          <tr>
            {WEEKDAYS.map((day) => (
              <th
                key={day}
                scope="col"
                className="border border-line px-2 py-1 text-left text-xs font-semibold text-ink-2"
              >
                {day}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {month.weeks.map((week) => (
            <tr key={week[0]?.on} className="break-inside-avoid">
              {week.map(({ on, inMonth, entries }) => (
                <td
                  key={on}
                  aria-current={on === month.today ? "date" : undefined}
                  className={classNames(
                    "h-24 border border-line px-2 py-1 align-top",
                    !inMonth && "bg-sunken",
                    on === month.today && "outline-2 -outline-offset-2 outline-maple",
                  )}
                >
                  <time dateTime={on} className="block text-xs font-semibold">
                    <span aria-hidden>{Number(on.slice(8))}</span>
                    <span className="sr-only">{formatWeekdayDate(on)}</span>
                    {on === month.today && <span className="text-maple"> today</span>}
                  </time>
                  {entries.length > 0 && <Entries entries={entries} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <DayList month={month} />
    </>
  );
}
