import type { CaseStage, FirmDay } from "@/lib/cases/types";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";

export const REPORT_NAMES = ["on-time", "stages", "documents", "returns", "intake", "workload"] as const;
export type ReportName = (typeof REPORT_NAMES)[number];

/** What is counted. Each is one kind of row, and every figure is a number of such rows. */
export const FACT_SETS = [
  "ended_windows",
  "stays",
  "documents",
  "reviews",
  "enquiries",
  "open_cases",
  "open_windows",
  "waiting_reviews",
] as const;
export type FactSet = (typeof FACT_SETS)[number];

/** What the address of a report says. The days are in the firm's zone, both included. */
export interface ReportState {
  from: IsoDate;
  to: IsoDate;
  /** A consultant, or everybody one sees. */
  owner: string | null;
}

/** The days of a report as instants and dates, with the zone in which its days and months are counted. */
export interface Span {
  from: IsoDate;
  to: IsoDate;
  today: IsoDate;
  timeZone: string;
  /** First instant of the first day, and of the day after the last. */
  start: Date;
  end: Date;
}

/** Which rows a figure counts: those of the period that have all of these. */
export interface Figure {
  set: FactSet;
  /** `2026-03`. */
  month?: string;
  owner?: string;
  /** Outcome, stage, kind or source, as the set has it; "" is "not said". */
  group?: string;
  /** Country or reason. */
  part?: string;
  /** Came at least so far. */
  depth?: number;
  /** Only rows that were returned at least once. */
  returned?: true;
}

/** `percent` is of the row's own rows, `days` whole days. */
export type Unit = "count" | "percent" | "days";

export interface ReportCell {
  /** null: too few to say, or nothing to say it of. */
  value: number | null;
  unit: Unit;
  /** Of how many, where the value alone does not tell. */
  of?: number;
  /** The rows behind it; null: a figure that is of no row. */
  figure: Figure | null;
}

export interface ReportRow {
  label: string;
  cells: ReportCell[];
  /** Beneath the row before it, a part of it. */
  part?: boolean;
}

/** Bars beside each other over time, each in parts from below. */
export interface ColumnsChart {
  kind: "columns";
  parts: { label: string; look: ChartLook }[];
  columns: { label: string; values: number[]; note: string }[];
}

/** Bars under each other; `mark` is a second value on the same bar. */
export interface BarsChart {
  kind: "bars";
  unit: Unit;
  /** What the second value is, in words. */
  markLabel?: string;
  bars: { label: string; value: number; mark?: number; note: string }[];
}

export type ChartLook = "good" | "bad" | "other" | "quiet";

export interface ReportTable {
  /** Of the address of its file. */
  id: string;
  title: string;
  /** What its figures mean, in a sentence. */
  definition: string;
  /** The first is of the row's name. */
  columns: string[];
  rows: ReportRow[];
  /** The whole of which the rows are parts. */
  total: ReportRow | null;
  chart: ColumnsChart | BarsChart | null;
}

export interface ReportOwner {
  id: string;
  name: string;
  /** May be given files now. */
  isAssignable: boolean;
}

/** One sentence that says what the report comes to. */
export interface Report {
  name: ReportName;
  state: ReportState;
  day: FirmDay;
  headline: string;
  tables: ReportTable[];
  owners: { id: string; name: string }[];
  allowed: { export: boolean; filterByOwner: boolean };
}

/** One row behind a figure. */
export interface FactRow {
  id: string;
  caseId: string;
  number: string;
  displayName: string;
  ownerName: string;
  stage: CaseStage;
  on: IsoDate;
  /** Outcome, stage, kind, country or reason in words. */
  what: string;
  days: number | null;
}

export interface FactList {
  name: ReportName;
  state: ReportState;
  figure: Figure;
  /** What is counted, in words: `Submitted in time, Mar 2026`. */
  title: string;
  /** What its dates are. */
  dateLabel: string;
  daysLabel: string | null;
  rows: FactRow[];
  total: number;
  next: string | null;
  isFirst: boolean;
  owners: Report["owners"];
  allowed: { export: boolean };
}
