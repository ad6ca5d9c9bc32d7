/** Whether a change of facts after an invitation may still be made (rules reference 4.2; IRPA 11.2). */
import {
  reassessAfterInvitation,
  type InvitationTerms,
  type ReassessmentAfterInvitation,
} from "../draws/after-invitation";
import type { CaseFacts } from "../facts";
import type { TableOptions } from "../rule-tables";
import type { IsoDate } from "../timing/calendar-date";
import { applyChanges } from "./apply-changes";
import type { FactChange } from "./changes";
import { describeChanges } from "./describe";

export interface WhatIfAfterInvitation {
  title: string;
  /** As the facts are, and as they would be, on the day of submission. */
  asItStands: ReassessmentAfterInvitation;
  withChanges: ReassessmentAfterInvitation;
  /** `Proceed with a letter: now 476; explain the change in a letter`. */
  words: string;
}

const ADVICE: Record<ReassessmentAfterInvitation["advice"], string> = {
  proceed: "Proceed",
  proceed_and_explain: "Proceed with a letter",
  decline: "Decline",
  check: "Check",
};

function lowerFirst(text: string): string {
  return /^[A-Z]{2}/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

/** `submittedOn` is the day of the application; the age and the ruleset are those of the invitation. */
export function whatIfAfterInvitation(
  facts: CaseFacts,
  changes: readonly FactChange[],
  submittedOn: IsoDate,
  terms: InvitationTerms,
  scoreAtInvitation: number,
  options: TableOptions = {},
): WhatIfAfterInvitation {
  const test = (given: CaseFacts) =>
    reassessAfterInvitation(given, submittedOn, terms, scoreAtInvitation, options);
  const withChanges = test(applyChanges(facts, changes, submittedOn));
  return {
    title: describeChanges(changes),
    asItStands: test(facts),
    withChanges,
    words: `${ADVICE[withChanges.advice]}: ${lowerFirst(withChanges.reason)}`,
  };
}
