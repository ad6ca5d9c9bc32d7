import "server-only";
import { eq, sql } from "drizzle-orm";
import { getFirmDay } from "@/lib/cases/queries";
import type { LockedCase } from "@/lib/cases/types";
import type { ActorContext } from "@/lib/command/actor-context";
import { caseFile } from "@/lib/db/schema/cases";
import { assessCrs } from "@/lib/express-entry/crs/assess";
import { assessEligibility } from "@/lib/express-entry/eligibility/assess";
import type { CaseFacts, PersonFacts } from "@/lib/express-entry/facts";
import { principalOf } from "@/lib/express-entry/family";
import { thresholdsOn } from "@/lib/express-entry/rule-tables";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { continuousExperienceOn, fswWork } from "@/lib/express-entry/work/experience";
import { personName } from "@/lib/format/names";
import { getCaseFacts } from "@/lib/people/queries";
import { hasScorableFacts, isInvitedStage } from "../rules";

/** The occupation a file is listed under: the one with the longest unbroken work, else the latest classified job. */
function listedOccupation(principal: PersonFacts, on: IsoDate): string | null {
  const longest = continuousExperienceOn(principal.jobs, fswWork(thresholdsOn(on)), on).nocCode;
  return longest ?? principal.jobs.findLast(({ nocCode }) => nocCode !== null)?.nocCode ?? null;
}

export interface DerivedCase {
  facts: CaseFacts;
  crsScore: number | null;
  program: string | null;
  /** The day of the figures, in the firm's zone. */
  today: IsoDate;
}

/**
 * Derives what lists show of a case from its facts, as of today in the firm's zone: score, program, occupation and
 * the principal's name. In the caller's transaction, the case locked. `factsChanged` counts a new version of the
 * facts, against which sign-off and approval are compared. The program of an invited file stays.
 */
export async function deriveCase(
  ctx: ActorContext,
  file: LockedCase,
  { factsChanged }: { factsChanged: boolean },
): Promise<DerivedCase> {
  const { today } = await getFirmDay(ctx);
  const facts = await getCaseFacts(ctx, file.id);
  const principal = principalOf(facts);
  const crsScore = hasScorableFacts(facts) ? assessCrs(facts, today).score.total : null;
  const program = assessEligibility(facts, today).invitationClass;
  await ctx.db
    .update(caseFile)
    .set({
      crsScore,
      scoredOn: crsScore === null ? null : today,
      nocCode: listedOccupation(principal, today),
      displayName: personName(principal),
      ...(isInvitedStage(file.stage) ? {} : { program }),
      ...(factsChanged ? { factsVersion: sql`${caseFile.factsVersion} + 1`, updatedAt: ctx.now } : {}),
    })
    .where(eq(caseFile.id, file.id));
  return { facts, crsScore, program, today };
}
