/** What an accepted nomination does to a score and to the rounds one competes in, told before it is accepted. Pure. */
import { ROUND_PROGRAM_LABELS } from "@/lib/draws/rules";
import type { RoundDto } from "@/lib/draws/types";
import { assessCrs } from "@/lib/express-entry/crs/assess";
import { nominationCountsOn } from "@/lib/express-entry/crs/factors-on";
import { assessEligibility } from "@/lib/express-entry/eligibility/assess";
import type { CaseFacts } from "@/lib/express-entry/facts";
import type { RuleTables } from "@/lib/express-entry/rule-tables";
import { addYears, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { applyChanges } from "@/lib/express-entry/what-if/apply-changes";
import { classesOn } from "@/lib/profiles/rules";
import type { CutOff, NominationEffect } from "../types";

/** The CRS goes no higher (rules reference 1.1). */
const HIGHEST_SCORE = 1200;

interface Question {
  facts: CaseFacts;
  on: IsoDate;
  tables: RuleTables;
  province: string;
  /** The newest round of each program. */
  rounds: readonly RoundDto[];
  /** IRCC's score of the live profile; null: there is none. */
  profileScore: number | null;
}

function cutOff({ program, date, lowestCrs }: RoundDto, score: number): CutOff {
  return { program, label: ROUND_PROGRAM_LABELS[program], date, lowestCrs, margin: score - lowestCrs };
}

const FEDERAL: readonly string[] = ["CEC", "FSW", "FST"];

/** The newest rounds of the last year in which these classes compete. */
function roundsOf(classes: readonly string[], { rounds, on }: Question): RoundDto[] {
  const anyProgram = classes.some((one) => FEDERAL.includes(one) || one === "PNP");
  return rounds
    .filter(({ date }) => date >= addYears(on, -1) && date <= on)
    .filter(({ program }) => (program === "general" ? anyProgram : classes.includes(program)));
}

/** Why a nominee could not be invited as one: what of the class is not met, or not known. */
function obstaclesOf(facts: CaseFacts, { on, tables }: Question): string[] {
  const { programs } = assessEligibility(facts, on, { tables });
  const nominee = programs.find(({ program }) => program === "PNP");
  return (nominee?.criteria ?? [])
    .filter(({ verdict }) => verdict !== "met")
    .map(({ label, figure }) => `${label}: ${figure}`);
}

/** Facts with the nomination accepted: as they are where it counts already, else as an acceptance on the day would make them. */
function nominated({ facts, on, province }: Question): { facts: CaseFacts; inForce: boolean } {
  const inForce = nominationCountsOn(facts.family.nomination, on);
  return {
    inForce,
    facts: inForce ? facts : applyChanges(facts, [{ kind: "nomination", province, on }], on),
  };
}

/**
 * Score, classes and cut-offs without the nomination and with it. The profile's score is IRCC's own where there is
 * one, moved by what the engine gives for the nomination.
 */
export function nominationEffect(question: Question): NominationEffect {
  const { facts, on, tables, profileScore } = question;
  const without: CaseFacts = { ...facts, family: { ...facts.family, nomination: null } };
  const { facts: withIt, inForce } = nominated(question);
  const plain = assessCrs(without, on, { tables });
  const adds = assessCrs(withIt, on, { tables }).score.total - plain.score.total;
  const before = profileScore === null ? plain.score.total : inForce ? profileScore - adds : profileScore;
  const after = Math.min(HIGHEST_SCORE, before + adds);
  const classes = { before: classesOn(without, on, tables), after: classesOn(withIt, on, tables) };
  const ofNominees = question.rounds.find(({ program }) => program === "PNP");
  return {
    province: facts.family.nomination && inForce ? facts.family.nomination.province : question.province,
    inForce,
    before: {
      score: before,
      classes: classes.before,
      rounds: roundsOf(classes.before, question).map((round) => cutOff(round, before)),
    },
    after: {
      score: after,
      classes: classes.after,
      round: ofNominees ? cutOff(ofNominees, after) : null,
    },
    obstacles: obstaclesOf(withIt, question),
    profileScore,
    superseded: plain.superseded ? plain.notice : null,
  };
}
