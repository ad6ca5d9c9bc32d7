/** Dates as one says them to a client: near ones by their weekday, and without a year that goes without saying. */
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { dateInZone, daysUntil, formatDayMonth, formatTime, formatWeekdayDate } from "@/lib/format/dates";

/** `Wed 2 Dec`, never broken over a line; the year follows where it is not this one. */
export function dayNear(date: IsoDate, today: IsoDate): string {
  const [weekday = ""] = formatWeekdayDate(date).split(" ", 1);
  return `${weekday} ${formatDayMonth(date, today)}`.replaceAll(" ", "\u00a0");
}

/** `today at 08:12`, `yesterday at 17:40`, `Fri 20 Nov, 15:20`. */
export function whenNear(instant: Date, { today, timeZone }: { today: IsoDate; timeZone: string }): string {
  const date = dateInZone(instant, timeZone);
  const time = formatTime(instant, timeZone);
  const days = daysUntil(date, today);
  if (days === 0) return `today at ${time}`;
  return days === -1 ? `yesterday at ${time}` : `${dayNear(date, today)}, ${time}`;
}

/** `today`, `tomorrow`, `in 9 days`, `3 days ago`. */
export function distance(date: IsoDate, today: IsoDate): string {
  const days = daysUntil(date, today);
  if (days === 0) return "today";
  if (days === 1) return "tomorrow";
  if (days === -1) return "yesterday";
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}
