/** Canadian Experience Class (IRPR 87.1; rules reference 3.1). */
import type { ProgramThresholds } from "../data/crs-tables";
import type { CaseFacts } from "../facts";
import { principalOf } from "../family";
import { thresholdsOn } from "../rule-tables";
import type { IsoDate } from "../timing/calendar-date";
import { cecWork, experienceOn, experienceReachedOn, type Experience } from "../work/experience";
import { HOURS_PER_YEAR } from "../work/hours";
import { jobsWithinStatus } from "../work/within-status";
import {
  concludeProgram,
  plainHours,
  verdictOf,
  type CriterionDraft,
  type EligibilityOptions,
  type ProgramAssessment,
} from "./criterion";
import { allFour, languageMinimum, outsideQuebec } from "./shared-criteria";

/**
 * The TEER with the most hours in the window decides the language level; of equal ones the one that asks for more
 * (K). null without any hours.
 */
export function leadingTeer({ hoursByTeer }: Pick<Experience, "hoursByTeer">): number | null {
  const entries = Object.entries(hoursByTeer).map(([teer, hours]) => ({
    teer: Number(teer),
    hours: hours ?? 0,
  }));
  const best = entries.sort((a, b) => b.hours - a.hours || a.teer - b.teer)[0];
  return best ? best.teer : null;
}

/** CLB asked of all four abilities: 7 for TEER 0 and 1, 5 for TEER 2 and 3; the higher while the TEER is open. */
export function cecLanguageLevel({ CEC }: ProgramThresholds, teer: number | null): number {
  const { clb_by_teer } = CEC;
  return clb_by_teer[String(teer)] ?? Math.max(...Object.values(clb_by_teer));
}

export function assessCec(
  facts: CaseFacts,
  on: IsoDate,
  options: EligibilityOptions = {},
): ProgramAssessment {
  const thresholds = thresholdsOn(on, options);
  const rule = cecWork(thresholds);
  const principal = principalOf(facts);
  const years = thresholds.CEC.min_years;
  const needed = years * HOURS_PER_YEAR;
  const jobs = jobsWithinStatus(principal);
  const experience = experienceOn(jobs, rule, on);
  const verdict = verdictOf(experience.hours, experience.possibleHours, needed);
  const metOn = verdict === "met" ? null : experienceReachedOn(jobs, rule, years, on);
  const work: CriterionDraft = {
    id: "cec.work",
    program: "CEC",
    label: "Canadian work",
    verdict,
    figure: `${plainHours(experience.hours)} in Canada in the last three years`,
    needs: `${plainHours(needed)} of skilled, authorized work as an employee, at most 30 h a week counted`,
    section: "IRPR 87.1(2)(a)–(c), (3)",
    ...(metOn === null ? {} : { metOn }),
  };
  const teer = leadingTeer(experience);
  const level = cecLanguageLevel(thresholds, teer);
  const language = languageMinimum(principal, on, allFour(level), {
    program: "CEC",
    section: "IRPR 87.1(2)(d)–(e)",
    needs:
      teer === null
        ? `CLB ${level} in all four abilities (CLB ${cecLanguageLevel(thresholds, 3)} if most hours are in TEER 2 or 3)`
        : `CLB ${level} in all four abilities: most hours are in TEER ${teer}`,
  });
  const residence = outsideQuebec(facts, "CEC", "IRPR 87.1(1)");
  return concludeProgram("CEC", [work, language, residence], thresholds.id);
}
