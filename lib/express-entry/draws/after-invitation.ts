/** What a change of facts between invitation and submission means (rules reference 4.2; IRPA 11.2). */
import { assessCrs } from "../crs/assess";
import { findRuleset, isComplete } from "../crs/rulesets";
import { assessEligibility } from "../eligibility/assess";
import type { Program, ProgramAssessment } from "../eligibility/criterion";
import type { CaseFacts } from "../facts";
import type { TableOptions } from "../rule-tables";
import type { IsoDate } from "../timing/calendar-date";
import { categoriesOn, type Category } from "./categories";
import { wholeSeconds } from "./invited";

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

/** What is not met, in words: `language (No test that counts)`. */
function failing(program: ProgramAssessment | undefined): string {
  const unmet = program?.criteria.filter(({ verdict }) => verdict === "not_met") ?? [];
  return unmet.map(({ label, figure }) => `${label.toLowerCase()} (${figure})`).join(", ");
}

/**
 * Tests the present facts against an invitation, its category by the lists of its day. A birthday alone never counts against the person. At the cut-off
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
  const { programs } = assessEligibility(facts, on, { ...options, ageOn: terms.invitedOn });
  const program = programs.find((one) => one.program === terms.invitationClass);
  const verdict = program?.verdict ?? "unknown";
  if (verdict === "not_eligible") {
    return answer("decline", `No longer meets ${terms.invitationClass}: ${failing(program)}`);
  }
  const lists = { ...options, listsOf: terms.invitedOn };
  const membership = categoriesOn(facts, on, lists).find(({ category }) => category === terms.category);
  if (terms.category !== null && membership?.verdict !== "met" && membership?.verdict !== "unknown") {
    const has = membership ? ` (${membership.figure}; ${membership.needs} needed)` : "";
    return answer("decline", `No longer belongs to the category of the invitation${has}`);
  }
  if (score === null) return answer("check", `${terms.rulesetId} has no values to compute with`);
  if (score < terms.lowestCrs) {
    return answer("decline", `${score} is below the round's lowest score of ${terms.lowestCrs}`);
  }
  const late = terms.tieBreakAt !== null && wholeSeconds(terms.submittedAt) > wholeSeconds(terms.tieBreakAt);
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
