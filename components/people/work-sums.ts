import { leadingTeer } from "@/lib/express-entry/eligibility/cec";
import type { PersonFacts } from "@/lib/express-entry/facts";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import {
  crsCanadianWork,
  crsForeignWork,
  experienceOn,
  type Experience,
  type UncertaintyReason,
} from "@/lib/express-entry/work/experience";
import { WEEKLY_CAP } from "@/lib/express-entry/work/hours";
import { jobsWithinStatus } from "@/lib/express-entry/work/within-status";
import { formatCount, formatNumber } from "@/lib/format/quantities";

/**
 * `129 weeks, 3,870 h in Canada: 2 years at TEER 1`; weeks of 30 h, and both rounded down, so that a figure never looks
 * like more than it is. Of several TEERs the one with most hours is named.
 */
function workWords(experience: Experience, where: string): string {
  const { hours, years } = experience;
  const teer = leadingTeer(experience);
  const weeks = formatCount(Math.floor(hours / WEEKLY_CAP), "week");
  const level = teer === null ? "" : ` at TEER ${teer}`;
  return `${weeks}, ${formatNumber(Math.floor(hours))} h ${where}: ${formatCount(years, "year")}${level}`;
}

interface WorkSums {
  words: string;
  /** What a job waits for before it counts, by its id. */
  questions: ReadonlyMap<string, UncertaintyReason>;
}

/** What a person's jobs come to on a day, counted as the score counts them. */
export function workSums(person: PersonFacts, on: IsoDate): WorkSums {
  const jobs = jobsWithinStatus(person);
  const canadian = experienceOn(jobs, crsCanadianWork, on);
  const foreign = experienceOn(jobs, crsForeignWork, on);
  const abroad = foreign.hours > 0 ? `; ${workWords(foreign, "abroad")}` : "";
  return {
    words: `${workWords(canadian, "in Canada")}${abroad}`,
    questions: new Map([...foreign.uncertain, ...canadian.uncertain].map((one) => [one.jobId, one.reason])),
  };
}
