import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { dayNumber, isIsoDate } from "@/lib/express-entry/timing/calendar-date";
import type { Language } from "./language";

const MONTHS: Readonly<Record<string, readonly string[]>> = {
  en: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
  fr: ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juill.", "août", "sept.", "oct.", "nov.", "déc."],
};

const WEEKDAYS: Readonly<Record<string, readonly string[]>> = {
  en: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
  fr: ["dim.", "lun.", "mar.", "mer.", "jeu.", "ven.", "sam."],
};

function partsOf(date: IsoDate): { year: number; month: number; day: number } {
  if (!isIsoDate(date)) throw new RangeError(`not a calendar date: ${date}`);
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  return { year, month, day };
}

/** A word of the calendar in a language that has no spelling of ours. */
function spelled(language: Language, part: Intl.DateTimeFormatOptions, at: number): string {
  return new Intl.DateTimeFormat(language, { ...part, timeZone: "UTC" }).format(at);
}

const DAY_MS = 86_400_000;

function monthName(month: number, language: Language): string {
  const known = MONTHS[language]?.[month - 1];
  return known ?? spelled(language, { month: "short" }, Date.UTC(2026, month - 1, 1));
}

function dayOfMonth(day: number, language: Language): string {
  return language === "fr" && day === 1 ? "1er" : String(day);
}

/** `8 Mar 2027`, the one way a full date is written. Throws RangeError for what is not a calendar date. */
export function formatDate(date: IsoDate, language: Language = "en"): string {
  const { year, month, day } = partsOf(date);
  return `${dayOfMonth(day, language)} ${monthName(month, language)} ${year}`;
}

/** `8 Mar`, for a column whose year is plain; with `near`, the year returns where it differs from that date's. */
export function formatDayMonth(date: IsoDate, near?: IsoDate, language: Language = "en"): string {
  const { year, month, day } = partsOf(date);
  if (near !== undefined && partsOf(near).year !== year) return formatDate(date, language);
  return `${dayOfMonth(day, language)} ${monthName(month, language)}`;
}

/** `Mon 8 Mar 2027`. */
export function formatWeekdayDate(date: IsoDate, language: Language = "en"): string {
  // Day 0 of the count, 1970-01-01, was a Thursday.
  const known = WEEKDAYS[language]?.[(((dayNumber(date) + 4) % 7) + 7) % 7];
  const weekday = known ?? spelled(language, { weekday: "short" }, dayNumber(date) * DAY_MS);
  return `${weekday} ${formatDate(date, language)}`;
}

/** `Mar 2027`. */
export function formatMonth(date: IsoDate, language: Language = "en"): string {
  const { year, month } = partsOf(date);
  return `${monthName(month, language)} ${year}`;
}

/** `3 Jun 2024 to 8 Mar 2027`, or `3 Jun 2024 to now` while it lasts. */
export function formatDateRange(from: IsoDate, to: IsoDate | null, language: Language = "en"): string {
  const [until, now] = language === "fr" ? ["au", "à ce jour"] : ["to", "to now"];
  if (to === null) return `${formatDate(from, language)} ${now}`;
  return `${formatDate(from, language)} ${until} ${formatDate(to, language)}`;
}

/** `33 days`, `1 day`, `today`, `2 days ago`, from the whole days that are left (negative: past). */
export function formatDaysLeft(days: number, language: Language = "en"): string {
  const count = Math.abs(days);
  if (language === "fr") {
    if (days === 0) return "aujourd’hui";
    const unit = count === 1 ? "jour" : "jours";
    return days > 0 ? `${count} ${unit}` : `il y a ${count} ${unit}`;
  }
  if (days === 0) return "today";
  const unit = count === 1 ? "day" : "days";
  return days > 0 ? `${count} ${unit}` : `${count} ${unit} ago`;
}

/** Whole days from `today` to `date`; negative once it has passed. */
export function daysUntil(date: IsoDate, today: IsoDate): number {
  return dayNumber(date) - dayNumber(today);
}

/** `Toronto time` for `America/Toronto`, `heure de Toronto` in French; `UTC` stays itself. */
export function zoneName(zone: string, language: Language = "en"): string {
  if (zone === "UTC" || zone === "Etc/UTC") return "UTC";
  const city = zone.slice(zone.lastIndexOf("/") + 1).replaceAll("_", " ");
  if (language === "fr") return `heure de ${city}`;
  return `${city} time`;
}

interface DateTimeOptions {
  /** Seconds matter for a tie-break instant, nowhere else. */
  seconds?: boolean;
  /** Adds `Toronto time` or `UTC`; for where two zones could be meant. */
  nameZone?: boolean;
  language?: Language;
}

/** The calendar date of an instant in a zone. */
export function dateInZone(instant: Date, zone: string): IsoDate {
  return new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).format(instant);
}

/** `09:41`, in a zone, by the 24-hour clock. */
export function formatTime(instant: Date, zone: string, seconds = false): string {
  return new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hour: "2-digit",
    minute: "2-digit",
    ...(seconds ? { second: "2-digit" } : {}),
  }).format(instant);
}

/** `8 Mar 2027, 09:41`, in the named zone. */
export function formatDateTime(instant: Date, zone: string, options: DateTimeOptions = {}): string {
  const date = formatDate(dateInZone(instant, zone), options.language);
  const text = `${date}, ${formatTime(instant, zone, options.seconds)}`;
  return options.nameZone ? `${text} ${zoneName(zone, options.language)}` : text;
}
