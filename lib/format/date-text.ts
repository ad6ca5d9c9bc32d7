import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { isIsoDate } from "@/lib/express-entry/timing/calendar-date";

const MONTH_STARTS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const DAY_MONTH_YEAR = /^(\d{1,2})\s+([a-z]{3,9})\.?,?\s+(\d{4})$/;
const MONTH_DAY_YEAR = /^([a-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})$/;

function isoOf(year: string, monthWord: string, day: string): IsoDate | null {
  const month = MONTH_STARTS.indexOf(monthWord.slice(0, 3)) + 1;
  const iso = `${year}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}`;
  return month > 0 && isIsoDate(iso) ? iso : null;
}

/**
 * What a person types for a date: `2026-03-08`, `8 Mar 2026`, `8 March 2026`, `Mar 8, 2026`. Null for anything
 * else, `8/3/2026` included: nobody can tell which of the two is the month.
 */
export function parseDateText(text: string): IsoDate | null {
  const typed = text.trim().toLowerCase();
  if (isIsoDate(typed)) return typed;
  const dayFirst = DAY_MONTH_YEAR.exec(typed);
  if (dayFirst) return isoOf(dayFirst[3] ?? "", dayFirst[2] ?? "", dayFirst[1] ?? "");
  const monthFirst = MONTH_DAY_YEAR.exec(typed);
  if (monthFirst) return isoOf(monthFirst[3] ?? "", monthFirst[1] ?? "", monthFirst[2] ?? "");
  return null;
}
