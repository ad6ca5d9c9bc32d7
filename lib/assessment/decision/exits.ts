/** The ways to answer an invitation side by side, and what each costs in days, points and rank (rules reference 4). */
import type { InvitationCheck } from "@/lib/assessment/invitation/types";
import type { InvitationDecision, TestedTwice } from "@/lib/express-entry/draws/invitation-decision";
import { plainDollars } from "@/lib/express-entry/eligibility/criterion";
import { addDays, daysBetween, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { plainDate } from "@/lib/express-entry/timing/plain-date";
import type { Exit, NextCutOff, PoolScore } from "./types";

export interface ExitInput {
  today: IsoDate;
  plannedOn: IsoDate;
  targetOn: IsoDate;
  /** Last day to submit, or to decline. */
  deadline: IsoDate;
  check: InvitationCheck;
  decision: InvitationDecision;
  profile: { submittedAt: Date; endsOn: IsoDate; ended: boolean };
  inPool: PoolScore;
  afterLapse: PoolScore;
  cutOffs: readonly NextCutOff[];
  /** Candidates of IRCC's latest published pool; null: none was published. */
  place: { ahead: number; same: number; asOf: IsoDate } | null;
}

function days(count: number): string {
  return count === 1 ? "1 day" : `${count.toLocaleString("en-CA")} days`;
}

function utc(instant: Date): string {
  const text = instant.toISOString();
  return `${plainDate(text.slice(0, 10))}, ${text.slice(11, 19)} UTC`;
}

function scoreWords({ on, total, superseded }: PoolScore, before: number): string {
  const doubt = superseded ? " by the last rules with values, not IRCC’s score" : "";
  const difference = total - before;
  const moved =
    difference === 0
      ? "as at the invitation"
      : `${Math.abs(difference)} ${difference > 0 ? "more" : "fewer"} than at the invitation`;
  return `${total} on ${plainDate(on)}, ${moved}${doubt}: age and rules count as they are then`;
}

function unmet(criteria: readonly TestedTwice[]): string[] {
  return criteria
    .filter(({ atSubmission }) => atSubmission.verdict !== "met")
    .map(({ label, needs, atSubmission: { verdict, figure } }) =>
      verdict === "unknown" ? `${label} is not known: ${needs}` : `${label} is not met: ${figure}. ${needs}`,
    );
}

/** What would keep an application from being sent on the planned day. */
function submissionBlocks({ check, decision, plannedOn }: ExitInput): string[] {
  const lapsed = decision.proofs
    .filter(({ used, atInvitation, atSubmission }) => used && atInvitation && !atSubmission)
    .map(
      ({ title, lastDay }) =>
        `${title} counts up to ${plainDate(lastDay)}, ${days(daysBetween(lastDay, plannedOn))} before the planned day`,
    );
  const { required, needed } = decision.funds.atSubmission;
  const { held } = decision.funds;
  const isFund = decision.criteria.some(({ id }) => id.endsWith(".funds"));
  const short = required && !isFund && needed !== null && (held === null || held.cents < needed.cents);
  return [
    ...(check.advice === "decline" || check.advice === "check" ? [check.reason] : []),
    ...unmet(decision.criteria),
    ...lapsed,
    ...(short
      ? [
          `Settlement funds: ${plainDollars(needed.cents)} needed, ${held === null ? "not asked" : `${plainDollars(held.cents)} held`}`,
        ]
      : []),
  ];
}

function submit(input: ExitInput): Exit {
  const { today, targetOn, deadline, check } = input;
  const left = daysBetween(today, deadline);
  const { score, scoreAtInvitation, round } = check;
  return {
    key: "submit",
    title: "Accept, prepare and submit",
    outcome: `The application must be received by ${plainDate(deadline)}; there is no extension.`,
    closed: left < 0 ? `The last day was ${plainDate(deadline)}.` : null,
    costs: {
      days: `${days(Math.max(0, left))} left; our own target is ${plainDate(targetOn)}`,
      points:
        score === null
          ? "Cannot be computed: the rules of the invitation have no values yet"
          : `${score} by the facts of the planned day, ${scoreAtInvitation} at the invitation`,
      rank:
        round === null
          ? "Must not fall below the lowest invited; the round is not recorded"
          : `Must not fall below ${round.lowestCrs}, the lowest invited in the round of ${plainDate(round.date)}`,
    },
    blocks: submissionBlocks(input),
  };
}

function nextRound(cutOffs: readonly NextCutOff[]): string {
  const [best] = [...cutOffs].sort((a, b) => b.margin - a.margin);
  if (!best) return "no round of the last year would have been open to it";
  const often = best.everyDays === null ? "" : `, on average every ${days(best.everyDays)}`;
  return `the nearest is ${best.label}, last on ${plainDate(best.date)}${often}`;
}

function placeWords(place: ExitInput["place"]): string {
  if (place === null) return "";
  const count = (number: number) => number.toLocaleString("en-CA");
  return `; in IRCC’s pool of ${plainDate(place.asOf)}, ${count(place.ahead)} stood in higher bands and ${count(place.same)} in the same`;
}

function decline(input: ExitInput): Exit {
  const { today, deadline, profile, inPool, check, cutOffs, place } = input;
  const life = daysBetween(today, profile.endsOn);
  const late =
    daysBetween(today, deadline) < 0 ? `The last day to decline was ${plainDate(deadline)}.` : null;
  const ended = profile.ended
    ? `The profile’s year ended on ${plainDate(profile.endsOn)}: there is no pool to go back to. Submit by the last day, or let it lapse and make a new profile.`
    : null;
  return {
    key: "decline",
    title: "Decline and return to the pool",
    outcome: `The same profile is in the pool again and may be invited again; to be declined by ${plainDate(deadline)} (IRPA 10.1(7)).`,
    closed: ended ?? late,
    costs: {
      days: `A wait for another round: ${nextRound(cutOffs)}. The profile lives ${days(Math.max(0, life))} more, to ${plainDate(profile.endsOn)}`,
      points: scoreWords(inPool, check.scoreAtInvitation),
      rank: `Keeps its instant, ${utc(profile.submittedAt)} (K: no official text says so)${placeWords(place)}`,
    },
    blocks: [],
  };
}

function lapse({ today, deadline, profile, afterLapse, check, place }: ExitInput): Exit {
  const again = addDays(deadline, 1);
  const lost = daysBetween(profile.submittedAt.toISOString().slice(0, 10), again);
  return {
    key: "lapse",
    title: "Let it lapse",
    outcome: "This profile can never be invited again; a new one is needed (IRPA 10.1(6)).",
    closed: null,
    costs: {
      days: `No round for ${days(Math.max(0, daysBetween(today, again)))}: a new profile at the earliest on ${plainDate(again)}`,
      points: scoreWords(afterLapse, check.scoreAtInvitation),
      rank: `A new instant: behind everybody with the same score, ${days(lost)} of seniority lost${placeWords(place)}`,
    },
    blocks: [],
  };
}

/** The three ways, the one that keeps the invitation first. */
export function exitsOf(input: ExitInput): Exit[] {
  return [submit(input), decline(input), lapse(input)];
}

interface RoundOfYear {
  program: string;
  title: string;
  date: IsoDate;
  lowestCrs: number;
}

/** Of the rounds of a year, newest first, the latest of each kind that a profile competes in, nearest first. */
export function nextCutOffs(
  rounds: readonly RoundOfYear[],
  classes: readonly string[],
  score: number,
): NextCutOff[] {
  const own = rounds.filter(
    ({ program }) => classes.includes(program) || (program === "general" && classes.some(isProgram)),
  );
  return [...new Set(own.map(({ program }) => program))]
    .flatMap((program) => {
      const same = own.filter((round) => round.program === program);
      const [latest, first] = [same[0], same.at(-1)];
      if (!latest || !first) return [];
      const everyDays =
        same.length > 1 ? Math.round(daysBetween(first.date, latest.date) / (same.length - 1)) : null;
      const { title, date, lowestCrs } = latest;
      return [{ label: title, date, lowestCrs, margin: score - lowestCrs, everyDays }];
    })
    .sort((a, b) => b.margin - a.margin);
}

function isProgram(name: string): boolean {
  // A nominee is invited as a nominee only (IRPA 10.1(1.1)).
  return ["CEC", "FSW", "FST"].includes(name);
}
