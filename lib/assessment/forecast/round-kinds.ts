/** Recorded rounds beside a score: which kinds a person can be invited in, and how far the last of them was. Pure. */
import type { RoundProgram } from "@/lib/express-entry/draws/invited";
import type { ForecastStep } from "@/lib/express-entry/forecast/types";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";

/** Short enough for a label in a chart. */
const SHORT_NAMES: Readonly<Record<RoundProgram, string>> = {
  general: "General",
  CEC: "CEC",
  FSW: "FSW",
  FST: "FST",
  PNP: "PNP",
  french: "French",
  healthcare: "Healthcare",
  stem: "STEM",
  trades: "Trades",
  agriculture: "Agriculture",
  education: "Education",
  transport: "Transport",
  physicians: "Physicians",
  senior_managers: "Senior managers",
  researchers: "Researchers",
  military: "Military",
};

export interface RecordedRound {
  program: RoundProgram;
  date: IsoDate;
  lowestCrs: number;
}

/** The recent rounds of one kind. */
export interface RoundKind {
  program: RoundProgram;
  name: string;
  /** Oldest first; never empty. */
  rounds: readonly { date: IsoDate; lowestCrs: number }[];
  last: { date: IsoDate; lowestCrs: number };
}

/** Rounds by kind; kinds in the order in which an invitation takes programs, then categories as they come. */
export function roundKinds(rounds: readonly RecordedRound[]): RoundKind[] {
  const sorted = [...rounds].sort((a, b) => a.date.localeCompare(b.date));
  const present = Object.keys(SHORT_NAMES) as RoundProgram[];
  return ["PNP" as const, ...present.filter((program) => program !== "PNP")].flatMap((program) => {
    const own = sorted
      .filter((round) => round.program === program)
      .map(({ date, lowestCrs }) => ({ date, lowestCrs }));
    const last = own.at(-1);
    return last ? [{ program, name: SHORT_NAMES[program], rounds: own, last }] : [];
  });
}

type Open = Pick<ForecastStep, "programs" | "categories">;

/** Whether a person who stands like this competes in rounds of a kind (rules reference 4.1). */
export function competesIn({ programs, categories }: Open, program: RoundProgram): boolean {
  if (programs.length === 0) return false;
  // A nominee is invited as a nominee only (IRPA 10.1(1.1)).
  if (programs.includes("PNP")) return program === "PNP";
  if (program === "general") return true;
  return programs.some((own) => own === program) || categories.some((own) => own === program);
}

/** How far a score was from the last round of a kind. */
export interface Margin {
  /** Score less cut-off; negative when short. */
  points: number;
  /** The kind it is measured by: the class an invitation would be for, unless only another kind is reached. */
  kind: RoundKind;
  /** Every kind that is open, the measured one first. */
  kinds: readonly RoundKind[];
}

/** null: under no program on that day, or no round of an open kind is recorded. */
export function marginOf(score: number, step: Open, kinds: readonly RoundKind[]): Margin | null {
  const open = kinds.filter(({ program }) => competesIn(step, program));
  const [first, ...others] = open;
  if (!first) return null;
  const easiest = others.reduce(
    (kept, kind) => (kind.last.lowestCrs < kept.last.lowestCrs ? kind : kept),
    first,
  );
  const own = open.find(({ program }) => step.programs.some((one) => one === program)) ?? first;
  const kind = score >= own.last.lowestCrs ? own : easiest;
  return {
    points: score - kind.last.lowestCrs,
    kind,
    kinds: [kind, ...open.filter((one) => one !== kind)],
  };
}
