/** The answer of a forecast: what changes when, why, and what holds in between. Plain data. */
import type { CrsSection } from "../crs/lines";
import type { Category } from "../draws/categories";
import type { Program, ProgramVerdict, Verdict } from "../eligibility/criterion";
import type { TableOptions } from "../rule-tables";
import type { IsoDate } from "../timing/calendar-date";

export interface ForecastOptions extends TableOptions {
  /** How far to look; 24 by default. */
  months?: number;
  /** The profile in the pool, if there is one: its end is marked, nothing else depends on it. */
  profile?: { submittedAt?: Date | null; expiresAt?: Date | null };
  /** Age as of another day, frozen at an invitation (IRPA 11.2(2)(a)). */
  ageOn?: IsoDate;
  /** In which the profile's instants are dates; the default zone where none is given. */
  zone?: string;
}

/** Eligible under a program; under none; or under none for certain while a fact is not known. */
export type PoolStanding = "eligible" | "unknown" | "not_eligible";

export type CauseKind =
  | "birthday"
  /** Another whole year of Canadian work counts for the score. */
  | "canadian_work_year"
  | "foreign_work_year"
  /** Old work leaves the ten years that the score looks back. */
  | "work_leaves_window"
  /** The year that a program or a category asks for is reached. */
  | "program_work_reached"
  | "category_work_reached"
  /** It is lost: the three or five years that are looked at have moved on. */
  | "program_window"
  | "category_window"
  | "test_starts"
  | "test_expires"
  | "credential_awarded"
  | "eca_starts"
  | "eca_expires"
  | "certificate_starts"
  | "certificate_expires"
  | "nomination_accepted"
  | "nomination_expires"
  | "profile_expires"
  /** Status or work permit ends: work in Canada stops counting. */
  | "status_expires"
  | "child_turns_22"
  /** A marriage, or a common-law union's first year. */
  | "union"
  | "funds_table"
  | "ruleset"
  /** The rules change and nobody has entered their values. */
  | "ruleset_without_values"
  /** Program thresholds, the selection grid or the category lists change. */
  | "other_rules"
  /** A change of a what-if that has no date of its own among the facts. */
  | "what_if";

export interface ForecastCause {
  kind: CauseKind;
  /** For a chart: `turns 31`, `third year of Canadian work`, `CELPIP ends`. */
  label: string;
  /** For a sentence that takes or adds points: `a birthday`, `the end of the CELPIP`. */
  noun: string;
  /** For a sentence of its own: `the CELPIP ends`. */
  clause: string;
  /** What it adds or takes; the causes of a date add up to the difference of the score. */
  points: number;
  /** Whose; null for the family, the rules and the profile. */
  personId: string | null;
  /** Test, credential, ruleset, table or program it is about. */
  refId: string | null;
  /** Last day on which what ends still counted. */
  lastDay: IsoDate | null;
}

export interface LineMove {
  /** Id of the line or of the section: `core.age`, `transferability`. */
  id: string;
  section: CrsSection;
  label: string;
  before: number;
  after: number;
}

export interface CriterionMove {
  id: string;
  label: string;
  before: Verdict | null;
  after: Verdict | null;
  /** As it stands after the change. */
  figure: string;
  needs: string;
}

export interface ProgramMove {
  program: Program;
  before: ProgramVerdict;
  after: ProgramVerdict;
  criteria: CriterionMove[];
  /** `no longer eligible under CEC`. */
  label: string;
}

export interface CategoryMove {
  category: Category;
  /** null: there is no such category on that side. */
  before: Verdict | null;
  after: Verdict | null;
}

/** A date on which the score, a verdict, a category, the class or the rules change. */
export interface ForecastChange {
  on: IsoDate;
  /** Difference of the score. */
  points: number;
  scoreBefore: number;
  scoreAfter: number;
  /** Never empty. */
  causes: ForecastCause[];
  /** Lines before caps, and sections after them, that moved. */
  lines: LineMove[];
  sections: LineMove[];
  programs: ProgramMove[];
  categories: CategoryMove[];
  invitationClass: { before: Program | null; after: Program | null };
  standing: { before: PoolStanding; after: PoolStanding };
  /** `leaves_pool`: eligible the day before, now under no program for certain. */
  pool: "leaves_pool" | "enters_pool" | null;
  /** The whole date in one line: `CELPIP ends: −149, no longer eligible under CEC, leaves the pool`. */
  text: string;
}

/** A date to watch on which no figure moves: the profile or a permit ends, a child turns 22. */
export type ForecastMarker = ForecastCause & {
  on: IsoDate;
  /** `profile ends 16 Jun 2027, renew`. */
  text: string;
};

/** Days on which nothing changes. */
export interface ForecastStep {
  from: IsoDate;
  /** Both included. */
  to: IsoDate;
  score: number;
  /** The figures are those of an older ruleset. */
  superseded: boolean;
  rulesetId: string;
  verdicts: Record<Program, ProgramVerdict>;
  /** Programs the person is eligible under. */
  programs: Program[];
  /** Categories the person is in. */
  categories: Category[];
  invitationClass: Program | null;
  standing: PoolStanding;
}

export interface BestScore {
  score: number;
  /** First day and last day in a row with it. */
  on: IsoDate;
  until: IsoDate;
  /** False when it is reached only while under no program. */
  inPool: boolean;
}

export interface Forecast {
  from: IsoDate;
  /** Last day looked at. */
  to: IsoDate;
  /** Score on `from`. */
  score: number;
  steps: ForecastStep[];
  changes: ForecastChange[];
  markers: ForecastMarker[];
  /** While in the pool if it ever is, otherwise of all days. */
  best: BestScore;
  /** The first day out after having been eligible, its eve, and why; null if that does not come. */
  leavesPool: { on: IsoDate; lastDay: IsoDate; cause: ForecastCause } | null;
  /** The first day of being eligible, where it is not so from the start. */
  entersPool: IsoDate | null;
  /** `A birthday takes 6, a year of work adds 11, then the CELPIP ends and the profile leaves the pool`. */
  summary: string;
  /** What must be said where the figures are not under the rules of their date; null otherwise. */
  notice: string | null;
  /** What the forecast takes for granted or could not know, a sentence each. */
  assumptions: string[];
}
