import type { DeadlineKind, DeadlineState } from "@/lib/deadlines/types";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";

/** What a feed holds: what the person has in hand, or every case they see. */
export type FeedScope = "own" | "all";

/** What a feed is asked for, and the language of its reader. */
export interface FeedWish {
  scope: FeedScope;
  withNames: boolean;
  locale: string;
}

/** A clock as a feed carries it. */
export interface FeedDeadline {
  id: string;
  number: string;
  displayName: string;
  kind: DeadlineKind;
  title: string;
  rule: string;
  dueOn: IsoDate;
  hard: boolean;
  state: DeadlineState;
  changedAt: Date;
  version: number;
}

/** A calendar before it is written as iCalendar: titles are in the reader's language already. */
export interface Calendar {
  name: string;
  /** IANA zone in which its dates are counted. */
  timeZone: string;
  /** Of the product, for the ids of events: they never change. */
  host: string;
  language: string;
  events: CalendarEvent[];
}

export interface CalendarEvent {
  id: string;
  title: string;
  description: string;
  url: string | null;
  on: IsoDate;
  cancelled: boolean;
  changedAt: Date;
  /** 0 for what never changed. */
  sequence: number;
}

/** A person's feed as its page shows it; the address itself is shown once, when it is made. */
export interface FeedSummary {
  id: string;
  scope: FeedScope;
  withNames: boolean;
  createdAt: Date;
  lastFetchedAt: Date | null;
}

export interface FeedScreen {
  feed: FeedSummary | null;
  timeZone: string;
  /** A manager may have every case; others have what they see. */
  allowed: { all: boolean };
}
