/** The two keys of an invitation's date (docs/decisions/two-keys.md). Pure. */
import { addDays, minDate, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { INVITATION_DAYS } from "@/lib/express-entry/timing/invitation-window";
import type { InvitationDto } from "../types";
import type { KeysState, LetterDates } from "./types";

/** The last day that a letter's dates give: 60 days, or an earlier day that is shown (rules reference 4.2). */
export function lastDayOf({ issuedOn, shownExpiry }: LetterDates): IsoDate {
  const computed = addDays(issuedOn, INVITATION_DAYS);
  return shownExpiry === null ? computed : minDate(computed, shownExpiry);
}

/** Two readings of one letter are the same where they give the same first and last day. */
export function readingsAgree(one: LetterDates, other: LetterDates): boolean {
  return one.issuedOn === other.issuedOn && lastDayOf(one) === lastDayOf(other);
}

export interface SecondKey {
  enteredBy: string;
  userId: string;
  /** Somebody else at work in the firm could hold a key. */
  hasColleague: boolean;
  hasLetter: boolean;
  /** This person has opened the letter since the date was entered. */
  opened: boolean;
}

/** Why this person cannot turn the second key now; null where they can. */
export function faultOfSecondKey(key: SecondKey): string | null {
  if (!key.hasLetter) return "Attach the invitation letter first.";
  if (key.enteredBy === key.userId && key.hasColleague)
    return "You entered this date: somebody else reads it in the letter.";
  if (!key.opened) return "Open the letter first, and read the date in it.";
  return null;
}

/** Is the second key this person's to turn at all? Then what was entered is not shown to them before. */
export function readsBlind(key: Pick<SecondKey, "enteredBy" | "userId" | "hasColleague">): boolean {
  return key.enteredBy !== key.userId || !key.hasColleague;
}

export function keysStateOf({
  confirmedAt,
  disputed,
  letterDocumentId,
}: Pick<InvitationDto, "confirmedAt" | "disputed" | "letterDocumentId">): KeysState {
  if (confirmedAt !== null) return "confirmed";
  if (disputed !== null) return "disputed";
  return letterDocumentId === null ? "no_letter" : "to_confirm";
}
