/**
 * Federal Skilled Trades class (IRPR 87.2; rules reference 3.3). Two of its rules cannot be decided from the facts
 * and are left to the consultant: that the trade's employment requirements are met, and that the hours come after
 * qualifying to practise independently.
 */
import type { ProgramThresholds } from "../data/crs-tables";
import type { CaseFacts } from "../facts";
import { certificateCountsOn } from "../crs/factors-on";
import { principalOf } from "../family";
import { thresholdsOn } from "../rule-tables";
import type { IsoDate } from "../timing/calendar-date";
import { experienceOn, experienceReachedOn, fstWork, type Experience } from "../work/experience";
import { HOURS_PER_YEAR } from "../work/hours";
import { jobsWithinStatus } from "../work/within-status";
import { fundsExemption, qualifyingOffer } from "./arranged-employment";
import {
  concludeProgram,
  plainHours,
  verdictOf,
  type CriterionDraft,
  type EligibilityOptions,
  type ProgramAssessment,
} from "./criterion";
import { languageMinimum, outsideQuebec, settlementFundsCriterion } from "./shared-criteria";

/** IRPR 87.2(1): the trades of the class, in NOC 2021 codes. */
export function isSkilledTrade({ FST }: ProgramThresholds, nocCode: string): boolean {
  const { noc_prefix_include, noc_prefix_exclude } = FST;
  return (
    /^\d{5}$/.test(nocCode) &&
    noc_prefix_include.some((prefix) => nocCode.startsWith(prefix)) &&
    !noc_prefix_exclude.some((prefix) => nocCode.startsWith(prefix))
  );
}

/** The trade a case can be built on: backed by a certificate or an offer if any, then the most hours. */
interface TradeCase {
  nocCode: string;
  experience: Experience;
  backing: string | null;
}

function backingFor(facts: CaseFacts, nocCode: string, on: IsoDate): string | null {
  const { certificateOfQualification: certificate, jobOffer } = facts.family;
  if (certificate?.nocCode === nocCode && certificateCountsOn(certificate, on)) {
    return `Certificate of qualification, ${certificate.province}`;
  }
  if (jobOffer?.nocCode === nocCode && qualifyingOffer(jobOffer) !== null) {
    return `Qualifying offer from ${jobOffer.employer}`;
  }
  return null;
}

/** The trade that the class is judged by on a day; null: no work, certificate or offer in any. */
export function bestTrade(facts: CaseFacts, on: IsoDate, thresholds: ProgramThresholds): TradeCase | null {
  const jobs = jobsWithinStatus(principalOf(facts));
  const { certificateOfQualification, jobOffer } = facts.family;
  const codes = [...jobs.map((job) => job.nocCode), certificateOfQualification?.nocCode, jobOffer?.nocCode];
  const trades = [...new Set(codes)]
    .filter((code): code is string => typeof code === "string" && isSkilledTrade(thresholds, code))
    .map((nocCode) => ({
      nocCode,
      experience: experienceOn(jobs, { ...fstWork(thresholds), nocCodes: [nocCode] }, on),
      backing: backingFor(facts, nocCode, on),
    }));
  const enough = thresholds.FST.min_years;
  const rank = ({ experience, backing }: TradeCase) =>
    (experience.years >= enough ? 2 : 0) + (backing === null ? 0 : 1);
  return trades.sort((a, b) => rank(b) - rank(a) || b.experience.hours - a.experience.hours)[0] ?? null;
}

function workCriterion(
  facts: CaseFacts,
  trade: TradeCase | null,
  on: IsoDate,
  thresholds: ProgramThresholds,
): CriterionDraft {
  const anyTrade = fstWork(thresholds);
  const years = thresholds.FST.min_years;
  const needed = years * HOURS_PER_YEAR;
  const jobs = jobsWithinStatus(principalOf(facts));
  const unclassified = jobs.some(({ nocCode }) => nocCode === null);
  const verdict = trade
    ? verdictOf(trade.experience.hours, trade.experience.possibleHours, needed)
    : unclassified && experienceOn(jobs, anyTrade, on).possibleHours >= needed
      ? "unknown"
      : "not_met";
  const rule = trade ? { ...anyTrade, nocCodes: [trade.nocCode] } : anyTrade;
  const metOn = trade && verdict !== "met" ? experienceReachedOn(jobs, rule, years, on) : null;
  return {
    id: "fst.work",
    program: "FST",
    label: "Work in the trade",
    verdict,
    figure: trade
      ? `${plainHours(trade.experience.hours)} in NOC ${trade.nocCode} in the last five years`
      : "No work in a skilled trade",
    needs: `${plainHours(needed)} in one skilled trade in the last five years`,
    section: "IRPR 87.2(3)(b)",
    ...(metOn === null ? {} : { metOn }),
  };
}

function exemptionIn(facts: CaseFacts, trade: TradeCase | null): string | null {
  const { jobOffer } = facts.family;
  return trade && jobOffer?.nocCode === trade.nocCode ? fundsExemption(jobOffer) : null;
}

/** Why the offer exempts from settlement funds under FST, in words; null where it does not (IRPR 87.2(5)). */
export function fstFundsExemption(
  facts: CaseFacts,
  on: IsoDate,
  options: EligibilityOptions = {},
): string | null {
  return exemptionIn(facts, bestTrade(facts, on, thresholdsOn(on, options)));
}

export function assessFst(
  facts: CaseFacts,
  on: IsoDate,
  options: EligibilityOptions = {},
): ProgramAssessment {
  const thresholds = thresholdsOn(on, options);
  const trade = bestTrade(facts, on, thresholds);
  const { clb } = thresholds.FST;
  const backing: CriterionDraft = {
    id: "fst.certificate-or-offer",
    program: "FST",
    label: "Certificate or offer",
    verdict: trade?.backing ? "met" : "not_met",
    figure: trade?.backing ?? "Neither in the trade",
    needs: "A certificate of qualification in the trade, or a qualifying offer of a year or more",
    section: "IRPR 87.2(3)(d)",
  };
  return concludeProgram(
    "FST",
    [
      workCriterion(facts, trade, on, thresholds),
      languageMinimum(principalOf(facts), on, clb, {
        program: "FST",
        section: "IRPR 87.2(3)(a)",
        needs: `CLB ${clb.speaking} speaking and listening, CLB ${clb.reading} reading and writing`,
      }),
      backing,
      settlementFundsCriterion(facts, on, "FST", exemptionIn(facts, trade), options),
      outsideQuebec(facts, "FST", "IRPR 87.2(2)"),
    ],
    thresholds.id,
  );
}
