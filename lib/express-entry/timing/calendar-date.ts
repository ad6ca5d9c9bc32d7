/**
 * Calendar dates without a clock or a zone. A date is an ISO string `YYYY-MM-DD`, so it sorts, compares
 * and travels as text. Instants live elsewhere; a date and an instant are never mixed (SECURITY.md 6.5).
 */
export type IsoDate = string & { readonly __isoDate?: never };

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;
const MS_PER_DAY = 86_400_000;

interface Parts {
  year: number;
  month: number;
  day: number;
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function partsOf(date: IsoDate): Parts {
  const match = PATTERN.exec(date);
  if (!match) throw new RangeError(`not a calendar date: ${date}`);
  return { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
}

function format({ year, month, day }: Parts): IsoDate {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** Days since 1970-01-01. */
export function dayNumber(date: IsoDate): number {
  const { year, month, day } = partsOf(date);
  return Math.floor(Date.UTC(year, month - 1, day) / MS_PER_DAY);
}

/** The date that lies `number` days after 1970-01-01. */
export function dateOfDayNumber(number: number): IsoDate {
  return new Date(number * MS_PER_DAY).toISOString().slice(0, 10);
}

/** True for a date that exists in the calendar: 2027-02-29 does not. */
export function isIsoDate(text: string): text is IsoDate {
  const match = PATTERN.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return dateOfDayNumber(dayNumber(date) + days);
}

/** Same day of a later (or earlier) month; the last day of that month where it has no such day. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const { year, month, day } = partsOf(date);
  const index = year * 12 + (month - 1) + months;
  const [targetYear, targetMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  return format({
    year: targetYear,
    month: targetMonth,
    day: Math.min(day, daysInMonth(targetYear, targetMonth)),
  });
}

export function addYears(date: IsoDate, years: number): IsoDate {
  return addMonths(date, years * 12);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from);
}

export function minDate(first: IsoDate, ...rest: IsoDate[]): IsoDate {
  return rest.reduce((least, date) => (date < least ? date : least), first);
}

export function maxDate(first: IsoDate, ...rest: IsoDate[]): IsoDate {
  return rest.reduce((greatest, date) => (date > greatest ? date : greatest), first);
}

/** Whole years of age on `on`; a birthday on that day counts as reached (rules reference 0.4). */
export function ageOn(birthDate: IsoDate, on: IsoDate): number {
  const birth = partsOf(birthDate);
  const at = partsOf(on);
  const reached = at.month > birth.month || (at.month === birth.month && at.day >= birth.day);
  return at.year - birth.year - (reached ? 0 : 1);
}
