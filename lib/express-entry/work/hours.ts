/** Hours of work: at most 30 a week counted, across all jobs at once (IRPR 80(4); rules reference 0.4). */
import { HOURS_PER_YEAR, WEEKLY_CAP } from "../data/crs-tables";
import type { Job } from "../facts";
import { addDays, dateOfDayNumber, dayNumber, type IsoDate } from "../timing/calendar-date";
import { teerOf } from "./noc";

export { HOURS_PER_YEAR, WEEKLY_CAP };
const DAYS_PER_WEEK = 7;

/** First and last day, both included. */
export interface Period {
  from: IsoDate;
  to: IsoDate;
}

export interface HoursOptions {
  /** Count only days on which all jobs together reach a full-time week of 30 hours. */
  fullTimeOnly?: boolean;
}

/**
 * A stretch of days with the same jobs. Weeks are spread evenly over their days, so a broken week counts in
 * proportion, and 52 whole weeks at the cap are one year to the hour.
 */
interface Stretch {
  days: number;
  jobs: Job[];
  weekly: number;
}

function stretches(jobs: readonly Job[], period: Period): Stretch[] {
  const first = dayNumber(period.from);
  const end = dayNumber(period.to) + 1;
  const spans = jobs
    .map((job) => ({
      job,
      start: Math.max(first, dayNumber(job.from)),
      stop: job.to === null ? end : Math.min(end, dayNumber(job.to) + 1),
    }))
    .filter(({ start, stop }) => start < stop);
  const edges = [...new Set(spans.flatMap(({ start, stop }) => [start, stop]))].sort((a, b) => a - b);
  return edges.slice(0, -1).map((edge, index) => {
    const active = spans.filter(({ start, stop }) => start <= edge && edge < stop).map(({ job }) => job);
    const weekly = active.reduce((sum, job) => sum + Math.max(0, job.hoursPerWeek), 0);
    return { days: (edges[index + 1] ?? edge) - edge, jobs: active, weekly };
  });
}

function countedPerWeek({ weekly }: Stretch, { fullTimeOnly = false }: HoursOptions): number {
  if (fullTimeOnly && weekly < WEEKLY_CAP) return 0;
  return Math.min(WEEKLY_CAP, weekly);
}

/** Creditable hours of the jobs inside the period. */
export function creditableHours(jobs: readonly Job[], period: Period, options: HoursOptions = {}): number {
  // Summed as hours x days and divided once, so that whole years come out as whole numbers.
  const hourDays = stretches(jobs, period).reduce(
    (sum, stretch) => sum + countedPerWeek(stretch, options) * stretch.days,
    0,
  );
  return hourDays / DAYS_PER_WEEK;
}

/** Creditable hours by TEER; hours of a week over the cap are shared in proportion to the jobs' hours. */
export function hoursByTeer(jobs: readonly Job[], period: Period): Partial<Record<number, number>> {
  const totals: Partial<Record<number, number>> = {};
  for (const stretch of stretches(jobs, period)) {
    if (stretch.weekly <= 0) continue;
    const share = (countedPerWeek(stretch, {}) * stretch.days) / DAYS_PER_WEEK / stretch.weekly;
    for (const job of stretch.jobs) {
      const teer = teerOf(job.nocCode);
      if (teer !== null) totals[teer] = (totals[teer] ?? 0) + share * Math.max(0, job.hoursPerWeek);
    }
  }
  return totals;
}

/**
 * Whole years: creditable hours over 1,560. "Over at least twelve months" needs no second test: at 30 hours a week
 * nobody reaches 1,560 hours in fewer than 52 weeks.
 */
export function wholeYears(hours: number): number {
  return Math.floor(hours / HOURS_PER_YEAR);
}

/** Days between two jobs that still count as no break: a weekend with a holiday (K). */
const UNBROKEN_DAYS = 3;

/**
 * The unbroken periods of work in the given jobs, within `period`, oldest first: jobs that overlap or follow
 * each other with at most three days between them.
 */
export function unbrokenPeriods(jobs: readonly Job[], period: Period): Period[] {
  const spans = jobs
    .filter((job) => job.hoursPerWeek > 0)
    .map((job) => ({
      from: job.from > period.from ? job.from : period.from,
      to: job.to === null || job.to > period.to ? period.to : job.to,
    }))
    .filter(({ from, to }) => from <= to)
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  const merged: Period[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last && span.from <= addDays(last.to, UNBROKEN_DAYS + 1)) {
      if (span.to > last.to) last.to = span.to;
    } else {
      merged.push({ ...span });
    }
  }
  return merged;
}

/**
 * The first date after `on`, within two years, on which `test` holds, when hours can grow by at most 30 a week:
 * the step never jumps over the date. null where it does not come.
 */
export function firstDateReaching(
  needed: number,
  on: IsoDate,
  hoursAt: (date: IsoDate) => number,
): IsoDate | null {
  const last = dayNumber(on) + 2 * 366;
  let day = dayNumber(on);
  while (day <= last) {
    const missing = needed - hoursAt(dateOfDayNumber(day));
    if (missing <= 0) return dateOfDayNumber(day);
    day += Math.max(1, Math.ceil((missing * DAYS_PER_WEEK) / WEEKLY_CAP));
  }
  return null;
}
