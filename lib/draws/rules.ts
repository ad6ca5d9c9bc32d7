/** Rounds against profiles: words and limits. Pure. */
import type { Invitation, RoundProgram } from "@/lib/express-entry/draws/invited";
import type { PublishedRoundDto } from "./types";

/** Express Entry's first round of invitations. */
export const FIRST_ROUND_DATE = "2015-01-31";

/** A client this many points under the cut-off, or closer, is shown as a near miss. */
export const NEAR_MISS_POINTS = 20;

export const ROUND_PROGRAMS = [
  "general",
  "CEC",
  "FSW",
  "FST",
  "PNP",
  "french",
  "healthcare",
  "stem",
  "trades",
  "agriculture",
  "education",
  "transport",
  "physicians",
  "senior_managers",
  "researchers",
  "military",
] as const satisfies readonly RoundProgram[];

export const ROUND_PROGRAM_LABELS: Readonly<Record<(typeof ROUND_PROGRAMS)[number], string>> = {
  general: "General, all programs",
  CEC: "Canadian Experience Class",
  FSW: "Federal Skilled Worker",
  FST: "Federal Skilled Trades",
  PNP: "Provincial Nominee Program",
  french: "French-language proficiency",
  healthcare: "Healthcare and social services",
  stem: "STEM",
  trades: "Trades",
  agriculture: "Agriculture and agri-food",
  education: "Education",
  transport: "Transport",
  physicians: "Physicians with Canadian experience",
  senior_managers: "Senior managers with Canadian experience",
  researchers: "Researchers with Canadian experience",
  military: "Skilled military recruits",
};

function points(count: number): string {
  return count === 1 ? "1 point" : `${count} points`;
}

/** Whole seconds as people say them: "1 second", "2 min 13 s", "4 d 2 h 11 min". */
function spanInWords(seconds: number): string {
  if (seconds === 1) return "1 second";
  if (seconds < 60) return `${seconds} seconds`;
  const days = Math.floor(seconds / 86_400);
  const hours = Math.floor((seconds % 86_400) / 3_600);
  const minutes = Math.floor((seconds % 3_600) / 60);
  if (days > 0) return `${days} d ${hours} h ${minutes} min`;
  return hours > 0 ? `${hours} h ${minutes} min` : `${minutes} min ${seconds % 60} s`;
}

/** Why a round reached a profile or did not, in words. */
export function reasonInWords(invitation: Invitation, submittedAt: Date, tieBreakAt: Date | null): string {
  switch (invitation.reason) {
    case "above_cut_off":
      return `${points(invitation.margin)} over`;
    case "at_cut_off_before_tie_break": {
      const early = Math.floor(((tieBreakAt?.getTime() ?? 0) - submittedAt.getTime()) / 1000);
      return early === 0 ? "Equal, the same second" : `Equal, earlier by ${spanInWords(early)}`;
    }
    case "at_cut_off_no_tie_break_published":
      return "Equal; no tie-break was published";
    case "at_cut_off_after_tie_break":
      return `Equal, later by ${spanInWords(invitation.secondsLate ?? 0)}`;
    case "below_cut_off":
      return `${points(-invitation.margin)} short`;
    case "not_in_round":
      return "Not in this round";
  }
}

/** A class or category in words; an unknown key is shown as it is. */
export function programLabel(program: string): string {
  return ROUND_PROGRAMS.some((known) => known === program)
    ? ROUND_PROGRAM_LABELS[program as keyof typeof ROUND_PROGRAM_LABELS]
    : program;
}

const PROGRAM_ROUNDS: readonly string[] = ["general", "CEC", "FSW", "FST", "PNP"];

/** Whether a round was for a category rather than for a program. */
export function isCategoryRound(program: string): boolean {
  return !PROGRAM_ROUNDS.includes(program);
}

interface TypedRound {
  date: string;
  at: Date | null;
  tieBreakAt: Date | null;
}

/** What cannot be of a round as it was typed, by field. `today` in the firm's zone. */
export function roundFaults({ date, at, tieBreakAt }: TypedRound, today: string): Record<string, string> {
  const faults: Record<string, string> = {};
  if (date > today) faults.date = "A round cannot be in the future.";
  if (date < FIRST_ROUND_DATE) faults.date = "The first round was on 31 Jan 2015.";
  // Its day is that of Ottawa; in UTC it can be the next one.
  if (at && Math.abs(at.getTime() - Date.parse(`${date}T12:00:00Z`)) > 36 * 3_600_000)
    faults.at = "The time of the round is not on its day.";
  if (tieBreakAt && tieBreakAt.toISOString().slice(0, 10) > date)
    faults.tieBreakAt = "The tie-break is the submission time of a profile: it cannot be after the round.";
  return faults;
}

export interface PoolBand {
  /** `501 to 600`. */
  label: string;
  count: number;
  /** Candidates in this band and all above it. */
  above: number;
  /** The lowest invited score lies in it. */
  holdsLowest: boolean;
}

/** The pool as IRCC published it, highest scores first; empty where it published none. */
export function poolBands({ pool, lowestCrs }: Pick<PublishedRoundDto, "pool" | "lowestCrs">): PoolBand[] {
  const bands = Object.entries(pool ?? {})
    .map(([band, count]) => {
      const [from = 0, to = 0] = band.split("-").map(Number);
      return { from, to, count };
    })
    .sort((a, b) => b.from - a.from);
  let above = 0;
  return bands.map(({ from, to, count }) => {
    above += count;
    return { label: `${from} to ${to}`, count, above, holdsLowest: from <= lowestCrs && lowestCrs <= to };
  });
}
