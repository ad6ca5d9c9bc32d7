/** The change test after an invitation, with what we know of the round and of the facts as they were. Pure. */
import { assessCrs } from "@/lib/express-entry/crs/assess";
import { findRuleset, isComplete } from "@/lib/express-entry/crs/rulesets";
import {
  reassessAfterInvitation,
  type ReassessmentAfterInvitation,
} from "@/lib/express-entry/draws/after-invitation";
import { assessEligibility } from "@/lib/express-entry/eligibility/assess";
import type { CaseFacts } from "@/lib/express-entry/facts";
import type { RuleTables } from "@/lib/express-entry/rule-tables";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import type { KnownTerms } from "./types";

export interface ChangeTest {
  facts: CaseFacts;
  /** As they were at the invitation; null where none were kept. */
  factsThen: CaseFacts | null;
  on: IsoDate;
  terms: KnownTerms;
  /** As IRCC showed it. */
  scoreAtInvitation: number;
  tables: RuleTables;
}

/** Whether the facts as they were met the class, and their score; null where the rules then have no values. */
function thenByOurCount({
  factsThen,
  terms,
  tables,
}: ChangeTest): { score: number | null; met: boolean } | null {
  if (factsThen === null) return null;
  const ruleset = findRuleset(terms.rulesetId, { tables });
  const { verdicts } = assessEligibility(factsThen, terms.invitedOn, { tables });
  return {
    score:
      ruleset && isComplete(ruleset)
        ? assessCrs(factsThen, terms.invitedOn, { tables, ruleset }).score.total
        : null,
    met: verdicts[terms.invitationClass] === "eligible",
  };
}

/**
 * What to do about an open invitation by the facts of `on`. Beside the rule of IRPA 11.2 (the engine's) two cases are
 * sent back to a person: a fall in the score where the round's lowest score is not known, and facts that never gave
 * what IRCC showed, which is a fault of the file and not a change of facts.
 */
export function testChange(test: ChangeTest): ReassessmentAfterInvitation {
  const { facts, on, terms, scoreAtInvitation, tables } = test;
  const judged = reassessAfterInvitation(
    facts,
    on,
    { ...terms, lowestCrs: terms.lowestCrs ?? 0 },
    scoreAtInvitation,
    { tables },
  );
  if (judged.advice === "proceed" || judged.advice === "check") return judged;
  const then = thenByOurCount(test);
  if (then !== null && !then.met) {
    const reason = `By the facts kept at the invitation ${terms.invitationClass} was not met either: complete the facts first`;
    return { ...judged, advice: "check", reason };
  }
  if (then !== null && then.score !== null && then.score === judged.score) {
    const reason = `These facts gave ${then.score} on the day of the invitation too, and IRCC showed ${scoreAtInvitation}: check the facts and the recorded score`;
    return { ...judged, advice: "check", reason };
  }
  const fell = judged.score !== null && judged.score < scoreAtInvitation;
  if (terms.lowestCrs === null && fell && judged.advice === "proceed_and_explain") {
    const reason = `The score fell from ${scoreAtInvitation} to ${judged.score}, and the round’s lowest score is not recorded`;
    return { ...judged, advice: "check", reason };
  }
  return judged;
}
