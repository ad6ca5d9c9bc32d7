import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";

/** The score of a day gone by, by the facts as they stood then. */
export interface StandingAsOf {
  day: IsoDate;
  /** Fields that were changed since. */
  changes: number;
  /** null: nothing was known that could be scored. */
  score: number | null;
}
