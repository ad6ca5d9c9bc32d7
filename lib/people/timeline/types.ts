import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";

export type LaneKind = "address" | "work" | "study";

/** Where something stands on the line, in per cent of the ten years. */
export interface Place {
  left: number;
  width: number;
}

export interface Bar extends Place {
  id: string;
  label: string;
  from: IsoDate;
  /** null: it goes on. */
  to: IsoDate | null;
  /** Entries at the same time stand under one another. */
  row: number;
}

export interface Lane {
  kind: LaneKind;
  rows: number;
  bars: readonly Bar[];
}

export type FindingKind = "no_address" | "no_activity" | "two_addresses" | "two_jobs" | "work_during_study";

/** A time that nobody accounted for, or that is accounted for twice. */
export interface Finding extends Place {
  kind: FindingKind;
  /** Stands on the drawing and before its words, from 1. */
  mark: number;
  from: IsoDate;
  /** null: it goes on. */
  to: IsoDate | null;
  /** The entries of an overlap, by label and id; none of a gap. */
  entries: readonly { id: string; label: string }[];
}

/** The last ten years of one adult, or those since 18, as they are drawn. */
export interface TenYears {
  personId: string;
  from: IsoDate;
  to: IsoDate;
  years: readonly { year: number; left: number }[];
  lanes: readonly Lane[];
  findings: readonly Finding[];
}
