import "server-only";
import { eq } from "drizzle-orm";
import { getFirmDay } from "@/lib/cases/queries";
import { factsAreOpen } from "@/lib/cases/rules";
import { visibleCases } from "@/lib/cases/visibility";
import type { StaffContext } from "@/lib/command/actor-context";
import { findLastRound } from "@/lib/draws/queries";
import { forbidden, notFound } from "@/lib/errors/app-error";
import { assessCrs } from "@/lib/express-entry/crs/assess";
import { historyGaps } from "@/lib/express-entry/documents/residence";
import { assessEligibility, settlementFundsRequired } from "@/lib/express-entry/eligibility/assess";
import type { Program, ProgramAssessment } from "@/lib/express-entry/eligibility/criterion";
import type { CaseFacts } from "@/lib/express-entry/facts";
import { familyMembersOn } from "@/lib/express-entry/family";
import { isIsoDate, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { personName } from "@/lib/format/names";
import { listOccupations } from "@/lib/occupations/queries";
import { getFactSheet } from "@/lib/people/queries";
import { overlappingJobs } from "@/lib/people/rules";
import { can, isAllowed } from "@/lib/policy/can";
import { getRuleTables } from "@/lib/rules/queries";
import type { Assessment, LastRound, PersonHistory } from "./types";

/** A day that was typed into the address; today for none, and for what is no day. */
function dayOf(typed: string | undefined, today: IsoDate): IsoDate {
  return typed !== undefined && isIsoDate(typed) ? typed : today;
}

/** The last round up to a day in which somebody of a class could be invited: the class's own or a general one. */
async function findRoundOfClass(ctx: StaffContext, program: Program, on: IsoDate): Promise<LastRound | null> {
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

/** Who has to account for ten years: the adults who apply (section 5), and whose facts have begun. */
function historyOf(facts: CaseFacts, on: IsoDate): PersonHistory[] {
  return familyMembersOn(facts, on)
    .filter((person) => person.role !== "child")
    .filter(({ addresses, jobs, credentials }) => addresses.length + jobs.length + credentials.length > 0)
    .map((person) => ({
      personId: person.id,
      name: personName(person),
      gaps: historyGaps(person, on),
      overlaps: overlappingJobs(person.jobs),
    }))
    .filter(({ gaps, overlaps }) => gaps.length + overlaps.length > 0);
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
  const cases = visibleCases(ctx);
  const [file] = await ctx.db
    .select({
      id: cases.id,
      number: cases.number,
      ownerId: cases.ownerId,
      clientId: cases.clientId,
      stage: cases.stage,
    })
    .from(cases)
    .where(eq(cases.number, number));
  if (!file) throw notFound();
  const mayRead = can(ctx.actor, "facts.read", file);
  if (!mayRead.allowed) throw forbidden(mayRead.reason);
  const { today } = await getFirmDay(ctx);
  const on = dayOf(typedDay, today);
  const sheet = await getFactSheet(ctx, file.id);
  const tables = await getRuleTables(ctx);
  const eligibility = assessEligibility(sheet.facts, on, { tables });
  const { invitationClass } = eligibility;
  const isAtAssessment = file.stage === "RETAINED" || file.stage === "ASSESSMENT";
  return {
    caseId: file.id,
    number: file.number,
    stage: file.stage,
    today,
    on,
    sheet,
    occupations: Object.fromEntries(
      (await listOccupations(ctx, occupationCodes(sheet.facts))).map(({ code, titleEn }) => [
        code,
        `${code} ${titleEn}`,
      ]),
    ),
    crs: assessCrs(sheet.facts, on, { tables }),
    eligibility,
    lastRound: invitationClass === null ? null : await findRoundOfClass(ctx, invitationClass, on),
    history: historyOf(sheet.facts, on),
    met: eligibility.programs.filter(({ verdict }) => verdict === "eligible").map(({ program }) => program),
    funds:
      invitationClass === null ? null : settlementFundsRequired(sheet.facts, on, invitationClass, { tables }),
    fundsNeededFor: waitingForFunds(eligibility.programs),
    allowed: {
      edit: isAllowed(ctx.actor, "facts.edit", file) && factsAreOpen(file.stage).allowed,
      complete: isAtAssessment && isAllowed(ctx.actor, "case.advance", file),
    },
  };
}
