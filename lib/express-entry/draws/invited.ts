/** Whether a round of invitations invites a profile (rules reference 4.1). */
import type { Program } from "../eligibility/criterion";
import type { Category } from "./categories";

/** What a round was for: a general one, one program's, or one category's. */
export type RoundProgram = "general" | Program | Category;

export interface PoolProfile {
  score: number;
  /** First submission; edits keep it. Compared to the second, in UTC. */
  submittedAt: Date;
  /** Programs the person is eligible under; a nominee counts as PNP only. */
  programs: readonly Program[];
  categories: readonly Category[];
}

export interface Round {
  program: RoundProgram;
  lowestCrs: number;
  /** The published instant; null where none was published. */
  tieBreakAt: Date | null;
}

/** Where a score and an instant stand against a cut-off. */
export interface CutOffAnswer {
  invited: boolean;
  reason:
    | "above_cut_off"
    | "at_cut_off_before_tie_break"
    | "at_cut_off_no_tie_break_published"
    | "at_cut_off_after_tie_break"
    | "below_cut_off";
  /** Score less cut-off: negative when short. */
  margin: number;
  /** At the cut-off and too late by this many seconds. */
  secondsLate?: number;
}

export interface Invitation extends Omit<CutOffAnswer, "reason"> {
  reason: CutOffAnswer["reason"] | "not_in_round";
}

function competes(profile: PoolProfile, program: RoundProgram): boolean {
  if (profile.programs.length === 0) return false;
  if (program === "general") return true;
  return profile.programs.some((own) => own === program) || profile.categories.some((own) => own === program);
}

/**
 * Reached when the score is above the cut-off, or equal to it and submitted at or before the tie-break instant (M).
 * Fractions of a second are dropped on both sides: IRCC publishes whole seconds. With no tie-break published,
 * everyone at the cut-off counts as reached.
 */
export function againstCutOff(
  { score, submittedAt }: Pick<PoolProfile, "score" | "submittedAt">,
  { lowestCrs, tieBreakAt }: Pick<Round, "lowestCrs" | "tieBreakAt">,
): CutOffAnswer {
  const margin = score - lowestCrs;
  if (margin > 0) return { invited: true, reason: "above_cut_off", margin };
  if (margin < 0) return { invited: false, reason: "below_cut_off", margin };
  if (tieBreakAt === null) return { invited: true, reason: "at_cut_off_no_tie_break_published", margin };
  const late = wholeSeconds(submittedAt) - wholeSeconds(tieBreakAt);
  return late <= 0
    ? { invited: true, reason: "at_cut_off_before_tie_break", margin }
    : { invited: false, reason: "at_cut_off_after_tie_break", margin, secondsLate: late };
}

/** Invited when the profile competes in the round and its cut-off reaches it. */
export function isInvited(profile: PoolProfile, round: Round): Invitation {
  const answer = againstCutOff(profile, round);
  return competes(profile, round.program)
    ? answer
    : { invited: false, reason: "not_in_round", margin: answer.margin };
}

/** IRCC publishes whole seconds: fractions are dropped on both sides. */
export function wholeSeconds(instant: Date): number {
  return Math.floor(instant.getTime() / 1000);
}
