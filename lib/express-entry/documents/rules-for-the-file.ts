/** What belongs to the application as a whole: letters of explanation and fee receipts (rules reference 5, rows 24, 25). */
import { plainDollars } from "../eligibility/criterion";
import { familyMembersOn, principalOf } from "../family";
import { governmentFeesOn } from "../funds-and-fees/government-fees";
import { plainDate } from "../timing/plain-date";
import { changesSince } from "./changes-since";

import { requirement, type RequiredDocument, type RequirementsInput } from "./required-document";
import { historyGaps } from "./residence";
import { isAdult } from "./rules-for-people";

const LETTER = { kind: "letter_of_explanation", title: "Letter of explanation" } as const;

/** A history of which nothing is entered yet is a question to ask, not a gap to explain. */
function gapLetters(input: RequirementsInput): RequiredDocument[] {
  return familyMembersOn(input.facts, input.plannedSubmission)
    .filter((person) => isAdult(person, input))
    .flatMap((person) => {
      const entered = {
        address: person.addresses.length > 0,
        activity: person.jobs.length + person.credentials.filter(({ from }) => from !== null).length > 0,
      };
      const gaps = historyGaps(person, input.plannedSubmission, input).filter(({ kind }) => entered[kind]);
      const first = gaps[0];
      if (!first) return [];
      const more = gaps.length > 1 ? ` and ${gaps.length - 1} more` : "";
      const reason = `Gap from ${plainDate(first.from)} to ${plainDate(first.to)}${more}`;
      return [requirement(input, { ...LETTER, person, reason })];
    });
}

/** What was invited has to be what is sent, or the difference explained (IRPA 11.2, P; 4.2). */
function changeLetter(input: RequirementsInput): RequiredDocument[] {
  const { atInvitation, facts } = input;
  if (!atInvitation) return [];
  const [first, ...rest] = changesSince(atInvitation.facts, facts, atInvitation.on);
  if (first === undefined) return [];
  const more = rest.length > 0 ? ` and ${rest.length} more` : "";
  return [
    requirement(input, {
      ...LETTER,
      person: principalOf(facts),
      subject: "changes",
      title: "Letter of explanation, changes since the invitation",
      reason: `Since the invitation: ${first}${more}`,
    }),
  ];
}

/** Paid in IRCC's system with the submission itself, so nothing waits for it before (row 25). */
function feeReceipt(input: RequirementsInput): RequiredDocument {
  const fees = governmentFeesOn(input.facts, input.plannedSubmission, input);
  return requirement(input, {
    kind: "fee_receipt",
    person: null,
    title: "Fee receipts",
    reason: fees
      ? `${plainDollars(fees.totalCents)} paid with the submission`
      : "Paid with the submission, in IRCC's system",
    required: false,
  });
}

/** Letters and receipts. */
export function documentsOfTheFile(input: RequirementsInput): RequiredDocument[] {
  return [...gapLetters(input), ...changeLetter(input), feeReceipt(input)];
}
