/**
 * The clocks after submission (rules reference 4.3 and 8). Calendar days, counted in the firm's zone; the day of the
 * letter is day 0 and the last day counts. Where a letter names its own day, that day rules.
 */
import { addDays, addMonths, type IsoDate } from "../timing/calendar-date";
import { formulaOf } from "../timing/clock-catalogue";

/** Days to answer: biometrics by IRPR 12.2 and IRCC's instruction letter (P); ADR and PFL "commonly 7 to 30", default 30 (M). */
const LETTER_DAYS = 30;

/** A fairness letter is answered before its last week: the alarm (section 8, I2). */
export const FAIRNESS_ALARM_DAYS = 7;

export interface LetterDue {
  on: IsoDate;
  /** The formula in words. */
  rule: string;
}

/** The last day to answer a letter: the day it names, or 30 days from its date. */
export function letterDueOn(letterOn: IsoDate, namedOn: IsoDate | null): LetterDue {
  return namedOn === null
    ? { on: addDays(letterOn, LETTER_DAYS), rule: formulaOf("adr", "counted") }
    : { on: namedOn, rule: formulaOf("adr", "named") };
}

/** IRCC's service standard: six months from receipt to the final decision; a goal for 80 % of cases (P; 80 % M). */
export function decisionStandardOn(receivedOn: IsoDate): IsoDate {
  return addMonths(receivedOn, 6);
}

/** Days to ask the Federal Court for leave, from the day one was told (IRPA 72(2)(b); K): 15 in Canada, 60 abroad. */
const COURT_LEAVE_DAYS = { inCanada: 15, abroad: 60 } as const;

export function courtLeaveOn(toldOn: IsoDate, inCanada: boolean): IsoDate {
  return addDays(toldOn, inCanada ? COURT_LEAVE_DAYS.inCanada : COURT_LEAVE_DAYS.abroad);
}

/** A new permanent resident gives IRCC an address in Canada for the card (IRPR 71.1 P; 180 days K). */
const CARD_ADDRESS_DAYS = 180;

export function cardAddressOn(landedOn: IsoDate): IsoDate {
  return addDays(landedOn, CARD_ADDRESS_DAYS);
}
