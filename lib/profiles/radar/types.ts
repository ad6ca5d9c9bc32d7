import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";

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
