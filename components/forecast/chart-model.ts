/** What the forecast chart draws, in the words it is drawn with. Derived on the server; knows no rule and no pixel. */
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";

export interface ChartStep {
  from: IsoDate;
  /** null: not in the pool from then on. */
  score: number | null;
}

export interface ChartChange {
  on: IsoDate;
  /** Points gained, negative when lost. */
  points: number;
  /** `turns 31`. */
  label: string;
}

export interface ChartSeries {
  /** `A` is the file as it stands; the others are scenarios. */
  letter: string;
  /** A word or two for the end of its line: `CELPIP 10`. */
  name: string;
  /** In order; the first begins where the line begins. */
  steps: readonly ChartStep[];
  /** What is labelled on the line. */
  changes: readonly ChartChange[];
  /** Said where the line leaves the pool for good: `338 without a test`. */
  ending: string | null;
}

/** A kind of round that the client can be invited in, or could be with a scenario. */
export interface ChartRounds {
  key: string;
  /** `CEC`. */
  name: string;
  /** Recorded rounds in the picture, oldest first. */
  rounds: readonly { date: IsoDate; lowestCrs: number }[];
  /** `range since April`, `only with NCLC 7`. */
  note: string;
  /** Open to the file as it stands. */
  open: boolean;
}

export interface ChartMarker {
  on: IsoDate;
  text: string;
}

export interface ChartModel {
  /** The first and the last day drawn. */
  from: IsoDate;
  to: IsoDate;
  today: IsoDate;
  /** The day the forecast begins. */
  start: IsoDate;
  series: readonly ChartSeries[];
  rounds: readonly ChartRounds[];
  /** Where the rules change: `new CRS, 3 Nov`. */
  ruleChanges: readonly ChartMarker[];
  /** Ends of a profile, a permit: named below the axis. */
  markers: readonly ChartMarker[];
  title: string;
  description: string;
}
