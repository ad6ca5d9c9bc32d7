import type { CompletionForecast } from "../forecast/types";
import type { WindowLane, WindowRisk } from "../types";

export type Waiting = "client" | "us" | "nothing";
export type GroupBy = "risk" | "consultant";

/** What an address asks for of the board; null: all. */
export interface BoardAsked {
  waiting: Waiting | null;
  group: GroupBy;
  /** Id of the owner. */
  consultant: string | null;
  risk: WindowRisk | null;
  program: string | null;
  /** At most so many days left. */
  left: number | null;
  /** Only the windows whose date waits for its second key. */
  date: "unconfirmed" | null;
}

/** What the board shows of a lane, and no more: it is sent to the browser for each of up to 500. */
export interface BoardLane extends Pick<
  WindowLane,
  | "caseId"
  | "number"
  | "displayName"
  | "owner"
  | "risk"
  | "words"
  | "decidedBy"
  | "basis"
  | "issueDate"
  | "targetDate"
  | "deadlineDate"
  | "daysLeft"
  | "shownExpiry"
  | "computedDeadline"
  | "confirmed"
  | "required"
  | "accepted"
  | "escalation"
  | "mayEscalate"
  | "earlierStop"
  | "safeStarts"
> {
  forecast: Omit<CompletionForecast, "items"> | null;
  /** The item that decides; null: none is open. */
  itemId: string | null;
}

interface CallEntry {
  lane: WindowLane;
  clientName: string;
  phone: string | null;
  /** The last message either way, or the client's last look at the portal, whichever is later. */
  lastContact: Date | null;
}

export interface CallList {
  today: string;
  timeZone: string;
  asked: BoardAsked;
  calls: CallEntry[];
}

export interface MonthEntry {
  id: string;
  number: string;
  displayName: string;
  title: string;
  hard: boolean;
  dueOn: string;
}

export interface DeadlineMonth {
  /** `2026-12`. */
  month: string;
  previous: string;
  next: string;
  today: string;
  timeZone: string;
  /** Monday to Sunday, whole weeks. */
  weeks: { on: string; inMonth: boolean; entries: MonthEntry[] }[][];
  count: number;
  /** There were more than a page holds. */
  truncated: boolean;
}
