import type { ClockKind, ClockName } from "@/lib/express-entry/timing/clock-catalogue";
import type { CompletionForecast } from "./forecast/types";

export type DeadlineKind = ClockKind;

export type DeadlineState = "open" | "met" | "missed" | "void";

/** A clock to be set: a calendar date in a named zone, with where it comes from. */
export interface DeadlineToSet {
  /** Which of the catalogue: its kind and its class are written there. */
  clock: ClockName;
  title: string;
  sourceKind: string;
  sourceId: string;
  startDate: string | null;
  timeZone: string;
  /** The formula in words, as the catalogue says it. */
  rule: string;
  dueOn: string;
  /** The letter that the date was read from: a document of the same case. */
  sourceDocumentId?: string;
  /** Who answers for it, an active colleague. Left out, a clock keeps the person it has: at first the case's owner. */
  ownerId?: string;
}

export type WindowRisk = "past_saving" | "at_risk" | "on_track";

/** Latest day to ask for an item that nobody has asked for. */
export interface SafeStart {
  on: string;
  title: string;
  missed: boolean;
}

/** Something to ask a client for this week. */
export interface Ask {
  /** The item's id. */
  id: string;
  title: string;
  what: string;
  by: string;
}

export interface WindowVerdict {
  risk: WindowRisk;
  /** The chance in words: `Likely late`. */
  words: string;
  /** Null while there is no checklist. */
  forecast: CompletionForecast | null;
  /** The document that decides the finish most often, or the next step where none is open. */
  decidedBy: { what: string; text: string };
  /** Where the days of the deciding document come from; null where none is open. */
  basis: string | null;
  /** Of everything that is still to be asked for, the earliest first. */
  safeStarts: SafeStart[];
  /** What the client can be asked for on the telephone, the most urgent first. */
  asks: Ask[];
}

/** One open 60-day window, as a lane of the board. */
export interface WindowLane extends WindowVerdict {
  caseId: string;
  number: string;
  displayName: string;
  stage: string;
  owner: { id: string; name: string; awayFrom: string | null; awayTo: string | null };
  invitationClass: string;
  issueDate: string;
  targetDate: string;
  deadlineDate: string;
  /** Days since the invitation; 60 on the last day. */
  day: number;
  daysLeft: number;
  /** The two dates, where IRCC's account and the count of 60 days differ. */
  shownExpiry: string | null;
  computedDeadline: string;
  /** Both keys of its date have been turned (docs/decisions/two-keys.md); until then the window runs all the same. */
  confirmed: boolean;
  required: number;
  accepted: number;
  review: number;
  returned: number;
  /** An open escalation to a manager; null: none. */
  escalation: { to: string; reason: string | null } | null;
  mayEscalate: boolean;
  /** An accepted document that ends before the window does. */
  earlierStop: { on: string; title: string } | null;
}

export interface TrendPoint {
  on: string;
  open: number;
  endingSoon: number;
}

export interface WindowBoard {
  today: string;
  timeZone: string;
  lanes: WindowLane[];
  /** Eight weeks, oldest first, today last. */
  trend: TrendPoint[];
  truncated: boolean;
  allowed: { assign: boolean };
}

/** A clock other than the 60 days. */
export interface DeadlineRow {
  id: string;
  caseId: string;
  number: string;
  displayName: string;
  ownerName: string;
  title: string;
  kind: DeadlineKind;
  rule: string;
  dueOn: string;
  daysLeft: number;
}

/** Which of the other clocks are asked for; `kind` null: all of them. */
export interface DatesAsked {
  kind: DeadlineKind | null;
  /** How far ahead. */
  days: number;
}

/** Clocks that are neither a window nor a profile, nearest first, the passed ones before. */
export interface OtherDates extends DatesAsked {
  today: string;
  timeZone: string;
  rows: DeadlineRow[];
  /** Every kind, as many as there are up to the same day. */
  counts: { kind: DeadlineKind; count: number }[];
  /** Not on the page. */
  more: number;
}
