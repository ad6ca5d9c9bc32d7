import type { Category } from "@/lib/express-entry/draws/categories";
import type { Program } from "@/lib/express-entry/eligibility/criterion";
import type { BestScore, Forecast, ForecastStep } from "@/lib/express-entry/forecast/types";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import type { FactChange } from "@/lib/express-entry/what-if/changes";
import type { Ranking } from "@/lib/express-entry/what-if/types";
import type { Choices } from "./choices";
import type { Margin, RoundKind } from "./round-kinds";

/** One line of the chart and of the table: the file as it stands, a scenario that was kept, or what is tried now. */
export interface ForecastLine {
  /** `A` is the file as it stands. */
  letter: string;
  kind: "file" | "kept" | "tried";
  name: string;
  /** What the difference is made of, or what becomes of the profile. */
  detail: string;
  best: BestScore;
  /** Best less the best of the file as it stands. */
  gained: number;
  /** Of the best score; null where no round is recorded that would be open then. */
  margin: Margin | null;
  weeks: number;
  /** Whole Canadian dollars. */
  cost: number;
  forecast: Forecast;
  changes: readonly FactChange[];
  /** Of a scenario that was kept: its row. */
  row: { id: string; version: number } | null;
}

/** What the file says now, for the fields of the screen: `CLB 9 in all four`. */
export interface PresentWords {
  english: string;
  french: string;
  education: string;
  work: string;
  nomination: string;
  spouse: string;
  /** A partner is in the file: they may stay, come, be tested; otherwise there can be a marriage. */
  hasSpouse: boolean;
}

/** The case, and what the viewer may do there. */
export interface ForecastFile {
  caseId: string;
  number: string;
  allowed: { keep: boolean };
}

/** The screen "What-if and forecast". Everything but the kept scenarios is derived. */
export interface ForecastPage extends ForecastFile {
  /** Today in the firm's zone. */
  today: IsoDate;
  /** The first day of the forecast. */
  start: IsoDate;
  choices: Choices;
  present: PresentWords;
  /** The file first, then what was kept, then what is tried. */
  lines: readonly [ForecastLine, ...ForecastLine[]];
  /** The score from the profile's first day to the start; empty without a profile. */
  history: readonly ForecastStep[];
  /** Of the first day. */
  now: {
    score: number;
    margin: Margin | null;
    programs: readonly Program[];
    categories: readonly Category[];
  };
  /** Recent rounds, by kind. */
  kinds: readonly RoundKind[];
  /** Date of the newest recorded round of any kind. */
  roundsUntil: IsoDate | null;
  ranking: Ranking;
  /** Days on which another ruleset comes into force. */
  rulesets: readonly { on: IsoDate; hasValues: boolean }[];
  /** The figures are those of an older ruleset, and of which; null where they are IRCC's current ones. */
  superseded: { from: IsoDate; to: IsoDate; missing: IsoDate } | null;
}
