import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";

export type TaskState = "open" | "done" | "dropped";

export type TaskRepeat = "none" | "daily" | "weekly" | "monthly";

/** What made a task: somebody by hand, the one before it in its series, or what in the background found it needed. */
export type TaskOrigin =
  | "person"
  | "repeat"
  | "mail_bounce"
  | "silent_client"
  | "escalation"
  | "letter"
  | "message"
  | "process"
  | "closing";

/** A task to be written: on a case, and where it says so on one item or one clock of that case. */
export interface NewTask {
  title: string;
  note?: string | null;
  /** Null: whoever owns the case now. */
  assigneeId?: string | null;
  /** A calendar date in the firm's zone. */
  dueOn?: IsoDate | null;
  requirementId?: string | null;
  deadlineId?: string | null;
  repeat?: TaskRepeat;
  /** The last day on which a next one may fall due; null: without end. */
  repeatUntil?: IsoDate | null;
  origin: TaskOrigin;
  /**
   * What makes this one task, such as `bounce:<mail id>`: a second writing with the same key finds it there and does
   * nothing, also when it is done meanwhile. Null for what a person adds.
   */
  originKey?: string | null;
}
