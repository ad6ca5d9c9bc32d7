import type { CaseStage } from "@/lib/cases/types";
import type { CrsAssessment } from "@/lib/express-entry/crs/assess";
import type { CompleteRuleset, SelectionGrid } from "@/lib/express-entry/data/crs-tables";
import type { CategoryMembership } from "@/lib/express-entry/draws/categories";
import type { EligibilityAssessment } from "@/lib/express-entry/eligibility/assess";
import type { Program } from "@/lib/express-entry/eligibility/criterion";
import type { GovernmentFees } from "@/lib/express-entry/funds-and-fees/government-fees";
import type { SettlementFunds } from "@/lib/express-entry/funds-and-fees/settlement-funds";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import type { FactSheet } from "@/lib/people/types";
import type { InvitationCheck } from "./invitation/types";

/** Why a derived score is another one than before; `time` where several of age, experience and expiry came together. */
export type ScoreReason = "fact" | "age" | "experience" | "expiry" | "rule" | "time";

/** The last round of invitations that a client could have been invited in. */
export interface LastRound {
  /** `CEC`, or `general` for one open to every program. */
  kind: string;
  date: IsoDate;
  lowestCrs: number;
}

/** What the move asks for in money, on a day. */
export interface MoneyNeeds {
  /** Everyone who counts for settlement funds, also who stays behind. */
  familySize: number;
  /** What a family of this size must show; null where no table is known for the day. */
  funds: SettlementFunds | null;
  /** What was entered; null: not asked. */
  held: { cents: number; asOf: IsoDate } | null;
  /** Whether the class of an invitation asks for them, and why; null while no class is met. */
  asked: { required: boolean; reason: string } | null;
  /** Of an application received that day, fee by fee; null where no schedule is known. */
  fees: GovernmentFees | null;
  /** First day of the fees. */
  feesFrom: IsoDate | null;
  /** Who pays, by the id of the person. */
  names: Readonly<Record<string, string>>;
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
  /** Counts every change of the facts. */
  factsVersion: number;
  /** `21231 Software engineers and designers` by code, for those that jobs, offer and certificate name. */
  occupations: Readonly<Record<string, string>>;
  crs: CrsAssessment;
  /** The tables behind `crs`. */
  ruleset: CompleteRuleset;
  eligibility: EligibilityAssessment;
  /** The table behind `eligibility.grid`. */
  gridTable: SelectionGrid;
  /** In or out of the category rounds of the day, and why. */
  categories: readonly CategoryMembership[];
  /** Of the class an invitation would be for; null while no program is met or no such round is recorded. */
  lastRound: LastRound | null;
  /** The programs that are met on the day. */
  met: readonly Program[];
  money: MoneyNeeds;
  /** What the facts mean for the invitation that is open; null: none is. */
  invitation: InvitationCheck | null;
  /** The first program that waits for nothing but to hear of the funds; null: none does. */
  fundsNeededFor: Program | null;
  allowed: {
    edit: boolean;
    /** The file stands at its assessment, and the viewer may take it on from there. */
    complete: boolean;
  };
}
