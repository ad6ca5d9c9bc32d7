/** The shape of an eligibility answer: criterion by criterion, each with its figure and its section. */
import { legalSource, type RuleSource } from "../rule-source";
import type { TableOptions } from "../rule-tables";
import type { IsoDate } from "../timing/calendar-date";

/** PNP: nominated under an Express Entry stream. */
export type Program = "CEC" | "FSW" | "FST" | "PNP";

export type Verdict = "met" | "not_met" | "unknown";
export type ProgramVerdict = "eligible" | "not_eligible" | "unknown";

export interface Criterion {
  /** Stable: `cec.work`. */
  id: string;
  program: Program;
  label: string;
  verdict: Verdict;
  /** What the person has, in words. */
  figure: string;
  /** What the rule needs, in words. */
  needs: string;
  /** Section of the Immigration and Refugee Protection Regulations (or Act). */
  section: string;
  source: RuleSource;
  /** When it will be met if nothing changes, where that can be told. */
  metOn?: IsoDate;
  /** Last day on which what meets it still counts (a test, an ECA), where that can be told. */
  lastDay?: IsoDate;
}

export interface EligibilityOptions extends TableOptions {
  /** Age as of another day: frozen at the invitation, a birthday after it does not count (IRPA 11.2(2)(a)). */
  ageOn?: IsoDate;
}

export interface ProgramAssessment {
  program: Program;
  verdict: ProgramVerdict;
  criteria: Criterion[];
}

/** A criterion before its source is looked up. */
export interface CriterionDraft extends Omit<Criterion, "source"> {
  /** The table its figures are from, where that is not the program's thresholds. */
  version?: string | null;
}

/** One unmet criterion decides; otherwise one unknown leaves the program unknown. */
export function concludeProgram(
  program: Program,
  drafts: readonly CriterionDraft[],
  thresholdsId: string | null,
): ProgramAssessment {
  const criteria = drafts.map(({ version = thresholdsId, ...draft }) => ({
    ...draft,
    source: legalSource(draft.section, version),
  }));
  const verdicts = criteria.map(({ verdict }) => verdict);
  const verdict = verdicts.includes("not_met")
    ? "not_eligible"
    : verdicts.includes("unknown")
      ? "unknown"
      : "eligible";
  return { program, verdict, criteria };
}

/** A threshold with hours still in doubt: met by the certain ones, not met even by all, or unknown. */
export function verdictOf(certain: number, possible: number, needed: number): Verdict {
  if (certain >= needed) return "met";
  return possible >= needed ? "unknown" : "not_met";
}

/** `1,560 h`: whole hours, rounded down so that a figure never looks like more than it is. */
export function plainHours(hours: number): string {
  return `${Math.floor(hours).toLocaleString("en-CA")} h`;
}

/** `$15,263`. */
export function plainDollars(cents: number): string {
  return `$${Math.floor(cents / 100).toLocaleString("en-CA")}`;
}
