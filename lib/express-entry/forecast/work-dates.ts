/**
 * The dates on which work alone can change an answer.
 *
 * Hours inside a moving window are a straight line between a few edges: a job begins or ends at the front of the
 * window, or N years later at its back, or the window stumbles over 29 February. On a straight line a threshold is
 * crossed once, so comparing both ends and halving finds every crossing. Every figure that the rules compare (with a
 * threshold, or with each other) is made of such lines.
 */
import { highWageRules } from "../crs/high-wage";
import { isComplete } from "../crs/rulesets";
import type { HighWageFactor } from "../data/crs-tables";
import type { Job, PersonFacts } from "../facts";
import type { RuleTables } from "../rule-tables";
import {
  addDays,
  addYears,
  dateOfDayNumber,
  dayNumber,
  isIsoDate,
  type IsoDate,
} from "../timing/calendar-date";
import {
  adaptabilityWork,
  categoryWork,
  cecWork,
  crsCanadianWork,
  crsForeignWork,
  experienceOn,
  fstWork,
  fswWork,
  spouseAdaptabilityWork,
  type WorkRule,
} from "../work/experience";
import { creditableHours, HOURS_PER_YEAR, unbrokenPeriods } from "../work/hours";
import { jobsWithinStatus } from "../work/within-status";

/** Day numbers, both included. */
interface Range {
  first: number;
  last: number;
}

/** A figure that is a straight line between the edges. */
type Line = (day: number) => number;

/** Lines that the rules compare with each other: those of one window. */
interface Family {
  lines: Line[];
  compared: boolean;
}

const FIRST_DAY: IsoDate = "1900-01-01";
const LAST_DAY: IsoDate = "2200-01-01";
/** Nobody works more hours than ten years hold; beyond that no table has a row. */
const MOST_YEARS = 11;

/** The whole years, and what the category lists ask for. */
function thresholds(tables: RuleTables): number[] {
  const years = Array.from({ length: MOST_YEARS }, (_, index) => (index + 1) * HOURS_PER_YEAR);
  return [...new Set([...years, ...tables.categories.map(({ work_hours }) => work_hours)])];
}

/** The jobs that count under a rule for certain, and those that may, whatever the date. */
function judged(jobs: readonly Job[], rule: WorkRule): Job[][] {
  const { countedJobIds, uncertain } = experienceOn(jobs, { ...rule, windowYears: null }, LAST_DAY);
  const maybe = new Set([...countedJobIds, ...uncertain.map(({ jobId }) => jobId)]);
  const certain = jobs.filter(({ id }) => countedJobIds.includes(id));
  return uncertain.length === 0 ? [certain] : [certain, jobs.filter(({ id }) => maybe.has(id))];
}

/** Jobs of one occupation; one without a code may turn out to be in any. */
function byOccupation(jobs: readonly Job[]): Job[][] {
  const codes = new Set(jobs.map(({ nocCode }) => nocCode));
  return [...codes].map((code) => jobs.filter(({ nocCode }) => nocCode === code || nocCode === null));
}

/** The unbroken runs of jobs: inside any window a run stays one. */
function runs(jobs: readonly Job[]): Job[][] {
  return unbrokenPeriods(jobs, { from: FIRST_DAY, to: LAST_DAY }).map((period) =>
    jobs.filter(({ from }) => period.from <= from && from <= period.to),
  );
}

/** Lines are compared with each other at the same edges: each is computed once. */
function remembered(line: Line): Line {
  const known = new Map<number, number>();
  return (day) => {
    const value = known.get(day) ?? line(day);
    known.set(day, value);
    return value;
  };
}

function hoursLine(jobs: readonly Job[], { windowYears, fullTimeOnly }: WorkRule): Line {
  return remembered((day) => {
    const on = dateOfDayNumber(day);
    const window = {
      from: windowYears === null ? FIRST_DAY : addYears(on, -windowYears),
      to: addDays(on, -1),
    };
    return creditableHours(jobs, window, { fullTimeOnly });
  });
}

/** Hours by TEER, of which the most decide the language level of CEC. */
function teerLines(jobs: readonly Job[], rule: WorkRule): Line[] {
  return [0, 1, 2, 3].map((teer) =>
    remembered((day) => experienceOn(jobs, rule, dateOfDayNumber(day)).hoursByTeer[teer] ?? 0),
  );
}

function distinct(groups: readonly Job[][]): Job[][] {
  const known = new Map(groups.map((jobs) => [jobs.map(({ id }) => id).join(" "), jobs]));
  return [...known.values()].filter((jobs) => jobs.length > 0);
}

/** The points for occupations that pay well, of every ruleset that has them. */
function highWageFactors({ crs }: RuleTables): HighWageFactor[] {
  return crs.filter(isComplete).flatMap(({ high_wage }) => high_wage ?? []);
}

/** Every line that a rule of the tables measures for the principal. */
function principalFamilies(jobs: readonly Job[], tables: RuleTables): Family[] {
  const plain = [
    crsCanadianWork,
    crsForeignWork,
    adaptabilityWork,
    ...highWageFactors(tables).flatMap(highWageRules),
    ...tables.thresholds.flatMap((version) => [cecWork(version), fswWork(version), fstWork(version)]),
  ];
  const occupational = [
    ...tables.thresholds.flatMap((version) => [fswWork(version), fstWork(version)]),
    ...tables.categories.flatMap(({ work_window_years }) =>
      [true, false].map((canadaOnly) => ({
        ...categoryWork(work_window_years, [], canadaOnly),
        nocCodes: undefined,
      })),
    ),
  ];
  return [
    ...unique(plain).map((rule) => ({
      lines: distinct(judged(jobs, rule)).map((counted) => hoursLine(counted, rule)),
      compared: false,
    })),
    ...unique(occupational).map((rule) => {
      const same = judged(jobs, rule).flatMap((counted) => byOccupation(counted));
      const groups = distinct(same.flatMap((group) => [group, ...runs(group)]));
      return { lines: groups.map((group) => hoursLine(group, rule)), compared: true };
    }),
    ...unique(tables.thresholds.map(cecWork)).map((rule) => ({
      lines: jobs.length > 1 ? teerLines(jobs, rule) : [],
      compared: true,
    })),
  ];
}

function unique(rules: readonly WorkRule[]): WorkRule[] {
  return [...new Map(rules.map((rule) => [JSON.stringify(rule), rule])).values()];
}

function partnerFamilies(jobs: readonly Job[]): Family[] {
  return [crsCanadianWork, spouseAdaptabilityWork].map((rule) => ({
    lines: distinct(judged(jobs, rule)).map((counted) => hoursLine(counted, rule)),
    compared: false,
  }));
}

/** The days inside the range at which a line may bend. */
function edges(jobs: readonly Job[], windows: readonly number[], { first, last }: Range): number[] {
  const bends = jobs.flatMap(({ from, to }) => [from, ...(to === null ? [] : [addDays(to, 1)])]);
  const shifted = bends.flatMap((date) => [date, ...windows.map((years) => addYears(date, years))]);
  const around = shifted.flatMap((date) => [-1, 0, 1].map((step) => dayNumber(date) + step));
  const leap: number[] = [];
  for (let year = Number(dateOfDayNumber(first).slice(0, 4)); ; year += 1) {
    const start = dayNumber(`${year}-02-27`);
    if (start > last) break;
    const days = isIsoDate(`${year}-02-29`) ? [0, 1, 2, 3, 4] : [0, 1, 2, 3];
    leap.push(...days.map((step) => start + step));
  }
  const inside = [...around, ...leap].filter((day) => first < day && day < last);
  return [...new Set([first, ...inside, last])].sort((a, b) => a - b);
}

function side(value: number, level: number): -1 | 0 | 1 {
  return value < level ? -1 : value > level ? 1 : 0;
}

/** Adds every day on which the side of the line changes between `low` and `high`. */
function crossings(
  line: Line,
  level: number,
  low: [number, number],
  high: [number, number],
  found: Set<number>,
): void {
  if (side(low[1], level) === side(high[1], level)) return;
  if (high[0] - low[0] === 1) {
    found.add(high[0]);
    return;
  }
  const day = Math.floor((low[0] + high[0]) / 2);
  const middle: [number, number] = [day, line(day)];
  crossings(line, level, low, middle, found);
  crossings(line, level, middle, high, found);
}

function follow(line: Line, levels: readonly number[], days: readonly number[], found: Set<number>): void {
  const points = days.map((day): [number, number] => [day, line(day)]);
  points.slice(1).forEach((high, index) => {
    const low = points[index];
    if (!low) return;
    for (const level of levels) crossings(line, level, low, high, found);
  });
}

/** The differences of the lines that are compared, by which is ahead. */
function differences(lines: readonly Line[]): Line[] {
  return lines.flatMap((one, index) =>
    lines.slice(index + 1).map(
      (other): Line =>
        (day) =>
          one(day) - other(day),
    ),
  );
}

/** Every date after `from` and up to `to` on which the work of a person can change an answer. */
export function workDates(person: PersonFacts, from: IsoDate, to: IsoDate, tables: RuleTables): Set<number> {
  const found = new Set<number>();
  const jobs = jobsWithinStatus(person);
  if (jobs.length === 0) return found;
  const families = person.role === "spouse" ? partnerFamilies(jobs) : principalFamilies(jobs, tables);
  const windows = [
    crsCanadianWork.windowYears ?? 0,
    ...tables.thresholds.flatMap(({ CEC, FSW, FST }) => [
      CEC.window_years,
      FSW.window_years,
      FST.window_years,
    ]),
    ...tables.categories.map(({ work_window_years }) => work_window_years),
    ...highWageFactors(tables).map(({ work_window_years }) => work_window_years),
  ];
  const days = edges(jobs, [...new Set(windows)], { first: dayNumber(from), last: dayNumber(to) });
  const levels = thresholds(tables);
  for (const { lines, compared } of families) {
    for (const line of lines) follow(line, levels, days, found);
    if (compared) for (const line of differences(lines)) follow(line, [0], days, found);
  }
  return found;
}
