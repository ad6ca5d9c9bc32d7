/** Canadian work and offers in occupations that pay well, under a ruleset that has points for them (0.2). */
import type { CompleteRuleset, HighWageFactor, OfferCondition } from "../data/crs-tables";
import type { CaseFacts, JobOffer } from "../facts";
import { principalOf } from "../family";
import type { IsoDate } from "../timing/calendar-date";
import { crsCanadianWork, experienceOn, type WorkRule } from "../work/experience";
import { jobsWithinStatus } from "../work/within-status";
import type { HighWageFactors } from "./factors";

/** The points of a section's own parts, and what they may add to it. */
export interface HighWagePoints {
  highWageWork: number;
  highWageOffer: number;
}

const OFFER_CONDITIONS: Record<OfferCondition, (offer: JobOffer) => boolean> = {
  full_time: ({ fullTime }) => fullTime,
  one_year_after_visa: ({ oneYearAfterVisa }) => oneYearAfterVisa,
  lmia_or_work_permit: ({ arrangedEmployment }) => arrangedEmployment !== null,
};

function offerLevel(offer: JobOffer | null, { levels, offer_conditions }: HighWageFactor): string | null {
  if (offer === null || !offer_conditions.every((condition) => OFFER_CONDITIONS[condition](offer)))
    return null;
  return levels.find(({ noc }) => noc.includes(offer.nocCode))?.id ?? null;
}

/** Work at each level or a better paid one, in the order of the levels. */
export function highWageRules({ levels, work_window_years: windowYears }: HighWageFactor): WorkRule[] {
  return levels.map((_, index) => {
    const nocCodes = levels.slice(0, index + 1).flatMap(({ noc }) => noc);
    return { ...crsCanadianWork, windowYears, nocCodes };
  });
}

/**
 * Whole years at each level or a better paid one: a year at a high level is also one at each level below it, so that
 * years at several levels add up (our reading). Counted as Canadian work is counted for the CRS.
 */
export function highWageFactorsOn(facts: CaseFacts, on: IsoDate, table: HighWageFactor): HighWageFactors {
  const jobs = jobsWithinStatus(principalOf(facts));
  const years = highWageRules(table).map(
    (rule, index) => [table.levels[index]?.id ?? "", experienceOn(jobs, rule, on).years] as const,
  );
  return { canadianWorkYears: Object.fromEntries(years), jobOffer: offerLevel(facts.family.jobOffer, table) };
}

/** The points of each part after its own maximum; what a level earns is what its best paid years earn. */
function scoreHighWage(table: HighWageFactor, factors: HighWageFactors | undefined): HighWagePoints {
  const work = table.levels.map(({ id, canadian_work_years: points }) => {
    const years = factors?.canadianWorkYears[id] ?? 0;
    return points[Math.min(years, points.length - 1)] ?? 0;
  });
  const offer = table.levels.find(({ id }) => id === factors?.jobOffer)?.job_offer ?? 0;
  return {
    highWageWork: Math.min(table.canadian_work_max, Math.max(0, ...work)),
    highWageOffer: Math.min(table.job_offer_max, offer),
  };
}

/** What belongs to a section: the lines, and their sum under the factor's own maximum. Nothing elsewhere. */
export function highWageIn(
  section: HighWageFactor["section"],
  { high_wage: table }: CompleteRuleset,
  factors: HighWageFactors | undefined,
): { lines: Partial<HighWagePoints>; total: number } {
  if (table?.section !== section) return { lines: {}, total: 0 };
  const lines = scoreHighWage(table, factors);
  return { lines, total: Math.min(table.max, lines.highWageWork + lines.highWageOffer) };
}
