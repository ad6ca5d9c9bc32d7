/**
 * The last day on which a dated document still counts (inclusive). "Less than n years old" means the day before
 * the anniversary: a language test of 2025-01-15 is last usable on 2027-01-14 (rules reference 2).
 */
import { addDays, addYears, minDate, type IsoDate } from "./calendar-date";

/** IRPR 75(2)(d), MI 3(4): less than two years. The earlier of test and result date counts (K, cautious). */
export function languageTestLastDay(test: { takenOn: IsoDate; resultOn: IsoDate | null }): IsoDate {
  const start = test.resultOn === null ? test.takenOn : minDate(test.takenOn, test.resultOn);
  return addDays(addYears(start, 2), -1);
}

/** IRPR 75(2)(e), 73(1): less than five years. */
export function ecaLastDay(issuedOn: IsoDate): IsoDate {
  return addDays(addYears(issuedOn, 5), -1);
}
