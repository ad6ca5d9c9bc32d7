import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";

/** A stretch of days on which somebody is away, both ends included, and who has their cases meanwhile. */
export interface LeaveSpan {
  userId: string;
  fromOn: IsoDate;
  toOn: IsoDate;
  /** Null: nobody was named. */
  coverUserId: string | null;
}

/** Who has somebody's work on a day. */
export interface Presence {
  userId: string;
  /** The leave of that day; null: at work. */
  leave: LeaveSpan | null;
  /**
   * Who has the work: the person, or while they are away their cover, or the cover's cover where that one is away too.
   * Null: nobody who is at work.
   */
  standInId: string | null;
}
