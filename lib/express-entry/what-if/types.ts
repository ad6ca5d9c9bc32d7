/** The answers of what-if: a scenario, and the single improvements of a person. Plain data. */
import type { Category } from "../draws/categories";
import type { Program } from "../eligibility/criterion";
import type { BestScore, Forecast, ForecastOptions, PoolStanding } from "../forecast/types";
import type { FactChange } from "./changes";
import type { EffortTable, ImprovementKind } from "./effort";

export interface WhatIfOptions extends ForecastOptions {
  /** The forecast of the file as it stands, where it is known already: it must be of the same facts and dates. */
  asItStands?: Forecast;
  effort?: EffortTable;
}

/** Points of a difference: `50 for French`, `12 second language`, `30 lost to the cap`. */
export interface DifferencePart {
  /** Id of a line, `<section>.cap`, or `total.cap`. */
  id: string;
  label: string;
  points: number;
}

export interface WhatIf {
  changes: FactChange[];
  /** `CELPIP 10 in all four`. */
  title: string;
  /** Score on the first day. */
  score: number;
  best: BestScore;
  /** Best less the best of the file as it stands. */
  gained: number;
  /** What `gained` is made of; adds up to it. */
  parts: DifferencePart[];
  /** `50 for French, 12 second language`; empty when nothing differs. */
  madeOf: string;
  /** Programs and categories open on some day with the changes and on none without, and the reverse. */
  opens: { programs: Program[]; categories: Category[] };
  closes: { programs: Program[]; categories: Category[] };
  /** Days in the pool more (or less) than as it stands. */
  daysInPool: { asItStands: number; withChanges: number };
  standing: PoolStanding;
  /** The longest of its parts, which go on side by side. */
  weeks: number;
  /** Whole Canadian dollars. */
  cost: number;
  forecast: Forecast;
}

/** What has to be done again for things to stay as they are. */
export interface Renewal {
  change: FactChange;
  /** `CELPIP again by 17 Oct 2027`. */
  text: string;
}

export interface Improvement {
  /** Stable within a person: `retest_english:10`. */
  id: string;
  kind: ImprovementKind;
  /** Only one of a group can be done. */
  group: string;
  title: string;
  /** `50 for French, 12 second language`; or why nothing is gained. */
  detail: string;
  /** What `whatIf` is given, with the renewals where there are any. */
  changes: FactChange[];
  /** Tests and ECAs that end before it helps and have to be done again. */
  renewals: Renewal[];
  /** Best with it less best as it stands; where it needs renewals, less the best with these alone. */
  gained: number;
  best: BestScore;
  /** What `gained` is made of; adds up to it. */
  parts: DifferencePart[];
  opens: { programs: Program[]; categories: Category[] };
  /** Days in the pool beyond those of the file as it stands. */
  daysGained: number;
  /** Without the renewals. */
  weeks: number;
  /** Whole Canadian dollars, without the renewals. */
  cost: number;
  pointsPerWeek: number;
  /** Against `cutOff`; null where none was given. */
  reaches: boolean | null;
}

export interface RankOptions extends WhatIfOptions {
  /** The lowest score of a round to reach. */
  cutOff?: number;
}

export interface CutOffAnswer {
  score: number;
  /** Ids of the improvements that reach it alone. */
  alone: string[];
  /** Best of all the others together; null where there are no others. */
  othersTogether: number | null;
  /** `Three reach 518 alone: …. The other four together reach 510.` */
  words: string;
}

export interface Ranking {
  asItStands: Forecast;
  /** By points a week, ties by points. */
  improvements: Improvement[];
  /** With a cut-off: which reach it alone, and what all the others reach together (null: there are none). */
  cutOff: CutOffAnswer | null;
  /** Where weeks and costs come from. */
  effort: { asOf: string; label: string };
}
