/** What a change of facts between invitation and submission means (rules reference 4.2; IRPA 11.2). */
import { assessCrs } from "../crs/assess";
import { findRuleset, isComplete } from "../crs/rulesets";
import { assessEligibility } from "../eligibility/assess";
import type { Program } from "../eligibility/criterion";
import type { CaseFacts } from "../facts";
import type { TableOptions } from "../rule-tables";
import type { IsoDate } from "../timing/calendar-date";
import { categoriesOn, type Category } from "./categories";

export interface InvitationTerms {
  /** Date of the invitation: age is frozen on it. */
  invitedOn: IsoDate;
  /** Ruleset under which the person was ranked. */
  rulesetId: string;
  invitationClass: Program;
  /** Set when invited in a category round. */
  category: Category | null;
  lowestCrs: number;
  tieBreakAt: Date | null;
  submittedAt: Date;
}

export interface ReassessmentAfterInvitation {
  advice: "proceed" | "proceed_and_explain" | "decline" | "check";
  /** Re-computed with the age and the ruleset of the invitation; null where that ruleset has no values. */
  score: number | null;
  scoreAtInvitation: number;
  reason: string;
}

/**
 * Tests the present facts against an invitation. A birthday alone never counts against the person. At the cut-off
 * with a later timestamp than the tie-break: decline (cautious, K). `check` where a fact or the ruleset is missing.
 */
export function reassessAfterInvitation(
  facts: CaseFacts,
  on: IsoDate,
  terms: InvitationTerms,
  scoreAtInvitation: number,
  options: TableOptions = {},
): ReassessmentAfterInvitation {
  const ruleset = findRuleset(terms.rulesetId, options);
  const score =
    ruleset && isComplete(ruleset)
      ? assessCrs(facts, on, { ...options, ruleset, ageOn: terms.invitedOn }).score.total
      : null;
  const answer = (advice: ReassessmentAfterInvitation["advice"], reason: string) => ({
    advice,
    score,
    scoreAtInvitation,
    reason,
  });
  const verdict = assessEligibility(facts, on, { ...options, ageOn: terms.invitedOn }).verdicts[
    terms.invitationClass
  ];
  if (verdict === "not_eligible") {
    return answer("decline", `No longer meets the minimum criteria of ${terms.invitationClass}`);
  }
  const membership = categoriesOn(facts, on, options).find(({ category }) => category === terms.category);
  if (terms.category !== null && membership?.verdict !== "met" && membership?.verdict !== "unknown") {
    return answer("decline", "No longer belongs to the category of the invitation");
  }
  if (score === null) return answer("check", `${terms.rulesetId} has no values to compute with`);
  if (score < terms.lowestCrs) {
    return answer("decline", `${score} is below the round's lowest score of ${terms.lowestCrs}`);
  }
  const late = terms.tieBreakAt !== null && terms.submittedAt.getTime() > terms.tieBreakAt.getTime();
  if (score === terms.lowestCrs && late) {
    return answer("decline", "At the lowest score, with a later timestamp than the tie-break");
  }
  if (verdict === "unknown" || membership?.verdict === "unknown") {
    return answer("check", "A fact that decides eligibility is not known");
  }
  return score === scoreAtInvitation
    ? answer("proceed", "Same score as at the invitation")
    : answer("proceed_and_explain", `Now ${score}; explain the change in a letter`);
}
