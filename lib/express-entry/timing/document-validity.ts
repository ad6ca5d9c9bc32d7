/**
 * The last day on which a dated document still counts (inclusive). "Less than n years old" means the day before
 * the anniversary: a language test of 2025-01-15 is last usable on 2027-01-14 (rules reference 2).
 */
import { addDays, addMonths, addYears, minDate, type IsoDate } from "./calendar-date";

/** IRPR 75(2)(d), MI 3(4): less than two years. The earlier of test and result date counts (K, cautious). */
export function languageTestLastDay(test: { takenOn: IsoDate; resultOn: IsoDate | null }): IsoDate {
  const start = test.resultOn === null ? test.takenOn : minDate(test.takenOn, test.resultOn);
  return addDays(addYears(start, 2), -1);
}

/** IRPR 75(2)(e), 73(1): less than five years. */
export function ecaLastDay(issuedOn: IsoDate): IsoDate {
  return addDays(addYears(issuedOn, 5), -1);
}

/** IRPR 30(3): twelve months from the exam; the anniversary itself is not counted on (K, cautious). */
export function medicalExamLastDay(examOn: IsoDate): IsoDate {
  return addDays(addMonths(examOn, 12), -1);
}

/** Police certificate of the current country: issued no more than six months before submission (5.2, P). */
export function currentPoliceCertificateLastDay(issuedOn: IsoDate): IsoDate {
  return addMonths(issuedOn, 6);
}

/** Photo taken within six months of submission (section 5, row 9, K). */
export function photoLastDay(takenOn: IsoDate): IsoDate {
  return addMonths(takenOn, 6);
}

/** Six months of validity should be left on a passport (section 5, row 1, M): the last day without a reminder. */
export function passportRenewBefore(expiresOn: IsoDate): IsoDate {
  return addMonths(expiresOn, -6);
}
