import type { DeadlineKind } from "@/lib/deadlines/types";

/** Who a reminder goes to: the client's account, who answers for the clock, every managing consultant. */
export type Recipient = "client" | "responsible" | "manager";

/**
 * `sent`: told. `joined`: a tighter one that was due too said it. `spared`: there was slack enough. `void`: the clock
 * moved or ended first.
 */
export type ReminderState = "waiting" | "sent" | "joined" | "spared" | "void";

export type NoticeKind = "reminder" | "missed" | "escalation";

/** `last_days`: hardly any time is left. `missed`: the date has passed. */
export type EscalationCause = "last_days" | "missed";

export type EscalationState = "open" | "acted" | "decided" | "superseded";

/** One rung of the ladder of a kind of clock. */
export interface Rung {
  /** Days before the date; 0: the day itself, {@link MISSED}: the day after. */
  days: number;
  to: readonly Recipient[];
  /** Only where little slack is left when its time comes. */
  onlyIfTight: boolean;
  /** From here on a hard date is told every day until somebody acts or decides. */
  escalates: boolean;
}

/** A line of somebody's notices. */
export interface NoticeLine {
  id: string;
  kind: NoticeKind;
  deadlineKind: DeadlineKind;
  title: string;
  number: string;
  displayName: string;
  dueOn: string;
  /** Negative when it has passed; as of today in the clock's own zone. */
  daysLeft: number;
  createdAt: Date;
  unread: boolean;
}

/** An escalation that nobody has answered yet. */
export interface OpenEscalation {
  id: string;
  cause: EscalationCause;
  title: string;
  number: string;
  displayName: string;
  responsibleName: string;
  dueOn: string;
  daysLeft: number;
  raisedAt: Date;
  allowed: { decide: boolean };
}

export interface NoticePage {
  timeZone: string;
  lines: NoticeLine[];
  /** The keyset of the next page, or null. */
  next: { createdAt: Date; id: string } | null;
  escalations: OpenEscalation[];
}

/** Something beside the app that does not work, and since when. */
export interface OpenIncident {
  kind: "worker_silent" | "reminder_late";
  openedAt: Date;
}

/** What a client is told about a clock of theirs. */
export interface ClientReminder {
  id: string;
  kind: DeadlineKind;
  dueOn: string;
  daysLeft: number;
}
