/** All four programs on a date, and the class an invitation in a general round would be for. */
import type { CaseFacts } from "../facts";
import { nominationCountsOn } from "../crs/factors-on";
import type { TableOptions } from "../rule-tables";
import type { IsoDate } from "../timing/calendar-date";
import { fundsExemption } from "./arranged-employment";
import { assessCec } from "./cec";
import type { EligibilityOptions, Program, ProgramAssessment, ProgramVerdict } from "./criterion";
import { assessFst, fstFundsExemption } from "./fst";
import { assessFsw } from "./fsw";
import { gridPoints, type GridAssessment } from "./grid-on";
import { assessPnp } from "./pnp";

export interface EligibilityAssessment {
  on: IsoDate;
  /** In the order in which an invitation takes them: PNP, CEC, FSW, FST. */
  programs: ProgramAssessment[];
  verdicts: Record<Program, ProgramVerdict>;
  grid: GridAssessment;
  /** The class of an invitation in a general round; null: not eligible under any. */
  invitationClass: Program | null;
}

/** ITAP (3.6, P): PNP, then CEC, then FSW, then FST. */
const INVITATION_ORDER: readonly Program[] = ["PNP", "CEC", "FSW", "FST"];

export function assessEligibility(
  facts: CaseFacts,
  on: IsoDate,
  options: EligibilityOptions = {},
): EligibilityAssessment {
  const [cec, fsw, fst] = [
    assessCec(facts, on, options),
    assessFsw(facts, on, options),
    assessFst(facts, on, options),
  ];
  const pnp = assessPnp(facts, on, [cec, fsw, fst]);
  const verdicts = { PNP: pnp.verdict, CEC: cec.verdict, FSW: fsw.verdict, FST: fst.verdict };
  // A nominee can be invited as a nominee only (IRPA 10.1(1.1)), also while the nominee class itself is in doubt.
  const nominated = nominationCountsOn(facts.family.nomination, on);
  const classes = nominated ? INVITATION_ORDER.slice(0, 1) : INVITATION_ORDER.slice(1);
  return {
    on,
    programs: [pnp, cec, fsw, fst],
    verdicts,
    grid: gridPoints(facts, on, options),
    invitationClass: classes.find((program) => verdicts[program] === "eligible") ?? null,
  };
}

/**
 * Whether an application in a class must prove settlement funds (3.5). A nominee follows the underlying program (K):
 * the first of CEC, FSW, FST for which they qualify; with none decided, funds are asked for. Under FST the offer must
 * be in the trade.
 */
export function settlementFundsRequired(
  facts: CaseFacts,
  on: IsoDate,
  invitationClass: Program,
  options: TableOptions = {},
): { required: boolean; reason: string } {
  const nominee = invitationClass === "PNP";
  const program = nominee ? underlyingProgram(facts, on, options) : invitationClass;
  if (program === "CEC") {
    return { required: false, reason: nominee ? "nominee who qualifies under CEC" : "invited under CEC" };
  }
  const exemption =
    program === "FST"
      ? fstFundsExemption(facts, on, options)
      : program === "FSW"
        ? fundsExemption(facts.family.jobOffer)
        : null;
  if (exemption !== null) return { required: false, reason: exemption };
  return { required: true, reason: `no exemption applies under ${invitationClass}` };
}

function underlyingProgram(facts: CaseFacts, on: IsoDate, options: TableOptions): Program | null {
  const federal = [
    assessCec(facts, on, options),
    assessFsw(facts, on, options),
    assessFst(facts, on, options),
  ];
  return federal.find(({ verdict }) => verdict === "eligible")?.program ?? null;
}
