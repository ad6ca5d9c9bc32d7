/** A replay in words, and what it is judged from. Pure. */
import { counted } from "@/lib/express-entry/counted";
import type { HeldInvitation, ReplayReason, ReplayVerdict } from "@/lib/express-entry/draws/replay";
import { addDays, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { dateInZone, DEFAULT_ZONE, instantInZone } from "@/lib/express-entry/timing/zone";
import type { InvitationStatus, ProfileStatus } from "@/lib/profiles/types";
import { reasonInWords } from "../rules";
import type { ReplayList, Since } from "./types";

/** A profile that ended longer ago than this before a round is not asked why it was not in it. */
export const GONE_DAYS = 90;

/** Rounds of the last days: consultants and clients are told of what they reached. */
export const NEWS_DAYS = 14;

/** The moment at which a round looked at the pool: as published, else the end of its day in Ottawa. */
export function instantOfRound({ date, at }: { date: IsoDate; at: Date | null }): Date {
  return at ?? instantInZone(addDays(date, 1), 0, DEFAULT_ZONE);
}

/** When its messages were sent, as far as one can guess: at the round, or about noon of its day in Ottawa. */
export function usualMessageInstant({ date, at }: { date: IsoDate; at: Date | null }): Date {
  return at ?? instantInZone(date, 12 * 60, DEFAULT_ZONE);
}

export interface RecordedInvitation {
  roundId: string | null;
  receivedAt: Date;
  status: InvitationStatus;
  closedAt: Date | null;
}

/** An ITA that came of the round: recorded with it, or without a round on its day. */
export function isOfRound(
  { roundId, receivedAt }: Pick<RecordedInvitation, "roundId" | "receivedAt">,
  round: { id: string; date: IsoDate },
): boolean {
  return roundId === null ? dateInZone(receivedAt, DEFAULT_ZONE) === round.date : roundId === round.id;
}

/** The ITAs of other rounds, as a replay asks for them. */
export function heldInvitations(
  invitations: readonly RecordedInvitation[],
  round: { id: string; date: IsoDate },
): HeldInvitation[] {
  return invitations
    .filter((one) => !isOfRound(one, round))
    .map(({ receivedAt, status, closedAt }) => ({
      receivedAt,
      freedAt: status === "declined" || status === "cancelled" ? closedAt : null,
    }));
}

const REASONS: Readonly<Record<ReplayReason, string>> = {
  above_cut_off: "Over the lowest score",
  at_cut_off_before_tie_break: "Equal, sent in time",
  at_cut_off_no_tie_break_published: "Equal; no tie-break was published",
  at_cut_off_after_tie_break: "Equal, sent after the tie-break",
  below_cut_off: "Below the lowest score",
  category_weeks: "Weeks short of the category",
  not_submitted: "Profile sent after the round",
  withdrawn: "Profile withdrawn before the round",
  expired: "Profile had ended before the round",
  held_invitation: "Already held an ITA",
  no_facts: "No facts were known then",
  no_program: "No program fitted",
  not_in_program: "Qualified for another program only",
  not_in_category: "Not in the category",
  nominee_only: "Nominated: invited as a nominee only",
};

/** A reason by itself, for a list of reasons. */
export function reasonLabel(reason: ReplayReason): string {
  return REASONS[reason];
}

type Worded = Pick<ReplayVerdict, "reason" | "margin" | "secondsLate" | "weeksShort" | "failing">;

/** Why, of one client: `8 points over`, `Equal, later by 2 min 13 s`, `6 weeks short of the category`. */
export function verdictInWords(verdict: Worded, submittedAt: Date, tieBreakAt: Date | null): string {
  const { reason, margin, secondsLate, weeksShort, failing } = verdict;
  switch (reason) {
    case "above_cut_off":
    case "below_cut_off":
    case "at_cut_off_before_tie_break":
    case "at_cut_off_no_tie_break_published":
    case "at_cut_off_after_tie_break":
      return reasonInWords(
        { invited: false, reason, margin: margin ?? 0, secondsLate: secondsLate ?? 0 },
        submittedAt,
        tieBreakAt,
      );
    case "category_weeks":
      return `${counted(weeksShort ?? 0, "week")} of listed work short`;
    case "no_program":
    case "not_in_program":
    case "not_in_category":
      return failing ? `${failing.label}: ${failing.figure}` : REASONS[reason];
    default:
      return REASONS[reason];
  }
}

/** In which list a client stands: reached with an ITA of the round is invited. */
export function listOf(outcome: ReplayVerdict["outcome"], hasInvitation: boolean): ReplayList {
  return hasInvitation ? "invited" : outcome;
}

export interface Afterwards {
  status: ProfileStatus;
  expiresAt: Date;
  withdrawnAt: Date | null;
  /** The first ITA after the round, or that of the round. */
  invitation: (Pick<RecordedInvitation, "status" | "closedAt"> & { issueDate: IsoDate }) | null;
}

const day = (instant: Date) => dateInZone(instant, DEFAULT_ZONE);

/** What came of a client after the round. */
export function sinceOf({ status, expiresAt, withdrawnAt, invitation }: Afterwards): Since {
  if (invitation) {
    const closedOn = invitation.closedAt ? day(invitation.closedAt) : invitation.issueDate;
    switch (invitation.status) {
      case "open":
        return { kind: "invited", on: invitation.issueDate };
      case "submitted":
        return { kind: "submitted", on: closedOn };
      case "declined":
      case "cancelled":
        return { kind: "declined", on: closedOn };
      case "expired":
        return { kind: "lapsed", on: closedOn };
    }
  }
  if (status === "expired") return { kind: "expired", on: day(expiresAt) };
  if (status === "withdrawn") return { kind: "withdrawn", on: withdrawnAt ? day(withdrawnAt) : null };
  return { kind: status === "live" ? "in_pool" : "ended", on: null };
}
