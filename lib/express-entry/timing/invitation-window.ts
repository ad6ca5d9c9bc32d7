/**
 * The 60 days of an invitation to apply. Rules reference 4.2: for ITAs since 2021-06-29 the deadline is 60 calendar
 * days (completeness check page, P), the ITA's date is day 0, no roll-over for weekends (K), no extension.
 */
import { addDays, daysBetween, maxDate, minDate, type IsoDate } from "./calendar-date";
import { plainDate } from "./plain-date";
import { dateInZone, DEFAULT_ZONE, endOfDayInZone } from "./zone";

/** Calendar days from the ITA's date to the last day (4.2, P). */
export const INVITATION_DAYS = 60;
/** Internal target, counted from the ITA's date (4.2, K). */
export const TARGET_DAY = 50;
/** Days left at which somebody is told (4.2, K). */
const INVITATION_ALARM_DAYS = [30, 14, 7, 3, 1] as const;

export interface InvitationWindow {
  /** Named zone in which the days are counted. */
  zone: string;
  /** Day 0: the date of the ITA message in `zone`. */
  issueDate: IsoDate;
  /** Issue date + 60. */
  computedDeadline: IsoDate;
  /** The date IRCC's account shows, as typed by staff; null when not entered. */
  shownExpiry: IsoDate | null;
  /** The earlier of computed and shown: the last day on which the application can be sent. */
  deadline: IsoDate;
  /** Last second of `deadline` in `zone`. */
  deadlineInstant: Date;
  /** Day 50, or ten days before an earlier shown expiry; never before day 0. */
  targetDate: IsoDate;
  /** When somebody is told: 30, 14, 7, 3 and 1 days before the deadline; none before day 0. */
  alarms: { on: IsoDate; daysLeft: number }[];
  /** Set when shown and computed differ; a sentence for the screen. */
  warning: string | null;
}

export interface InvitationInput {
  /** The ITA message's instant: deemed received when IRCC sent it (IRPR 9.3(2)). */
  issuedAt: Date;
  shownExpiry?: IsoDate | null;
  zone?: string;
}

/** The window of one invitation. */
export function invitationWindow({
  issuedAt,
  shownExpiry = null,
  zone = DEFAULT_ZONE,
}: InvitationInput): InvitationWindow {
  const issueDate = dateInZone(issuedAt, zone);
  const computedDeadline = addDays(issueDate, INVITATION_DAYS);
  const deadline = shownExpiry === null ? computedDeadline : minDate(computedDeadline, shownExpiry);
  return {
    zone,
    issueDate,
    computedDeadline,
    shownExpiry,
    deadline,
    deadlineInstant: endOfDayInZone(deadline, zone),
    targetDate: maxDate(issueDate, addDays(deadline, TARGET_DAY - INVITATION_DAYS)),
    alarms: INVITATION_ALARM_DAYS.map((daysLeft) => ({ on: addDays(deadline, -daysLeft), daysLeft })).filter(
      ({ on }) => on >= issueDate,
    ),
    warning: differenceWarning(computedDeadline, shownExpiry),
  };
}

function differenceWarning(computed: IsoDate, shown: IsoDate | null): string | null {
  if (shown === null || shown === computed) return null;
  const days = Math.abs(daysBetween(computed, shown));
  const side = shown < computed ? "earlier" : "later";
  return (
    `IRCC's account shows ${plainDate(shown)}, ${days} ${days === 1 ? "day" : "days"} ${side} than 60 days ` +
    `after the invitation (${plainDate(computed)}). The earlier date is used.`
  );
}
