/** Rounds against profiles: words and limits. Pure. */
import { counted } from "@/lib/express-entry/counted";
import type { Invitation, RoundProgram } from "@/lib/express-entry/draws/invited";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { endOfDayInZone } from "@/lib/express-entry/timing/zone";
import type { PublishedRoundDto } from "./types";

/** Where IRCC holds its rounds and dates them. */
const OTTAWA = "America/Toronto";

/** Express Entry's first round of invitations. */
export const FIRST_ROUND_DATE = "2015-01-31";

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

/** Whole seconds as people say them: "1 second", "2 min 13 s", "4 d 2 h 11 min". */
function spanInWords(seconds: number): string {
  if (seconds < 60) return counted(seconds, "second");
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
      return `${counted(invitation.margin, "point")} over`;
    case "at_cut_off_before_tie_break": {
      const early = Math.floor(((tieBreakAt?.getTime() ?? 0) - submittedAt.getTime()) / 1000);
      return early === 0 ? "Equal, the same second" : `Equal, earlier by ${spanInWords(early)}`;
    }
    case "at_cut_off_no_tie_break_published":
      return "Equal; no tie-break was published";
    case "at_cut_off_after_tie_break":
      return `Equal, later by ${spanInWords(invitation.secondsLate ?? 0)}`;
    case "below_cut_off":
      return `${counted(-invitation.margin, "point")} short`;
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

/** `CEC`; a category by its name. */
export function shortLabel(program: string): string {
  return program.length <= 3 ? program : programLabel(program);
}

const PROGRAM_ROUNDS: readonly string[] = ["general", "CEC", "FSW", "FST", "PNP"];

/** Whether a round was for a category rather than for a program. */
export function isCategoryRound(program: string): boolean {
  return !PROGRAM_ROUNDS.includes(program);
}

interface Limits {
  min: number;
  max: number;
  /** What a value outside them is told. */
  fault: string;
}

/** What a round can say of its size and its lowest score, typed or read from a file. */
export const ROUND_LIMITS = {
  invitations: { min: 1, max: 100_000, fault: "A round has 1 to 100,000 invitations." },
  lowestCrs: { min: 1, max: 1200, fault: "A CRS score is 1 to 1,200." },
} as const satisfies Record<string, Limits>;

interface RoundTimes {
  date: IsoDate;
  at: Date | null;
  tieBreakAt: Date | null;
}

/** What cannot be of the times of a round, typed or read from a file, by field. `today` in the firm's zone. */
export function roundFaults({ date, at, tieBreakAt }: RoundTimes, today: IsoDate): Record<string, string> {
  const faults: Record<string, string> = {};
  if (date > today) faults.date = "A round cannot be in the future.";
  if (date < FIRST_ROUND_DATE) faults.date = "The first round was on 31 Jan 2015.";
  // Half a day on either side of its day: in UTC a round of the evening is on the next one.
  if (at && Math.abs(at.getTime() - Date.parse(`${date}T12:00:00Z`)) > 36 * 3_600_000)
    faults.at = "The time of the round is not on its day.";
  if (tieBreakAt && tieBreakAt > (at ?? endOfDayInZone(date, OTTAWA)))
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

/** Bands such as `501-600` with their counts, highest scores first: a row of the database has them in no order. */
export function bandsInOrder(pool: Readonly<Record<string, number>>): [band: string, count: number][] {
  return Object.entries(pool).sort(([a], [b]) => parseInt(b, 10) - parseInt(a, 10));
}

/** The pool as IRCC published it, highest scores first; empty where it published none. */
export function poolBands({ pool, lowestCrs }: Pick<PublishedRoundDto, "pool" | "lowestCrs">): PoolBand[] {
  const bands = bandsInOrder(pool ?? {}).map(([band, count]) => {
    const [from = 0, to = 0] = band.split("-").map(Number);
    return { from, to, count };
  });
  let above = 0;
  return bands.map(({ from, to, count }) => {
    above += count;
    return { label: `${from} to ${to}`, count, above, holdsLowest: from <= lowestCrs && lowestCrs <= to };
  });
}
