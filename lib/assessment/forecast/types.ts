import type { Category } from "@/lib/express-entry/draws/categories";
import type { Program } from "@/lib/express-entry/eligibility/criterion";
import type { BestScore, Forecast, ForecastStep } from "@/lib/express-entry/forecast/types";
import type { RoundProgram } from "@/lib/express-entry/draws/invited";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import type { FactChange } from "@/lib/express-entry/what-if/changes";
import type { Ranking } from "@/lib/express-entry/what-if/types";

export type Query = Readonly<Record<string, string | string[] | undefined>>;

export type Study = "one_year" | "two_year" | "bachelor" | "master" | "doctorate" | "eca";
export type Work = "permit" | "canada" | "abroad" | "ends";
export type Spouse = "stays" | "comes" | "retest" | "union";

/** Level of a test in each ability: `l`, `r`, `w`, `s` where one differs from the level in all four. */
export interface LevelChoice {
  all: number;
  listening: number;
  reading: number;
  writing: number;
  speaking: number;
  on: IsoDate | null;
}

export interface Choices {
  /** The first day of the forecast; null: today. */
  from: IsoDate | null;
  english: LevelChoice | null;
  french: LevelChoice | null;
  education: { study: Study; abroad: boolean; on: IsoDate | null; fullTime: boolean } | null;
  work: { what: Work; on: IsoDate | null; until: IsoDate | null } | null;
  nomination: { province: string; on: IsoDate | null } | null;
  spouse: { what: Spouse; on: IsoDate | null; level: number | null } | null;
  /** Improvements taken from the list, by their ids. */
  add: readonly string[];
}

export interface RecordedRound {
  program: RoundProgram;
  date: IsoDate;
  lowestCrs: number;
}

/** The recent rounds of one kind. */
export interface RoundKind {
  program: RoundProgram;
  name: string;
  /** Oldest first; never empty. */
  rounds: readonly { date: IsoDate; lowestCrs: number }[];
  last: { date: IsoDate; lowestCrs: number };
}

/** How far a score was from the last round of a kind. */
export interface Margin {
  /** Score less cut-off; negative when short. */
  points: number;
  /** The kind it is measured by: the class an invitation would be for, unless only another kind is reached. */
  kind: RoundKind;
  /** Every kind that is open, the measured one first. */
  kinds: readonly RoundKind[];
}

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
  /** What one thing alone would do; null where that matters no more, which `notRanked` says. */
  ranking: Ranking | null;
  notRanked: string | null;
  /** What the weeks and costs are. */
  effortLabel: string;
  /** Days on which another ruleset comes into force. */
  rulesets: readonly { on: IsoDate; hasValues: boolean }[];
  /** The figures are those of an older ruleset, and of which; null where they are IRCC's current ones. */
  superseded: { from: IsoDate; to: IsoDate; missing: IsoDate } | null;
}
