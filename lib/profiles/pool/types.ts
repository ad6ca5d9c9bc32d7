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

/** A client who begins or ceases to be reached by a recent cut-off. */
export interface Crossing {
  direction: "falls" | "rises";
  /** The profile's year is over: the score stays, the place in the pool does not. */
  isYearsEnd: boolean;
  on: IsoDate;
  roundId: string;
  /** What moves them, as far as it is known. */
  label: string;
  points: number;
  scoreBefore: number;
  scoreAfter: number;
}

export const RADAR_DAYS = [30, 90, 180] as const;
export type RadarDays = (typeof RADAR_DAYS)[number];

/** One client on the radar. */
export interface RadarLine extends Crossing {
  caseId: string;
  number: string;
  displayName: string;
  ownerName: string;
  /** `CEC 518, 29 Sep 2026`. */
  round: string;
  lowestCrs: number;
  /** The one thing that would help; null: still being worked out, or nothing to do but wait. */
  advice: string | null;
}

export interface RadarPage {
  today: IsoDate;
  days: RadarDays;
  falls: RadarLine[];
  rises: RadarLine[];
  /** Clients in the pool who were looked at. */
  looked: number;
  /** Of them, not computed yet. */
  waiting: number;
  /** More than the page shows. */
  truncated: boolean;
}

/** How many of the viewer's clients have a score, for the slider. */
export interface ScoreCount {
  score: number;
  count: number;
}
