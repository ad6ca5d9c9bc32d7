/** One client against one round of invitations, as of the round's instant (rules reference 3.6, 3.7, 4.1). */
import { assessCrs } from "../crs/assess";
import { nominationCountsOn } from "../crs/factors-on";
import { assessEligibility } from "../eligibility/assess";
import type { Program, ProgramAssessment, Verdict } from "../eligibility/criterion";
import type { CaseFacts } from "../facts";
import type { TableOptions } from "../rule-tables";
import type { IsoDate } from "../timing/calendar-date";
import { categoriesOn, type Category } from "./categories";
import { againstCutOff, type CutOffAnswer, type RoundProgram } from "./invited";

/** A client this many points under the cut-off, or closer, is a near miss. */
export const NEAR_MISS_POINTS = 20;

/** High enough and this many weeks of listed work short, or fewer, is a near miss of a category round. */
const NEAR_MISS_WEEKS = 26;

/** Hours of a full-time week (IRPR 73(1)). */
const FULL_TIME_WEEK = 30;

export interface ReplayedRound {
  program: RoundProgram;
  /** The day of the round in Ottawa: facts and rules are those of this day. */
  date: IsoDate;
  /** The instant at which the pool is looked at. */
  at: Date;
  lowestCrs: number;
  tieBreakAt: Date | null;
}

export interface ReplayedProfile {
  /** First submission; an update keeps it, a withdrawal and a new profile do not. */
  submittedAt: Date;
  expiresAt: Date;
  withdrawnAt: Date | null;
}

/** An invitation of another round. */
export interface HeldInvitation {
  receivedAt: Date;
  /** Declined or cancelled: the profile was back in the pool from then on (IRPA 10.1(7)). */
  freedAt: Date | null;
}

export type ReplayOutcome = "reached" | "near_miss" | "below" | "not_eligible";

export type ReplayReason =
  | CutOffAnswer["reason"]
  | "not_submitted"
  | "withdrawn"
  | "expired"
  | "held_invitation"
  | "no_facts"
  | "no_program"
  | "not_in_program"
  | "not_in_category"
  | "category_weeks"
  | "nominee_only";

/** What stands between a client and the round, or leaves a doubt. */
export interface ReplayCriterion {
  /** `cec.work`, `category.stem`. */
  id: string;
  label: string;
  figure: string;
  needs: string;
}

export interface ReplayVerdict {
  outcome: ReplayOutcome;
  reason: ReplayReason;
  /** Under the ruleset in force that day; null where there was nothing to score, or no need to. */
  score: number | null;
  rulesetId: string | null;
  /** The day fell in rules without values: the score is that of the latest complete ones (0.2). */
  superseded: boolean;
  /** Score less cut-off. */
  margin: number | null;
  secondsLate: number | null;
  /** Weeks of full-time listed work short of the category. */
  weeksShort: number | null;
  /** The class an invitation would have been for. */
  invitationClass: Program | null;
  /** The criterion that is not met. */
  failing: ReplayCriterion | null;
  /** The criterion that is not known: the verdict holds if it is met. */
  doubt: ReplayCriterion | null;
}

const NOTHING: Omit<ReplayVerdict, "outcome" | "reason"> = {
  ...{ score: null, rulesetId: null, superseded: false, margin: null, secondsLate: null, weeksShort: null },
  ...{ invitationClass: null, failing: null, doubt: null },
};

/** Why a profile was not in the pool at an instant; null: it was. */
function notLive(
  { submittedAt, expiresAt, withdrawnAt }: ReplayedProfile,
  held: readonly HeldInvitation[],
  at: Date,
): ReplayReason | null {
  if (submittedAt > at) return "not_submitted";
  if (withdrawnAt !== null && withdrawnAt <= at) return "withdrawn";
  const holds = ({ receivedAt, freedAt }: HeldInvitation) =>
    receivedAt >= submittedAt && receivedAt < at && (freedAt === null || freedAt > at);
  if (held.some(holds)) return "held_invitation";
  // One year, to the same time of day: at that instant it is over (MI 4(1)(b)).
  return expiresAt <= at ? "expired" : null;
}

/** In what a person competes on a day, as far as a round of this kind asks. */
interface Standing {
  verdict: Verdict;
  reason: "no_program" | "not_in_program" | "not_in_category" | "nominee_only" | null;
  invitationClass: Program | null;
  failing: ReplayCriterion | null;
  doubt: ReplayCriterion | null;
  hoursShort: number | null;
}

function criterionOf(assessment: ProgramAssessment | undefined, verdict: Verdict): ReplayCriterion | null {
  const found = assessment?.criteria.find((criterion) => criterion.verdict === verdict);
  return found
    ? {
        id: found.id,
        label: `${found.program}: ${found.label.toLowerCase()}`,
        figure: found.figure,
        needs: found.needs,
      }
    : null;
}

/** The order in which an invitation takes the programs (3.6), for whom it may take: a nominee is one only. */
function programStanding(
  programs: readonly ProgramAssessment[],
  reason: NonNullable<Standing["reason"]>,
): Standing {
  const eligible = programs.find(({ verdict }) => verdict === "eligible");
  const unsure = programs.find(({ verdict }) => verdict === "unknown");
  const best = eligible ?? unsure;
  const verdict = eligible ? "met" : unsure ? "unknown" : "not_met";
  // The program that comes closest tells why, if none fits.
  const closest = [...programs].sort((a, b) => unmet(a) - unmet(b))[0];
  return {
    verdict,
    reason: best ? null : reason,
    invitationClass: best?.program ?? null,
    failing: best ? null : criterionOf(closest, "not_met"),
    doubt: verdict === "unknown" ? criterionOf(unsure, "unknown") : null,
    hoursShort: null,
  };
}

const unmet = ({ criteria }: ProgramAssessment) =>
  criteria.filter(({ verdict }) => verdict === "not_met").length;

const isCategory = (program: RoundProgram): program is Category =>
  !["general", "PNP", "CEC", "FSW", "FST"].includes(program);

/** Whether a person competes in a round of this kind on a day. */
function standingFor(facts: CaseFacts, on: IsoDate, program: RoundProgram, options: TableOptions): Standing {
  const nominee = nominationCountsOn(facts.family.nomination, on);
  const { programs } = assessEligibility(facts, on, options);
  const open = programs.filter((one) => (one.program === "PNP") === nominee);
  const anyProgram = programStanding(open, "no_program");
  if (program === "general") return anyProgram;
  if (!isCategory(program)) {
    const asked = programs.filter((one) => one.program === program);
    const own = programStanding(asked, anyProgram.verdict === "not_met" ? "no_program" : "not_in_program");
    // A nominee is invited as a nominee only (IRPA 10.1(1.1)).
    return nominee && program !== "PNP"
      ? { ...own, verdict: "not_met", reason: "nominee_only", failing: null, doubt: null }
      : own;
  }
  if (anyProgram.verdict === "not_met") return anyProgram;
  if (nominee) return { ...anyProgram, verdict: "not_met", reason: "nominee_only" };
  const membership = categoriesOn(facts, on, options).find(({ category }) => category === program);
  const label = "Category";
  const criterion: ReplayCriterion = membership
    ? { id: `category.${program}`, label, figure: membership.figure, needs: membership.needs }
    : { id: `category.${program}`, label, figure: "No list of that day", needs: "A list in force" };
  const verdict = membership?.verdict ?? "unknown";
  if (verdict === "met") return anyProgram;
  return {
    ...anyProgram,
    verdict,
    reason: verdict === "not_met" ? "not_in_category" : null,
    failing: verdict === "not_met" ? criterion : null,
    doubt: verdict === "unknown" ? (anyProgram.doubt ?? criterion) : anyProgram.doubt,
    hoursShort: membership?.hoursShort ?? null,
  };
}

/** High enough, and in the category after a few more weeks of the work that is listed. */
function nearByWeeks({ reason, hoursShort }: Standing, isHighEnough: boolean): number | null {
  const weeks = Math.ceil((hoursShort ?? 0) / FULL_TIME_WEEK);
  return reason === "not_in_category" && isHighEnough && weeks > 0 && weeks <= NEAR_MISS_WEEKS ? weeks : null;
}

function outcomeOf(standing: Standing, answer: CutOffAnswer): Pick<ReplayVerdict, "outcome" | "reason"> {
  if (standing.verdict === "not_met") {
    return { outcome: "not_eligible", reason: standing.reason ?? "no_program" };
  }
  if (answer.invited) return { outcome: "reached", reason: answer.reason };
  return { outcome: answer.margin >= -NEAR_MISS_POINTS ? "near_miss" : "below", reason: answer.reason };
}

/**
 * Whether a round reached a client: the profile live at its instant, then program and category, then the score under
 * the ruleset of its day, and on an equal score the submission against the tie-break. `facts` are those known then;
 * null where there were none. Where a fact is not known the verdict is what holds if it is met, with the doubt named.
 */
export function replayProfile(
  facts: CaseFacts | null,
  profile: ReplayedProfile,
  held: readonly HeldInvitation[],
  round: ReplayedRound,
  options: TableOptions = {},
): ReplayVerdict {
  const gone = notLive(profile, held, round.at);
  if (gone !== null) return { ...NOTHING, outcome: "not_eligible", reason: gone };
  if (facts === null) return { ...NOTHING, outcome: "not_eligible", reason: "no_facts" };
  const crs = assessCrs(facts, round.date, options);
  const standing = standingFor(facts, round.date, round.program, options);
  const score = crs.score.total;
  const answer = againstCutOff({ score, submittedAt: profile.submittedAt }, round);
  const weeksShort = nearByWeeks(standing, answer.invited);
  const found =
    weeksShort === null
      ? outcomeOf(standing, answer)
      : { outcome: "near_miss" as const, reason: "category_weeks" as const };
  return {
    ...found,
    score,
    rulesetId: crs.ruleset.id,
    superseded: crs.superseded,
    margin: answer.margin,
    secondsLate: answer.secondsLate ?? null,
    weeksShort,
    invitationClass: standing.invitationClass,
    failing: standing.failing,
    doubt: standing.doubt,
  };
}
