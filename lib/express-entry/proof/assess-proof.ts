/**
 * What a file would be worth with the proven facts alone. The engine scores twice, once with everything that is claimed
 * and once without what nothing proves: points are never taken off line by line, since the lines hang together (caps,
 * pairs, the order of the languages).
 */
import { assessCrs, type AssessOptions, type CrsAssessment } from "../crs/assess";
import type { CrsSection } from "../crs/lines";
import { assessEligibility } from "../eligibility/assess";
import type { Program, ProgramVerdict, Verdict } from "../eligibility/criterion";
import type { CaseFacts } from "../facts";
import type { IsoDate } from "../timing/calendar-date";
import { claimedFacts, type ClaimedFact } from "./claimed-facts";
import { factsBehind } from "./line-facts";
import { withoutFacts } from "./without-facts";

/** A claim, whether it is proven, and what rests on it. */
export interface FactProof extends ClaimedFact {
  proven: boolean;
  /** Points that are lost if this fact alone falls, everything else standing. */
  stake: number;
}

export interface LineProof {
  id: string;
  section: CrsSection;
  label: string;
  claimed: number;
  proven: number;
  max: number;
  /** Keys of the facts behind it. */
  facts: string[];
}

export interface CriterionProof {
  id: string;
  label: string;
  /** What the person has, in words, as claimed. */
  figure: string;
  claimed: Verdict;
  /** By the proven facts; never better than claimed. */
  proven: Verdict;
  facts: string[];
}

export interface ProgramProof {
  program: Program;
  claimed: ProgramVerdict;
  proven: ProgramVerdict;
  criteria: CriterionProof[];
}

export interface ProofAssessment {
  on: IsoDate;
  claimed: number;
  proven: number;
  ruleset: CrsAssessment["ruleset"];
  superseded: boolean;
  facts: FactProof[];
  lines: LineProof[];
  programs: ProgramProof[];
}

const VERDICTS: readonly Verdict[] = ["not_met", "unknown", "met"];
const PROGRAM_VERDICTS: readonly ProgramVerdict[] = ["not_eligible", "unknown", "eligible"];

/**
 * The worse of two. Fewer facts can make one criterion easier (a job of a lower TEER asks for less language), and that
 * is nothing proven.
 */
function worse<V>(order: readonly V[], one: V, two: V): V {
  return order.indexOf(one) <= order.indexOf(two) ? one : two;
}

function programProofs(
  facts: CaseFacts,
  left: CaseFacts,
  on: IsoDate,
  options: AssessOptions,
  behind: (criterion: { id: string }) => string[],
): ProgramProof[] {
  const proven = assessEligibility(left, on, options).programs;
  return assessEligibility(facts, on, options).programs.map(({ program, verdict, criteria }) => {
    const other = proven.find((one) => one.program === program);
    return {
      program,
      claimed: verdict,
      proven: worse(PROGRAM_VERDICTS, verdict, other?.verdict ?? "unknown"),
      criteria: criteria.map(({ id, label, figure, verdict: claimed }) => ({
        ...{ id, label, figure, claimed },
        proven: worse(VERDICTS, claimed, other?.criteria.find((one) => one.id === id)?.verdict ?? "unknown"),
        facts: behind({ id }),
      })),
    };
  });
}

/**
 * Claimed and proven on a date. `proven` names the facts (by key) that something proves; a fact that needs no paper is
 * declared and counts in both.
 */
export function assessProof(
  facts: CaseFacts,
  on: IsoDate,
  proven: ReadonlySet<string>,
  options: AssessOptions = {},
): ProofAssessment {
  const claims = claimedFacts(facts, on, options);
  const unproven = claims.filter(({ key, needs }) => needs.length > 0 && !proven.has(key));
  const left = withoutFacts(facts, new Set(unproven.map(({ key }) => key)));
  const [all, rest] = [assessCrs(facts, on, options), assessCrs(left, on, options)];
  const behind = factsBehind({ facts, claims, crs: all, on, options });
  const stakeOf = ({ key, needs }: ClaimedFact) =>
    needs.length === 0
      ? 0
      : all.score.total - assessCrs(withoutFacts(facts, new Set([key])), on, options).score.total;
  return {
    on,
    claimed: all.score.total,
    proven: rest.score.total,
    ruleset: all.ruleset,
    superseded: all.superseded,
    facts: claims.map((claim) => ({
      ...claim,
      proven: !unproven.includes(claim),
      stake: stakeOf(claim),
    })),
    lines: all.lines.map(({ id, section, label, points, max }) => ({
      ...{ id, section, label, max },
      claimed: points,
      proven: rest.lines.find((line) => line.id === id)?.points ?? 0,
      facts: behind.line(id),
    })),
    programs: programProofs(facts, left, on, options, behind.criterion),
  };
}
