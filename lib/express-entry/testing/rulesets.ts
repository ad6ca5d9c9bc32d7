/** Rulesets for tests of this folder. The figures of the consultation's ruleset are invented: nobody knows the real ones. */
import { crsRulesets, type CompleteRuleset, type HighWageFactor } from "../data/crs-tables";
import { isComplete } from "../crs/rulesets";
import { shippedTables, type RuleTables } from "../rule-tables";

/** CRS-2025-03-25. */
export function shippedRuleset(): CompleteRuleset {
  const found = crsRulesets.find(isComplete);
  if (!found) throw new Error("no complete ruleset is shipped");
  return found;
}

export const HIGH_WAGE: HighWageFactor = {
  section: "additional",
  max: 80,
  canadian_work_max: 60,
  job_offer_max: 40,
  work_window_years: 10,
  offer_conditions: ["full_time", "one_year_after_visa"],
  levels: [
    {
      id: "double",
      label: "2 × the median wage",
      noc: ["31102"],
      canadian_work_years: [0, 40, 60],
      job_offer: 40,
    },
    {
      id: "half_more",
      label: "1.5 × the median wage",
      noc: ["21232"],
      canadian_work_years: [0, 20, 30],
      job_offer: 20,
    },
    {
      id: "third_more",
      label: "1.3 × the median wage",
      noc: ["72310"],
      canadian_work_years: [0, 10, 15],
      job_offer: 10,
    },
  ],
};

/**
 * What the consultation of spring 2026 proposed, as data: points for occupations that pay well; none for French or a
 * sibling; study in Canada for graduates alone; certificates in one trade alone.
 */
export function consultationRuleset(highWage: HighWageFactor = HIGH_WAGE): CompleteRuleset {
  const old = shippedRuleset();
  const core = highWage.section === "core" ? highWage.max : 0;
  const { maxima, C_skill_transferability: transfer, D_additional: additional } = old;
  return {
    ...old,
    id: "CRS-2026-11-03",
    effective_from: "2026-11-03",
    effective_to: null,
    sources: ["Invented for a test, https://example.org/crs"],
    maxima: {
      ...maxima,
      A_with_spouse: maxima.A_with_spouse + core,
      A_without_spouse: maxima.A_without_spouse + core,
      A_plus_B: maxima.A_plus_B + core,
      A_B_C: maxima.A_B_C + core,
      grand_total: maxima.grand_total + core,
    },
    C_skill_transferability: {
      ...transfer,
      certificate_of_qualification: { ...transfer.certificate_of_qualification, noc: ["72310"] },
    },
    D_additional: {
      ...additional,
      sibling_in_canada: 0,
      french: [],
      canadian_post_secondary_education: [{ study: "three_year_plus", points: 30 }],
      canadian_study_levels: ["master_or_entry_to_practice_professional", "doctorate"],
    },
    high_wage: highWage,
  };
}

/** The shipped tables with another ruleset in force from its day. */
export function tablesWith(ruleset: CompleteRuleset): RuleTables {
  const older = shippedTables.crs.filter(({ effective_from }) => effective_from < ruleset.effective_from);
  return { ...shippedTables, crs: [...older, ruleset] };
}
