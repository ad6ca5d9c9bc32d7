/** The clock of a medical exam: 12 months from the exam (IRPR 30(3)), or the months that the firm's document rules give it. */
import type { DocumentRules } from "../data/document-rules";
import { documentLastDay, monthsInWords } from "../documents/validity";
import { minDate, type IsoDate } from "./calendar-date";
import { formulaOf } from "./clock-catalogue";

export interface AcceptedExam {
  /** Day of the exam; null where only its last day is known. */
  issuedOn: IsoDate | null;
  /** Last day that the reviewer took from the proof. */
  validUntil: IsoDate;
}

/** Last day of an accepted exam and how it was found: by the rules as they are now, never later than the proof said. */
export function examClock(
  { issuedOn, validUntil }: AcceptedExam,
  rules: DocumentRules,
): { dueOn: IsoDate; rule: string } {
  const ruled = issuedOn === null ? null : documentLastDay("medical_twelve_months", issuedOn, rules);
  const dueOn = ruled === null ? validUntil : minDate(ruled, validUntil);
  return { dueOn, rule: formulaOf("medical", dueOn === ruled ? "counted" : "proof", wordsOf(rules)) };
}

const wordsOf = (rules: DocumentRules) => ({ months: monthsInWords(rules.medical_months) });
