/** From jobs to creditable experience: which jobs count for which purpose, and how much (0.4, 1.5, 1.7, 3.1–3.3). */
import type { ProgramThresholds } from "../data/crs-tables";
import type { Job } from "../facts";
import { addDays, addYears, type IsoDate } from "../timing/calendar-date";
import {
  creditableHours,
  firstDateReaching,
  hoursByTeer,
  HOURS_PER_YEAR,
  unbrokenPeriods,
  wholeYears,
  type Period,
} from "./hours";
import { isSkilled } from "./noc";

/** What counts as experience for one purpose. */
export interface WorkRule {
  place: "canada" | "abroad" | "anywhere";
  /** Years before the date; null: no limit. */
  windowYears: number | null;
  /** TEER 0–3 only. */
  skilled: boolean;
  selfEmployedCounts: boolean;
  /** Hours worked in Canada while in full-time study there count. */
  studentWorkCounts: boolean;
  fullTimeOnly?: boolean;
  /** Only these NOC codes. */
  nocCodes?: readonly string[];
}

/** CRS and pool: Canadian experience in ten years (1.5; the study exclusion is K for CRS). */
export const crsCanadianWork: WorkRule = {
  place: "canada",
  windowYears: 10,
  skilled: true,
  selfEmployedCounts: false,
  studentWorkCounts: false,
};
/** CRS: foreign experience in ten years, cumulative (1.7; continuity is U). */
export const crsForeignWork: WorkRule = {
  place: "abroad",
  windowYears: 10,
  skilled: true,
  selfEmployedCounts: true,
  studentWorkCounts: true,
};
/** IRPR 87.1(2)–(3). */
export function cecWork({ CEC }: ProgramThresholds): WorkRule {
  return { ...crsCanadianWork, windowYears: CEC.window_years };
}
/** Anywhere; students' and self-employed work count if paid (K). */
const workAnywhere: WorkRule = { ...crsForeignWork, place: "anywhere" };
/** IRPR 75(2), 80. */
export function fswWork({ FSW }: ProgramThresholds): WorkRule {
  return { ...workAnywhere, windowYears: FSW.window_years };
}
/** IRPR 87.2(3)(b). */
export function fstWork({ FST }: ProgramThresholds): WorkRule {
  return { ...workAnywhere, windowYears: FST.window_years };
}
/** Category rounds: one of the listed occupations, in Canada alone where the category says so (3.7). */
export function categoryWork(
  windowYears: number,
  nocCodes: readonly string[],
  canadaOnly: boolean,
): WorkRule {
  return { ...workAnywhere, place: canadaOnly ? "canada" : "anywhere", windowYears, nocCodes };
}
/** IRPR 83(4): one year of full-time authorized work in Canada, TEER 0–3, ever. */
export const adaptabilityWork: WorkRule = {
  ...workAnywhere,
  place: "canada",
  windowYears: null,
  fullTimeOnly: true,
};
/** IRPR 83(4): the spouse's year may be at any TEER. */
export const spouseAdaptabilityWork: WorkRule = { ...adaptabilityWork, skilled: false };

export type ExclusionReason =
  | "not_paid"
  | "other_place"
  | "other_occupation"
  | "not_skilled"
  | "self_employed"
  | "not_authorized"
  | "full_time_study"
  | "outside_window";
export type UncertaintyReason = "noc_missing" | "authorization_not_asked" | "study_not_asked";

export interface Experience {
  window: Period;
  /** Creditable hours of the jobs that certainly count. */
  hours: number;
  years: number;
  /** The same, if every unanswered question is answered in the person's favour. */
  possibleHours: number;
  possibleYears: number;
  hoursByTeer: Partial<Record<number, number>>;
  countedJobIds: string[];
  excluded: { jobId: string; reason: ExclusionReason }[];
  uncertain: { jobId: string; reason: UncertaintyReason }[];
}

/** Canada's own conditions: a fact not asked makes the job uncertain, never excluded. */
function judgeInCanada(job: Job, rule: WorkRule): ExclusionReason | UncertaintyReason | null {
  if (job.authorized === false) return "not_authorized";
  if (!rule.studentWorkCounts && job.duringFullTimeStudy === true) return "full_time_study";
  if (job.authorized === null) return "authorization_not_asked";
  if (!rule.studentWorkCounts && job.duringFullTimeStudy === null) return "study_not_asked";
  return null;
}

function judge(job: Job, rule: WorkRule, window: Period): ExclusionReason | UncertaintyReason | null {
  const inCanada = job.country === "CA";
  if (rule.place !== "anywhere" && inCanada !== (rule.place === "canada")) return "other_place";
  if (job.from > window.to || (job.to !== null && job.to < window.from)) return "outside_window";
  if (!job.paid) return "not_paid";
  if (job.selfEmployed && !rule.selfEmployedCounts) return "self_employed";
  const skilled = isSkilled(job.nocCode);
  if (rule.skilled && skilled === false) return "not_skilled";
  if (rule.nocCodes && job.nocCode !== null && !rule.nocCodes.includes(job.nocCode))
    return "other_occupation";
  const canada = inCanada ? judgeInCanada(job, rule) : null;
  if (canada !== null) return canada;
  return (rule.skilled || rule.nocCodes) && skilled === null ? "noc_missing" : null;
}

const UNCERTAIN: readonly string[] = ["noc_missing", "authorization_not_asked", "study_not_asked"];

function isUncertainty(reason: ExclusionReason | UncertaintyReason): reason is UncertaintyReason {
  return UNCERTAIN.includes(reason);
}

/** The days that count on `on`: up to the day before, `years` back. */
function windowOn(on: IsoDate, years: number | null): Period {
  return { from: years === null ? "1900-01-01" : addYears(on, -years), to: addDays(on, -1) };
}

interface Sorted {
  counted: Job[];
  uncertainJobs: Job[];
  excluded: Experience["excluded"];
  uncertain: Experience["uncertain"];
}

function sort(jobs: readonly Job[], rule: WorkRule, window: Period): Sorted {
  const sorted: Sorted = { counted: [], uncertainJobs: [], excluded: [], uncertain: [] };
  for (const job of jobs) {
    const reason = judge(job, rule, window);
    if (reason === null) {
      sorted.counted.push(job);
    } else if (isUncertainty(reason)) {
      sorted.uncertain.push({ jobId: job.id, reason });
      sorted.uncertainJobs.push(job);
    } else {
      sorted.excluded.push({ jobId: job.id, reason });
    }
  }
  return sorted;
}

/** Creditable experience on a date under a rule. */
export function experienceOn(jobs: readonly Job[], rule: WorkRule, on: IsoDate): Experience {
  const window = windowOn(on, rule.windowYears);
  const { counted, uncertainJobs, excluded, uncertain } = sort(jobs, rule, window);
  const hours = creditableHours(counted, window, rule);
  const possibleHours = creditableHours([...counted, ...uncertainJobs], window, rule);
  return {
    window,
    hours,
    years: wholeYears(hours),
    possibleHours,
    possibleYears: wholeYears(possibleHours),
    hoursByTeer: hoursByTeer(counted, window),
    countedJobIds: counted.map((job) => job.id),
    excluded,
    uncertain,
  };
}

/** The date on which the hours of `years` are reached if open jobs go on as they are; null if not within two years. */
export function experienceReachedOn(
  jobs: readonly Job[],
  rule: WorkRule,
  years: number,
  on: IsoDate,
): IsoDate | null {
  return firstDateReaching(years * HOURS_PER_YEAR, on, (date) => experienceOn(jobs, rule, date).hours);
}

export interface ContinuousExperience {
  /** The occupation with the longest unbroken creditable period; null without any. */
  nocCode: string | null;
  period: Period | null;
  hours: number;
  /** Hours of the best unbroken period if unanswered questions turn out well. */
  possibleHours: number;
}

/**
 * The most hours in one unbroken period in one occupation (IRPR 75(2)(a): one continuous year in the primary
 * occupation). The primary occupation is the one that gives the best answer.
 */
export function continuousExperienceOn(
  jobs: readonly Job[],
  rule: WorkRule,
  on: IsoDate,
): ContinuousExperience {
  const window = windowOn(on, rule.windowYears);
  const { counted, uncertainJobs } = sort(jobs, rule, window);
  const certain = bestUnbroken(counted, window, rule);
  const possible = bestUnbroken([...counted, ...uncertainJobs], window, rule);
  return { ...certain, possibleHours: Math.max(certain.hours, possible.hours) };
}

function bestUnbroken(
  jobs: readonly Job[],
  window: Period,
  rule: WorkRule,
): Omit<ContinuousExperience, "possibleHours"> {
  let best: Omit<ContinuousExperience, "possibleHours"> = { nocCode: null, period: null, hours: 0 };
  const codes = new Set(jobs.map((job) => job.nocCode));
  for (const nocCode of codes) {
    // A job without a code could turn out to be in any occupation, so it is tried with each.
    const same = jobs.filter((job) => job.nocCode === nocCode || job.nocCode === null);
    for (const period of unbrokenPeriods(same, window)) {
      const hours = creditableHours(same, period, rule);
      if (hours > best.hours) best = { nocCode, period, hours };
    }
  }
  return best;
}
