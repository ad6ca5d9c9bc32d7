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

/** An open hard clock, as the check of a leave needs it. */
export interface HardClock {
  /** Who answers for it. */
  responsibleId: string;
  number: string;
  title: string;
  dueOn: IsoDate;
}

/** A leave as the screen shows it. */
export interface LeaveLine extends LeaveSpan {
  id: string;
  name: string;
  cover: string | null;
  note: string | null;
  version: number;
  /** It lasts today. */
  now: boolean;
  allowed: { change: boolean };
}

/** A clock that nobody at work has on its day, as things are entered. */
export interface UncoveredClock extends HardClock {
  responsible: string;
}

export interface LeaveScreen {
  today: IsoDate;
  viewerId: string;
  /** Leaves that are not over, the nearest first. */
  leaves: LeaveLine[];
  /** For whom the viewer may enter a leave; themselves first. */
  people: { id: string; name: string }[];
  /** Who can stand in: active consultants and managers. */
  covers: { id: string; name: string }[];
  /** Hard clocks that fall on a day on which nobody at work has them; for managers and administrators. */
  uncovered: UncoveredClock[];
}
