/** The work that a class counts on a day, in days of the full-time year, and how long it lasts inside its window. */
import type { CaseFacts } from "../facts";
import { principalOf } from "../family";
import { thresholdsOn, type TableOptions } from "../rule-tables";
import { addDays, daysBetween, type IsoDate } from "../timing/calendar-date";
import { cecWork, continuousExperienceOn, experienceOn, fswWork } from "../work/experience";
import { HOURS_PER_YEAR, WEEKLY_CAP } from "../work/hours";
import { jobsWithinStatus } from "../work/within-status";
import { assessEligibility } from "./assess";
import type { Program } from "./criterion";
import { bestTrade } from "./fst";

const DAYS_PER_WEEK = 7;

/** A class with work of its own: a nominee is judged by one of them (3.4). */
export type FederalProgram = Exclude<Program, "PNP">;

const FEDERAL: readonly FederalProgram[] = ["CEC", "FSW", "FST"];

export interface ClassWork {
  /** Whose rule counts. */
  program: FederalProgram;
  /** Creditable hours inside the window. */
  hours: number;
  neededHours: number;
  /** The same as days of full-time work, 30 hours a week: 1,560 hours are 364 days. Rounded down. */
  days: number;
  neededDays: number;
  /** Years before the day in which work counts. */
  windowYears: number;
  /** IRPR section. */
  section: string;
}

/** Days of full-time work, rounded down so that they never look like more than they are. */
function fullTimeDays(hours: number): number {
  return Math.floor((hours * DAYS_PER_WEEK) / WEEKLY_CAP);
}

/** The class whose work a nominee shows: the first that is met, CEC where none is (3.4, K). */
export function workProgramOf(
  facts: CaseFacts,
  on: IsoDate,
  invitationClass: Program,
  options: TableOptions = {},
): FederalProgram {
  if (invitationClass !== "PNP") return invitationClass;
  const { verdicts } = assessEligibility(facts, on, options);
  return FEDERAL.find((program) => verdicts[program] === "eligible") ?? "CEC";
}

function hoursOn(facts: CaseFacts, on: IsoDate, program: FederalProgram, options: TableOptions): number {
  const thresholds = thresholdsOn(on, options);
  const jobs = jobsWithinStatus(principalOf(facts));
  switch (program) {
    case "CEC":
      return experienceOn(jobs, cecWork(thresholds), on).hours;
    case "FSW":
      return continuousExperienceOn(jobs, fswWork(thresholds), on).hours;
    case "FST":
      return bestTrade(facts, on, thresholds)?.experience.hours ?? 0;
  }
}

const SECTIONS: Readonly<Record<FederalProgram, string>> = {
  CEC: "IRPR 87.1(2)(a)",
  FSW: "IRPR 75(2)(a)",
  FST: "IRPR 87.2(3)(b)",
};

/** The creditable work of a class on a day (3.1, 3.2, 3.3). */
export function classWorkOn(
  facts: CaseFacts,
  on: IsoDate,
  program: FederalProgram,
  options: TableOptions = {},
): ClassWork {
  const rule = thresholdsOn(on, options)[program];
  const hours = hoursOn(facts, on, program, options);
  const neededHours = rule.min_years * HOURS_PER_YEAR;
  return {
    program,
    hours,
    neededHours,
    days: fullTimeDays(hours),
    neededDays: fullTimeDays(neededHours),
    windowYears: rule.window_years,
    section: SECTIONS[program],
  };
}

/**
 * The first day on which so much has slipped out of the window that the work no longer suffices, if jobs go on as they
 * are entered; null where it does not come up to `until`. A day takes at most a seventh of 30 hours away, so no step
 * jumps over it. Null too where the work does not suffice on `from`.
 */
export function workSlipsOn(
  facts: CaseFacts,
  from: IsoDate,
  until: IsoDate,
  program: FederalProgram,
  options: TableOptions = {},
): IsoDate | null {
  let day = from;
  while (daysBetween(day, until) >= 0) {
    const { hours, neededHours } = classWorkOn(facts, day, program, options);
    if (hours < neededHours) return day === from ? null : day;
    day = addDays(day, Math.max(1, fullTimeDays(hours - neededHours)));
  }
  return null;
}
