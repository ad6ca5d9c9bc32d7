/**
 * Business days in Canada: Monday to Friday but for the ten general holidays of the Canada Labour Code (R.S.C. 1985,
 * c. L-2, s. 166, with 30 September since 2021). Provincial holidays, and the days that stand in for a holiday on a
 * weekend, are counted as business days: a day so counted comes early, never late.
 */
import { addDays, dayNumber, type IsoDate } from "./calendar-date";

const two = (part: number): string => String(part).padStart(2, "0");
const dateOf = (year: number, month: number, day: number): IsoDate => `${year}-${two(month)}-${two(day)}`;

/** 0 is Sunday. 1 January 1970 was a Thursday. */
function weekday(date: IsoDate): number {
  return (((dayNumber(date) + 4) % 7) + 7) % 7;
}

const MONDAY = 1;

/** The nth Monday of a month. */
function nthMonday(year: number, month: number, nth: number): IsoDate {
  const first = dateOf(year, month, 1);
  return addDays(first, ((MONDAY - weekday(first) + 7) % 7) + 7 * (nth - 1));
}

/** Easter Sunday of the Gregorian calendar (the anonymous algorithm, Meeus 1991). */
function easterSunday(year: number): IsoDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor((8 * b + 13) / 25);
  const g = (19 * a + b - Math.floor(b / 4) - d + 15) % 30;
  const i = Math.floor(c / 4);
  const l = (32 + 2 * (b % 4) + 2 * i - g - (c % 4)) % 7;
  const m = Math.floor((a + 11 * g + 22 * l) / 451);
  const sum = g + l - 7 * m + 114;
  return dateOf(year, Math.floor(sum / 31), (sum % 31) + 1);
}

/** The Monday before 25 May. */
function victoriaDay(year: number): IsoDate {
  const last = dateOf(year, 5, 24);
  return addDays(last, -((weekday(last) - MONDAY + 7) % 7));
}

/** The general holidays of a year, in order. */
export function holidaysOf(year: number): IsoDate[] {
  return [
    dateOf(year, 1, 1),
    addDays(easterSunday(year), -2),
    victoriaDay(year),
    dateOf(year, 7, 1),
    nthMonday(year, 9, 1),
    dateOf(year, 9, 30),
    nthMonday(year, 10, 2),
    dateOf(year, 11, 11),
    dateOf(year, 12, 25),
    dateOf(year, 12, 26),
  ];
}

export function isBusinessDay(date: IsoDate): boolean {
  const day = weekday(date);
  return day !== 0 && day !== 6 && !holidaysOf(Number(date.slice(0, 4))).includes(date);
}

/** The nth business day after a day, which itself is not counted; `count` is 0 or more. */
export function addBusinessDays(from: IsoDate, count: number): IsoDate {
  let date = from;
  for (let left = count; left > 0;) {
    date = addDays(date, 1);
    if (isBusinessDay(date)) left -= 1;
  }
  return date;
}
