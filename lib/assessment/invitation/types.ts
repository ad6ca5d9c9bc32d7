import type { ReassessmentAfterInvitation } from "@/lib/express-entry/draws/after-invitation";
import type { Program } from "@/lib/express-entry/eligibility/criterion";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";

/** The round an invitation came from. */
export interface InvitingRound {
  label: string;
  date: IsoDate;
  lowestCrs: number;
  tieBreakAt: Date | null;
  /** false: none is recorded with the invitation, and this is the latest one it can have come from. */
  recorded: boolean;
}

/** What the facts of today mean for an open invitation (IRPA 11.2). */
export interface InvitationCheck extends ReassessmentAfterInvitation {
  invitedOn: IsoDate;
  invitationClass: Program;
  category: string | null;
  rulesetId: string;
  /** Whole years on the day of the invitation; null while the birth date is not known. */
  frozenAge: number | null;
  round: InvitingRound | null;
  /** Last day to submit, or to decline. */
  deadline: IsoDate;
}
