import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import type { ScoreReason } from "../types";

/** A change of a file's score, and why. */
export interface ScoreChange {
  id: string;
  /** The day the score is for. */
  on: IsoDate;
  /** null: there was nothing to score any more. */
  score: number | null;
  /** null: it was the first. */
  previous: number | null;
  rulesetId: string;
  /** By rules of before, as those of the day had no values. */
  superseded: boolean;
  reason: ScoreReason;
}
