/** Federal Skilled Worker class: all minimums, then the grid (IRPR 75–77; rules reference 3.2). */
import type { ProgramThresholds } from "../data/crs-tables";
import type { CaseFacts, PersonFacts } from "../facts";
import { EDUCATION_LABELS, educationOn } from "../education/credentials";
import { principalOf } from "../family";
import { thresholdsOn } from "../rule-tables";
import type { IsoDate } from "../timing/calendar-date";
import { plainDate } from "../timing/plain-date";
import { continuousExperienceOn, fswWork } from "../work/experience";
import { firstDateReaching, HOURS_PER_YEAR } from "../work/hours";
import { jobsWithinStatus } from "../work/within-status";
import { fundsExemption } from "./arranged-employment";
import {
  concludeProgram,
  plainHours,
  verdictOf,
  type CriterionDraft,
  type EligibilityOptions,
  type ProgramAssessment,
} from "./criterion";
import { gridPoints, type GridAssessment } from "./grid-on";
import { allFour, languageMinimum, outsideQuebec, settlementFundsCriterion } from "./shared-criteria";

function workCriterion(principal: PersonFacts, on: IsoDate, thresholds: ProgramThresholds): CriterionDraft {
  const rule = fswWork(thresholds);
  const needed = thresholds.FSW.min_years * HOURS_PER_YEAR;
  const jobs = jobsWithinStatus(principal);
  const best = continuousExperienceOn(jobs, rule, on);
  const verdict = verdictOf(best.hours, best.possibleHours, needed);
  const metOn =
    verdict === "met"
      ? null
      : firstDateReaching(needed, on, (date) => continuousExperienceOn(jobs, rule, date).hours);
  const figure = best.period
    ? `${plainHours(best.hours)} in a row in NOC ${best.nocCode}, from ${plainDate(best.period.from)}`
    : "No skilled work that counts in the last ten years";
  return {
    id: "fsw.work",
    program: "FSW",
    label: "Continuous work",
    verdict,
    figure,
    needs: `${plainHours(needed)} without a break in one skilled occupation, in the last ten years`,
    section: "IRPR 75(2)(a)–(c)",
    ...(metOn === null ? {} : { metOn }),
  };
}

/** Secondary or more, Canadian or with an ECA under five years old (IRPR 75(2)(e)). */
function educationCriterion(principal: PersonFacts, on: IsoDate): CriterionDraft {
  const { level, withoutEcaIds, someLastDay } = educationOn(principal, on);
  const met = level !== "less_than_secondary";
  return {
    id: "fsw.education",
    program: "FSW",
    label: "Education",
    verdict: met ? "met" : "not_met",
    figure:
      !met && withoutEcaIds.length > 0
        ? "Foreign credential without an ECA that counts"
        : EDUCATION_LABELS[level],
    needs: "A Canadian credential, or a foreign one with an ECA less than five years old",
    section: "IRPR 75(2)(e)",
    ...(someLastDay === null ? {} : { lastDay: someLastDay }),
  };
}

function gridCriterion(grid: GridAssessment): CriterionDraft {
  return {
    id: "fsw.grid",
    program: "FSW",
    label: "Selection grid",
    verdict: verdictOf(grid.total, grid.possibleTotal, grid.passMark),
    figure: `${grid.total} points`,
    needs: `${grid.passMark} of 100 points`,
    section: "IRPR 76(1)(a)",
    version: grid.version,
  };
}

export function assessFsw(
  facts: CaseFacts,
  on: IsoDate,
  options: EligibilityOptions = {},
): ProgramAssessment {
  const principal = principalOf(facts);
  const thresholds = thresholdsOn(on, options);
  const level = thresholds.FSW.clb_all;
  return concludeProgram(
    "FSW",
    [
      workCriterion(principal, on, thresholds),
      languageMinimum(principal, on, allFour(level), {
        program: "FSW",
        section: "IRPR 75(2)(d)",
        needs: `CLB ${level} in all four abilities of one language`,
      }),
      educationCriterion(principal, on),
      gridCriterion(gridPoints(facts, on, options)),
      settlementFundsCriterion(facts, on, "FSW", fundsExemption(facts.family.jobOffer), options),
      outsideQuebec(facts, "FSW", "IRPR 75(1)"),
    ],
    thresholds.id,
  );
}
