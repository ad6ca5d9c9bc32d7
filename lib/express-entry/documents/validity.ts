/** How long a document counts, by the document rules of a day. */
import type { DocumentRules } from "../data/document-rules";
import { addDays, addMonths, type IsoDate } from "../timing/calendar-date";
import { ecaLastDay, languageTestLastDay } from "../timing/document-validity";
import type { ValidityRule } from "./document-kind";

const NUMBERS = [
  "no",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];

/** `six months`, `one month`, `18 months`. */
export function monthsInWords(count: number): string {
  return `${NUMBERS[count] ?? count} ${count === 1 ? "month" : "months"}`;
}

/** The rule in a sentence for a person. */
export function validityWords(rule: ValidityRule, rules: DocumentRules): string {
  switch (rule) {
    case "none":
      return "Does not expire";
    case "until_expiry":
      return "Valid through the date printed on it";
    case "language_two_years":
      return "Less than two years old on the day the application is sent";
    case "eca_five_years":
      return "Less than five years old on the day the application is sent";
    case "police_current_country":
      return `Issued no more than ${monthsInWords(rules.police_current_country_months)} before the application is sent`;
    case "police_after_last_stay":
      return `Issued after the last stay of ${monthsInWords(rules.police_stay_months)} or more there`;
    case "medical_twelve_months":
      return `Valid for ${monthsInWords(rules.medical_months)} from the exam`;
    case "photo_six_months":
      return `Taken no more than ${monthsInWords(rules.photo_months)} before the application is sent`;
  }
}

/**
 * Last day on which a document of `date` (issue, test, exam or, for `until_expiry`, the printed expiry) can be sent;
 * null where it does not run out. For a police certificate of an earlier country this is null too: it is judged by
 * being issued after the stay. The anniversary of a medical exam is not counted on (IRPR 30(3); K, cautious); police
 * certificates and photos count to the day (5.2, P; row 9, K).
 */
export function documentLastDay(rule: ValidityRule, date: IsoDate, rules: DocumentRules): IsoDate | null {
  switch (rule) {
    case "until_expiry":
      return date;
    case "language_two_years":
      return languageTestLastDay({ takenOn: date, resultOn: null });
    case "eca_five_years":
      return ecaLastDay(date);
    case "police_current_country":
      return addMonths(date, rules.police_current_country_months);
    case "medical_twelve_months":
      return addDays(addMonths(date, rules.medical_months), -1);
    case "photo_six_months":
      return addMonths(date, rules.photo_months);
    case "none":
    case "police_after_last_stay":
      return null;
  }
}

/** Last day on which a passport has enough months left not to need a reminder (section 5, row 1, M). */
export function passportRenewBefore(expiresOn: IsoDate, rules: DocumentRules): IsoDate {
  return addMonths(expiresOn, -rules.passport_months_left);
}
