import type {
  InvitationTerms,
  ReassessmentAfterInvitation,
} from "@/lib/express-entry/draws/after-invitation";
import type { Program } from "@/lib/express-entry/eligibility/criterion";
import type { CaseFacts } from "@/lib/express-entry/facts";
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

/** The terms, with no lowest score where nobody has recorded the round. */
export type KnownTerms = Omit<InvitationTerms, "lowestCrs"> & { lowestCrs: number | null };

/** An open invitation with all that it is judged by. */
export interface OpenTerms {
  terms: KnownTerms;
  round: InvitingRound | null;
  /** As IRCC named it; of the terms only where we know it. */
  category: string | null;
  /** The facts of the day of the invitation; null where none were kept. */
  factsThen: CaseFacts | null;
  /** As IRCC showed it. */
  scoreAtInvitation: number;
  /** Last day to submit, or to decline. */
  deadline: IsoDate;
}
