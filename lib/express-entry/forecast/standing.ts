/** Where a case stands on one date: score, verdicts, categories, class. What a forecast compares. */
import { assessCrs, type CrsAssessment } from "../crs/assess";
import { selectRuleset } from "../crs/rulesets";
import type { CompleteRuleset } from "../data/crs-tables";
import { categoriesOn, type CategoryMembership } from "../draws/categories";
import { assessEligibility, type EligibilityAssessment } from "../eligibility/assess";
import type { CaseFacts } from "../facts";
import type { IsoDate } from "../timing/calendar-date";
import type { ForecastOptions, ForecastStep, PoolStanding } from "./types";

/** Facts that hold from a date on; a forecast of the file as it stands has one entry. */
export interface FactsFrom {
  from: IsoDate;
  facts: CaseFacts;
}

export interface Standing {
  on: IsoDate;
  facts: CaseFacts;
  crs: CrsAssessment;
  /** The ruleset that the figures come from. */
  ruleset: CompleteRuleset;
  eligibility: EligibilityAssessment;
  categories: CategoryMembership[];
  pool: PoolStanding;
}

/** The facts that hold on a date: the newest that have begun. */
export function factsHeldOn(timeline: readonly FactsFrom[], on: IsoDate): CaseFacts {
  const held = timeline.findLast(({ from }) => from <= on) ?? timeline[0];
  if (!held) throw new RangeError("a forecast needs facts");
  return held.facts;
}

function poolStanding({ verdicts }: EligibilityAssessment): PoolStanding {
  const all = Object.values(verdicts);
  if (all.includes("eligible")) return "eligible";
  return all.includes("unknown") ? "unknown" : "not_eligible";
}

export function standingOn(
  timeline: readonly FactsFrom[],
  on: IsoDate,
  { tables, ageOn }: ForecastOptions,
): Standing {
  const facts = factsHeldOn(timeline, on);
  const selection = selectRuleset(on, { tables });
  const eligibility = assessEligibility(facts, on, { tables, ageOn });
  return {
    on,
    facts,
    crs: assessCrs(facts, on, { tables, ageOn }),
    ruleset: selection.kind === "complete" ? selection.ruleset : selection.latest,
    eligibility,
    categories: categoriesOn(facts, on, { tables }),
    pool: poolStanding(eligibility),
  };
}

/** The step that begins with a standing. */
export function stepOf({ on, crs, eligibility, categories, pool }: Standing, to: IsoDate): ForecastStep {
  const { verdicts } = eligibility;
  return {
    from: on,
    to,
    score: crs.score.total,
    superseded: crs.superseded,
    rulesetId: crs.ruleset.id,
    verdicts,
    programs: eligibility.programs.map(({ program }) => program).filter((id) => verdicts[id] === "eligible"),
    categories: categories.filter(({ verdict }) => verdict === "met").map(({ category }) => category),
    invitationClass: eligibility.invitationClass,
    standing: pool,
  };
}

/** Equal for two standings exactly when no figure of a forecast tells them apart. */
export function fingerprint({ crs, eligibility, categories }: Standing): string {
  return JSON.stringify([
    crs.score.total,
    crs.ruleset.id,
    crs.superseded,
    eligibility.verdicts,
    eligibility.invitationClass,
    categories.map(({ category, verdict }) => [category, verdict]),
  ]);
}
