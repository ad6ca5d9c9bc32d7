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

/** A task as it is stored. */
export interface TaskRow {
  id: string;
  caseId: string;
  clientId: string;
  requirementId: string | null;
  deadlineId: string | null;
  title: string;
  note: string | null;
  assigneeId: string;
  dueOn: IsoDate | null;
  repeat: TaskRepeat;
  repeatFrom: IsoDate | null;
  repeatUntil: IsoDate | null;
  origin: TaskOrigin;
  state: TaskState;
  settledAt: Date | null;
  settledBy: string | null;
  settledReason: string | null;
  createdBy: string | null;
  createdAt: Date;
  version: number;
}

/** A task as the case shows it, with the names of who and what. */
export interface CaseTask extends Pick<
  TaskRow,
  | "id"
  | "title"
  | "note"
  | "assigneeId"
  | "dueOn"
  | "repeat"
  | "repeatUntil"
  | "state"
  | "settledReason"
  | "version"
> {
  assignee: string;
  /** The item or the clock it hangs on; null: the case itself. */
  on: { kind: "item" | "clock"; id: string; title: string } | null;
  /** Who added it, or why the product did. */
  from: string;
  settled: { by: string | null; at: Date } | null;
}

/** A choice of a form. */
export interface TaskChoice {
  id: string;
  name: string;
}

/** What a form about tasks of one case offers. */
export interface TaskChoices {
  caseId: string;
  today: IsoDate;
  ownerId: string;
  assignees: TaskChoice[];
  items: TaskChoice[];
  clocks: TaskChoice[];
}

export interface CaseTasks {
  today: IsoDate;
  timeZone: string;
  open: CaseTask[];
  /** Done and dropped ones, the newest first. */
  settled: CaseTask[];
  /** More settled ones than are shown. */
  more: boolean;
  choices: TaskChoices;
  allowed: { write: boolean };
}
