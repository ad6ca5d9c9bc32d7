/** How long a single improvement usually takes and what it usually costs. */
import type { IsoDate } from "../timing/calendar-date";

export type ImprovementKind =
  | "nomination"
  | "retest_english"
  | "retest_french"
  | "first_english"
  | "french"
  | "renew_tests"
  | "eca"
  | "second_credential"
  | "masters"
  | "work_abroad"
  | "work_in_canada"
  | "permit"
  | "certificate"
  | "job_offer"
  | "settlement_funds"
  | "spouse_test"
  | "spouse_eca"
  | "spouse_stays"
  | "spouse_comes";

export interface Effort {
  /** From the decision to the day it counts; null: nothing to do but to wait for that day. */
  weeks: number | null;
  /** Whole Canadian dollars. */
  cost: number;
}

export interface EffortTable {
  asOf: IsoDate;
  /** Said under the figures. */
  label: string;
  kinds: Readonly<Record<ImprovementKind, Effort>>;
}

/** Rough figures from practice, not from any authority (K). */
export const usualEffort: EffortTable = {
  asOf: "2026-11-23",
  label: "Weeks and costs are usual figures of 23 Nov 2026, not promises.",
  kinds: {
    nomination: { weeks: 30, cost: 1500 },
    retest_english: { weeks: 6, cost: 300 },
    retest_french: { weeks: 16, cost: 1200 },
    first_english: { weeks: 8, cost: 300 },
    french: { weeks: 40, cost: 3400 },
    renew_tests: { weeks: 4, cost: 300 },
    eca: { weeks: 8, cost: 250 },
    second_credential: { weeks: 52, cost: 6000 },
    masters: { weeks: 70, cost: 28000 },
    work_abroad: { weeks: 52, cost: 4000 },
    work_in_canada: { weeks: 60, cost: 1500 },
    permit: { weeks: null, cost: 500 },
    certificate: { weeks: 26, cost: 1200 },
    job_offer: { weeks: 20, cost: 1000 },
    settlement_funds: { weeks: 4, cost: 0 },
    spouse_test: { weeks: 8, cost: 300 },
    spouse_eca: { weeks: 8, cost: 250 },
    spouse_stays: { weeks: 1, cost: 0 },
    spouse_comes: { weeks: 1, cost: 0 },
  },
};
