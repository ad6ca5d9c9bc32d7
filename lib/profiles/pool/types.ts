import type { RoundProgram } from "@/lib/express-entry/draws/invited";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";

/** Score and classes that hold from a day to another. */
export interface StandingStep {
  from: IsoDate;
  to: IsoDate;
  score: number;
  classes: string[];
}

/** A day on which score or classes change. */
export interface StandingChange {
  on: IsoDate;
  /** Score after less score before. */
  points: number;
  /** `turns 30`, `CELPIP ends`. */
  label: string;
  /** No program is left from this day on. */
  leavesPool: boolean;
}

/** What a round of late asked for. */
export interface RecentRound {
  id: string;
  program: RoundProgram;
  date: IsoDate;
  lowestCrs: number;
  tieBreakAt: Date | null;
}

/** How many of the viewer's clients have a score, for the slider. */
export interface ScoreCount {
  score: number;
  count: number;
}
