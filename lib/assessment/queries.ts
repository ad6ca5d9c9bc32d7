import "server-only";
import { getFileWithFacts, getFirmDay } from "@/lib/cases/queries";
import type { StaffContext } from "@/lib/command/actor-context";
import { findLastRound } from "@/lib/draws/queries";
import { assessCrs } from "@/lib/express-entry/crs/assess";
import { findRuleset, isComplete } from "@/lib/express-entry/crs/rulesets";
import type { CompleteRuleset } from "@/lib/express-entry/data/crs-tables";
import { categoriesOn } from "@/lib/express-entry/draws/categories";
import { settlementFundsRequired } from "@/lib/express-entry/eligibility/assess";
import type { Program, ProgramAssessment } from "@/lib/express-entry/eligibility/criterion";
import { assessEligibilityAhead } from "@/lib/express-entry/eligibility/when-met";
import type { CaseFacts } from "@/lib/express-entry/facts";
import { familySizeOn } from "@/lib/express-entry/family";
import { governmentFeesOn } from "@/lib/express-entry/funds-and-fees/government-fees";
import { settlementFundsOn } from "@/lib/express-entry/funds-and-fees/settlement-funds";
import { feeScheduleAt, gridOn, type RuleTables } from "@/lib/express-entry/rule-tables";
import { isIsoDate, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { DEFAULT_ZONE, endOfDayInZone } from "@/lib/express-entry/timing/zone";
import { personName } from "@/lib/format/names";
import { listOccupations } from "@/lib/occupations/queries";
import { getFactSheet } from "@/lib/people/queries";
import { isAllowed } from "@/lib/policy/can";
import { getRuleTables } from "@/lib/rules/queries";
import { findInvitationCheck } from "./invitation/queries";
import type { Assessment, LastRound, MoneyNeeds } from "./types";

/** A day that was typed into the address; today for none, and for what is no day. */
function dayOf(typed: string | undefined, today: IsoDate): IsoDate {
  return typed !== undefined && isIsoDate(typed) ? typed : today;
}

/** The last round up to a day in which somebody of a class could be invited: the class's own or a general one. */
export async function findRoundOfClass(
  ctx: StaffContext,
  program: Program,
  on: IsoDate,
): Promise<LastRound | null> {
  const own = await findLastRound(ctx, program, on);
  // A nominee is invited as a nominee only (IRPA 10.1(1.1)).
  const general = program === "PNP" ? null : await findLastRound(ctx, "general", on);
  const isOwn = own !== null && (general === null || own.date >= general.date);
  const last = isOwn ? own : general;
  return last && { kind: isOwn ? program : "general", date: last.date, lowestCrs: last.lowestCrs };
}

function occupationCodes({ people, family }: CaseFacts): string[] {
  const codes = [
    ...people.flatMap(({ jobs }) => jobs.map(({ nocCode }) => nocCode)),
    family.jobOffer?.nocCode,
    family.certificateOfQualification?.nocCode,
  ];
  return [...new Set(codes.filter((code): code is string => typeof code === "string"))];
}

/** The program whose only open question is how much money there is. */
function waitingForFunds(programs: readonly ProgramAssessment[]): Program | null {
  const waiting = programs.find(({ criteria, verdict }) => {
    const unknown = criteria.filter((criterion) => criterion.verdict === "unknown");
    return verdict === "unknown" && unknown.every(({ id }) => id.endsWith(".funds"));
  });
  return waiting?.program ?? null;
}

function moneyOf(
  facts: CaseFacts,
  on: IsoDate,
  invitationClass: Program | null,
  tables: RuleTables,
): MoneyNeeds {
  const familySize = familySizeOn(facts, on);
  return {
    familySize,
    funds: settlementFundsOn(on, familySize, { tables }),
    held: facts.family.settlementFunds,
    asked: invitationClass && settlementFundsRequired(facts, on, invitationClass, { tables }),
    fees: governmentFeesOn(facts, on, { tables }),
    feesFrom:
      feeScheduleAt(endOfDayInZone(on, DEFAULT_ZONE), { tables })?.effective_from.slice(0, 10) ?? null,
    names: Object.fromEntries(facts.people.map((person) => [person.id, personName(person)])),
  };
}

/** The tables behind a score. An assessment is always made with a complete ruleset, so there is one. */
function rulesetOf(id: string, tables: RuleTables): CompleteRuleset {
  const ruleset = findRuleset(id, { tables });
  if (!ruleset || !isComplete(ruleset)) throw new RangeError(`${id} has no values`);
  return ruleset;
}

/** `21231 Software engineers and designers` by code. */
async function occupationTitles(ctx: StaffContext, facts: CaseFacts): Promise<Record<string, string>> {
  const occupations = await listOccupations(ctx, occupationCodes(facts));
  return Object.fromEntries(occupations.map(({ code, titleEn }) => [code, `${code} ${titleEn}`]));
}

/**
 * Facts and verdict of a case on a day (today where `typedDay` is none). The verdict is computed here, from the facts
 * as they are, by the same functions as `npm run score`. FORBIDDEN for who sees the case but not the facts.
 */
export async function getAssessment(
  ctx: StaffContext,
  number: string,
  typedDay?: string,
): Promise<Assessment> {
  const file = await getFileWithFacts(ctx, number);
  const isAtAssessment = file.stage === "RETAINED" || file.stage === "ASSESSMENT";
  const { today } = await getFirmDay(ctx);
  const on = dayOf(typedDay, today);
  const sheet = await getFactSheet(ctx, file.id);
  const tables = await getRuleTables(ctx);
  const crs = assessCrs(sheet.facts, on, { tables });
  const eligibility = assessEligibilityAhead(sheet.facts, on, { tables });
  const { invitationClass } = eligibility;
  return {
    caseId: file.id,
    number: file.number,
    stage: file.stage,
    ...{ today, on, sheet, factsVersion: file.factsVersion },
    occupations: await occupationTitles(ctx, sheet.facts),
    ...{ crs, ruleset: rulesetOf(crs.ruleset.id, tables) },
    ...{ eligibility, gridTable: gridOn(on, { tables }) },
    categories: categoriesOn(sheet.facts, on, { tables }),
    lastRound: invitationClass === null ? null : await findRoundOfClass(ctx, invitationClass, on),
    met: eligibility.programs.filter(({ verdict }) => verdict === "eligible").map(({ program }) => program),
    money: moneyOf(sheet.facts, on, invitationClass, tables),
    fundsNeededFor: waitingForFunds(eligibility.programs),
    invitation: await findInvitationCheck(ctx, file.id, sheet.facts, on),
    allowed: {
      edit: file.mayEdit,
      complete: isAtAssessment && isAllowed(ctx.actor, "case.advance", file),
    },
  };
}
