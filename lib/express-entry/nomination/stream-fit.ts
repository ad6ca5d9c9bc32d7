/**
 * Whether dated facts fit the terms of a provincial stream. The terms are a firm's own reading of a province's page,
 * no rule of law: a fit says "look at this one", never "eligible". Pure.
 */
import { categoriesOn, type Category, type CategoryMembership } from "../draws/categories";
import { verdictOf, plainHours, type Verdict } from "../eligibility/criterion";
import { credentialCountsOn } from "../education/credentials";
import type { CaseFacts, Credential, Job } from "../facts";
import { principalOf } from "../family";
import { lowestLevel } from "../language/levels";
import { validTestsOn } from "../language/valid-tests";
import type { TableOptions } from "../rule-tables";
import type { IsoDate } from "../timing/calendar-date";
import { plainDate } from "../timing/plain-date";
import { categoryWork, experienceOn, type WorkRule } from "../work/experience";
import { HOURS_PER_YEAR } from "../work/hours";
import { jobsWithinStatus } from "../work/within-status";

/** A credential earned in Canada, or in the very province. */
export type StudyTarget = "canada" | "province";

/** Whom a stream targets. What is null, or empty, is not asked for; everything else has to be met. */
export interface StreamTerms {
  /** Work in any one of these occupations (NOC 2021). */
  nocCodes: readonly string[];
  /** Least months of such work, at 30 hours a week; null: any. */
  workMonths: number | null;
  /** Only work of so many years counts; null: whenever it was. */
  workYears: number | null;
  category: Category | null;
  study: StudyTarget | null;
  minCrs: number | null;
  /** Least CLB or NCLC in all four abilities of one test. */
  minLevel: number | null;
}

export interface StreamCondition {
  id: "work" | "category" | "study" | "crs" | "language";
  label: string;
  verdict: Verdict;
  /** What the person has, with its dates, in words. */
  figure: string;
  /** What the stream asks for, in words. */
  needs: string;
}

export interface StreamFit {
  /** One condition that is not met decides; otherwise one in doubt leaves it in doubt. */
  verdict: Verdict;
  conditions: StreamCondition[];
}

/** One person on one day, prepared once for every stream. */
export interface StreamCandidate {
  facts: CaseFacts;
  on: IsoDate;
  /** The profile's score, or what the facts give; null: nothing to score yet. */
  score: number | null;
  categories: readonly CategoryMembership[];
}

export function streamCandidate(
  facts: CaseFacts,
  on: IsoDate,
  score: number | null,
  options: TableOptions = {},
): StreamCandidate {
  return { facts, on, score, categories: categoriesOn(facts, on, options) };
}

const HOURS_PER_MONTH = HOURS_PER_YEAR / 12;

/** `Engineer (NOC 21231) since 3 Jun 2024`; one that ends later goes on today. */
function jobInWords({ title, nocCode, from, to }: Job, on: IsoDate): string {
  const named = nocCode === null ? `${title} (no NOC code)` : `${title} (NOC ${nocCode})`;
  return to === null || to >= on
    ? `${named} since ${plainDate(from)}`
    : `${named}, ${plainDate(from)} to ${plainDate(to)}`;
}

function workRule({ nocCodes, workYears }: StreamTerms): WorkRule {
  return { ...categoryWork(0, nocCodes, false), windowYears: workYears };
}

function workNeeds({ nocCodes, workMonths, workYears }: StreamTerms): string {
  const shown = nocCodes.slice(0, 4).join(", ");
  const more = nocCodes.length > 4 ? ` and ${nocCodes.length - 4} more` : "";
  const least = workMonths === null ? "Work" : `${workMonths} months of work`;
  return `${least} in NOC ${shown}${more}${workYears === null ? "" : `, last ${workYears} years`}`;
}

/** Work in Canada must have been authorized; a job without a code, or not asked about, leaves it in doubt. */
function workCondition(terms: StreamTerms, { facts, on }: StreamCandidate): StreamCondition {
  const jobs = jobsWithinStatus(principalOf(facts));
  const found = experienceOn(jobs, workRule(terms), on);
  const uncertain = new Set(found.uncertain.map(({ jobId }) => jobId));
  const counted = jobs.filter(({ id }) => found.countedJobIds.includes(id));
  const latest = (counted.length > 0 ? counted : jobs.filter(({ id }) => uncertain.has(id))).toSorted(
    (a, b) => (a.from < b.from ? 1 : -1),
  )[0];
  const hours = counted.length > 0 ? `: ${plainHours(found.hours)} in all` : ", to be checked";
  return {
    id: "work",
    label: "Occupation",
    verdict: verdictOf(found.hours, found.possibleHours, (terms.workMonths ?? 0) * HOURS_PER_MONTH || 1),
    figure: latest ? `${jobInWords(latest, on)}${hours}` : "No work in these occupations",
    needs: workNeeds(terms),
  };
}

function categoryCondition(category: Category, { categories }: StreamCandidate): StreamCondition {
  const membership = categories.find((one) => one.category === category);
  return {
    id: "category",
    label: "Category",
    verdict: membership?.verdict ?? "not_met",
    figure: membership?.figure ?? "No list of this category is in force",
    needs: membership?.needs ?? "Membership of the category",
  };
}

function isPostSecondary({ level }: Credential): boolean {
  return level !== "less_than_secondary" && level !== "secondary";
}

/** The facts know the country of a school and not its province: a stream of the province's own graduates is a question. */
function studyCondition(study: StudyTarget, { facts, on }: StreamCandidate): StreamCondition {
  const studied = principalOf(facts).credentials.findLast(
    (one) => one.country === "CA" && credentialCountsOn(one, on) && isPostSecondary(one),
  );
  const school = studied ? `${studied.institution}, completed ${plainDate(studied.awardedOn ?? on)}` : null;
  return {
    id: "study",
    label: "Study",
    verdict: school === null ? "not_met" : study === "canada" ? "met" : "unknown",
    figure:
      school === null
        ? "No credential from Canada"
        : study === "canada"
          ? school
          : `${school}; check its province`,
    needs: study === "canada" ? "A credential earned in Canada" : "A credential earned in the province",
  };
}

function scoreCondition(least: number, { score }: StreamCandidate): StreamCondition {
  return {
    id: "crs",
    label: "CRS",
    verdict: score === null ? "unknown" : score >= least ? "met" : "not_met",
    figure: score === null ? "Not scored yet" : String(score),
    needs: `${least} or more`,
  };
}

function languageCondition(least: number, { facts, on }: StreamCandidate): StreamCondition {
  const tests = validTestsOn(principalOf(facts), on);
  const level = Math.max(0, ...tests.map(({ levels }) => lowestLevel(levels)));
  return {
    id: "language",
    label: "Language",
    verdict: level >= least ? "met" : "not_met",
    figure: tests.length > 0 ? `Level ${level} in the lowest ability` : "No test that counts",
    needs: `CLB or NCLC ${least} in all four abilities`,
  };
}

/** The terms one by one, and whether all of them are met. */
export function assessStream(terms: StreamTerms, candidate: StreamCandidate): StreamFit {
  const conditions = [
    ...(terms.nocCodes.length > 0 ? [workCondition(terms, candidate)] : []),
    ...(terms.category === null ? [] : [categoryCondition(terms.category, candidate)]),
    ...(terms.study === null ? [] : [studyCondition(terms.study, candidate)]),
    ...(terms.minCrs === null ? [] : [scoreCondition(terms.minCrs, candidate)]),
    ...(terms.minLevel === null ? [] : [languageCondition(terms.minLevel, candidate)]),
  ];
  const verdicts = conditions.map(({ verdict }) => verdict);
  const verdict = verdicts.includes("not_met") ? "not_met" : verdicts.includes("unknown") ? "unknown" : "met";
  return { verdict, conditions };
}
