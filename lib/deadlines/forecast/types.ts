import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";

/** Days at 0, 1/64, … 1 of all cases; never falling. */
export type Quantiles = Float64Array;

export type OpenState = "to_request" | "requested" | "received" | "in_review" | "returned";

/** Where the days of an item come from; the screens say it beside every forecast. */
export type DurationSource =
  /** The firm's own closed items of this kind (and country). */
  | { from: "own"; files: number }
  /** Too few of them: the lead time of the line, with a stated spread. */
  | { from: "shipped" | "entered"; days: number };

/** How long the steps of one item take, in days. */
export interface StepDurations {
  /** From asking to having it, translation included. */
  obtain: Quantiles;
  /** From having it to the firm's decision. */
  review: Quantiles;
  /** How many of a hundred, as a share, are sent back once. */
  returnShare: number;
  /** From a return to having it again. */
  redo: Quantiles;
  source: DurationSource;
}

/** An open item of a window's checklist, as the forecast needs it. */
export interface OpenItem {
  /** Stable within its case; part of the seed. */
  id: string;
  kind: string;
  personId: string | null;
  country: string | null;
  title: string;
  personName: string | null;
  state: OpenState;
  /** The line's own lead time: shipped, or the firm's. Days. */
  leadDays: number;
  /** Date of the request, of the receipt, or of the return; null before the first. */
  since: IsoDate | null;
}

export interface TimedItem extends OpenItem {
  durations: StepDurations;
  /** Not asked for before this day; null: as soon as the firm gets to it. */
  plannedStart: IsoDate | null;
}

/** What one window is judged by. */
export interface ForecastInput {
  /** Of the seed: the same case on the same day has the same forecast. */
  caseId: string;
  today: IsoDate;
  /** The last day, or the earlier day on which an accepted document stops counting. */
  lastDay: IsoDate;
  /** Day 50, or `lastDay` where that is earlier. */
  targetDay: IsoDate;
  /** Everything is signed off: only the sending is left. */
  signedOff: boolean;
}

/** How one open item stands in the forecast. */
export interface ItemForecast {
  id: string;
  /** Half of the runs have it accepted by this day. */
  likely: IsoDate;
  /** Latest day for its next step (to ask, to have it, to review) that keeps 90 % of the runs within the last day. */
  latest: IsoDate;
  source: DurationSource;
  /** Share of the runs in which it decides the finish. */
  decides: number;
}

/** When the whole application is likely complete. Dates are calendar dates in the firm's zone. */
export interface CompletionForecast {
  /** 10 %, half and 90 % of the runs are complete by these days. */
  early: IsoDate;
  likely: IsoDate;
  late: IsoDate;
  /** Chance, 0 to 1, of being complete by day 50, and by the last day. */
  byTarget: number;
  byLastDay: number;
  /** Open items, the most often deciding first. */
  items: ItemForecast[];
}
