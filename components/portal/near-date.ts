/** Dates as one says them to a client: near ones by their weekday, and without a year that goes without saying. */
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { dateInZone, daysUntil, formatDayMonth, formatTime, formatWeekdayDate } from "@/lib/format/dates";
import type { Words } from "./words";

/** `Wed 2 Dec`, never broken over a line; the year follows where it is not this one. */
export function dayNear(date: IsoDate, today: IsoDate, { locale }: Pick<Words, "locale">): string {
  const [weekday = ""] = formatWeekdayDate(date, locale).split(" ", 1);
  return `${weekday} ${formatDayMonth(date, today, locale)}`.replaceAll(" ", "\u00a0");
}

/** `today at 08:12`, `yesterday at 17:40`, `Fri 20 Nov, 15:20`. */
export function whenNear(
  instant: Date,
  { today, timeZone }: { today: IsoDate; timeZone: string },
  words: Pick<Words, "t" | "locale">,
): string {
  const date = dateInZone(instant, timeZone);
  const time = formatTime(instant, timeZone);
  const days = daysUntil(date, today);
  if (days === 0) return words.t("dates.todayAt", { time });
  if (days === -1) return words.t("dates.yesterdayAt", { time });
  return words.t("dates.at", { date: dayNear(date, today, words), time });
}

/** `today`, `tomorrow`, `in 9 days`, `3 days ago`. */
export function distance(date: IsoDate, today: IsoDate, { t }: Pick<Words, "t">): string {
  const days = daysUntil(date, today);
  if (days === 0) return t("dates.today");
  if (days === 1) return t("dates.tomorrow");
  if (days === -1) return t("dates.yesterday");
  return days > 0 ? t("dates.in", { days }) : t("dates.ago", { days: -days });
}
