/** Where a score rests on a reading of the rules that no official text confirms (rules reference 1.5–1.7, K and U). */
import type { CompleteRuleset } from "../data/crs-tables";
import type { CaseFacts } from "../facts";
import { principalOf } from "../family";
import { ABILITIES } from "../language/levels";
import type { IsoDate } from "../timing/calendar-date";
import { crsCanadianWork, crsForeignWork, experienceOn } from "../work/experience";
import { creditableHours, unbrokenPeriods, wholeYears } from "../work/hours";
import { jobsWithinStatus } from "../work/within-status";
import type { CrsFactors } from "./factors";

function tier(years: number, { C_skill_transferability: table }: CompleteRuleset): number {
  return table.foreign_work_tier_min_years.filter((least) => years >= least).length;
}

/** Whether foreign work must be continuous is not known (1.7, U): said where that would change the tier. */
function foreignWork(facts: CaseFacts, on: IsoDate, ruleset: CompleteRuleset): string | null {
  const jobs = jobsWithinStatus(principalOf(facts));
  const { countedJobIds, window, years } = experienceOn(jobs, crsForeignWork, on);
  const counted = jobs.filter(({ id }) => countedJobIds.includes(id));
  const longest = unbrokenPeriods(counted, window).map((period) => creditableHours(counted, period));
  const unbroken = wholeYears(Math.max(0, ...longest));
  if (tier(unbroken, ruleset) === tier(years, ruleset)) return null;
  return (
    `Foreign work of separate periods is added up to ${years} ${years === 1 ? "year" : "years"}. ` +
    "No official text says whether it must be without a break."
  );
}

function studentWork(facts: CaseFacts, on: IsoDate): string | null {
  const { excluded } = experienceOn(jobsWithinStatus(principalOf(facts)), crsCanadianWork, on);
  return excluded.some(({ reason }) => reason === "full_time_study")
    ? "Work in Canada during full-time study is not counted. That is certain for CEC, and our reading for the score."
    : null;
}

/** English with some abilities at CLB 5 and some below: the smaller French bonus (1.7, K). */
function mixedEnglish(
  factors: CrsFactors,
  { D_additional: table }: CompleteRuleset,
  french: number,
): string | null {
  const english = [factors.firstLanguage, factors.secondLanguage].find((levels) => levels?.language === "en");
  const least = Math.max(0, ...table.french.map(({ english_clb_min }) => english_clb_min));
  if (!english || french === 0 || least === 0) return null;
  const reached = ABILITIES.filter((ability) => english[ability] >= least).length;
  return reached === 0 || reached === ABILITIES.length
    ? null
    : `English is partly below CLB ${least}: the smaller points for French are counted, which is our reading.`;
}

/** Sentences for a person who relies on the score; empty where it rests on nothing but confirmed rules. */
export function cautionsOn(
  facts: CaseFacts,
  on: IsoDate,
  { ruleset, factors, french }: { ruleset: CompleteRuleset; factors: CrsFactors; french: number },
): string[] {
  return [
    foreignWork(facts, on, ruleset),
    studentWork(facts, on),
    mixedEnglish(factors, ruleset, french),
  ].filter((sentence): sentence is string => sentence !== null);
}
