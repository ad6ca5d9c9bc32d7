import type { CaseStage } from "@/lib/cases/types";
import type { CrsAssessment } from "@/lib/express-entry/crs/assess";
import type { HistoryGap } from "@/lib/express-entry/documents/residence";
import type { EligibilityAssessment } from "@/lib/express-entry/eligibility/assess";
import type { Program } from "@/lib/express-entry/eligibility/criterion";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import type { JobOverlap } from "@/lib/people/rules";
import type { FactSheet } from "@/lib/people/types";

/** Why a derived score is another one than before; `time` where several of age, experience and expiry came together. */
export type ScoreReason = "fact" | "age" | "experience" | "expiry" | "rule" | "time";

/** The last round of invitations that a client could have been invited in. */
export interface LastRound {
  /** `CEC`, or `general` for one open to every program. */
  kind: string;
  date: IsoDate;
  lowestCrs: number;
}

export interface PersonHistory {
  personId: string;
  name: string;
  /** Times of the last ten years without an address or without an activity. */
  gaps: HistoryGap[];
  overlaps: JobOverlap[];
}

/** Facts and verdict of a case on a date. Everything but `sheet` is derived. */
export interface Assessment {
  caseId: string;
  number: string;
  stage: CaseStage;
  /** Today in the firm's zone. */
  today: IsoDate;
  /** The day of the verdict. */
  on: IsoDate;
  sheet: FactSheet;
  /** `21231 Software engineers and designers` by code, for those that jobs, offer and certificate name. */
  occupations: Readonly<Record<string, string>>;
  crs: CrsAssessment;
  eligibility: EligibilityAssessment;
  /** Of the class an invitation would be for; null while no program is met or no such round is recorded. */
  lastRound: LastRound | null;
  history: readonly PersonHistory[];
  /** The programs that are met on the day. */
  met: readonly Program[];
  /** Whether an invitation of the class would ask for settlement funds, and why; null while there is no class. */
  funds: { required: boolean; reason: string } | null;
  /** The first program that waits for nothing but to hear of the funds; null: none does. */
  fundsNeededFor: Program | null;
  allowed: {
    edit: boolean;
    /** The file stands at its assessment, and the viewer may take it on from there. */
    complete: boolean;
  };
}
