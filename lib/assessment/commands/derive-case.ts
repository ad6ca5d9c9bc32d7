import "server-only";
import { eq, sql } from "drizzle-orm";
import { getFirmDay } from "@/lib/cases/queries";
import type { CaseStage, LockedCase } from "@/lib/cases/types";
import type { ActorContext } from "@/lib/command/actor-context";
import { caseFile } from "@/lib/db/schema/cases";
import { caseScore } from "@/lib/db/schema/rules";
import { writeFactClocks } from "@/lib/deadlines/commands/write-fact-clocks";
import { assessCrs, type CrsAssessment } from "@/lib/express-entry/crs/assess";
import { assessEligibility } from "@/lib/express-entry/eligibility/assess";
import type { CaseFacts, PersonFacts } from "@/lib/express-entry/facts";
import { principalOf } from "@/lib/express-entry/family";
import { thresholdsOn, type RuleTables } from "@/lib/express-entry/rule-tables";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { continuousExperienceOn, fswWork } from "@/lib/express-entry/work/experience";
import { personName } from "@/lib/format/names";
import { newId } from "@/lib/ids/id";
import { getCaseFacts } from "@/lib/people/queries";
import { writeStandings } from "@/lib/profiles/commands/write-standings";
import { getRuleTables } from "@/lib/rules/queries";
import { hasScorableFacts, isInvitedStage, reasonOfTime } from "../rules";
import type { ScoreReason } from "../types";

/** The occupation a file is listed under: the one with the longest unbroken work, else the latest classified job. */
function listedOccupation(principal: PersonFacts, on: IsoDate, tables: RuleTables): string | null {
  const rule = fswWork(thresholdsOn(on, { tables }));
  const longest = continuousExperienceOn(principal.jobs, rule, on).nocCode;
  return longest ?? principal.jobs.findLast(({ nocCode }) => nocCode !== null)?.nocCode ?? null;
}

/** What lists show of a case, from its facts on a day. */
export interface Figures {
  /** null: there is nothing to score yet. */
  crs: CrsAssessment | null;
  crsScore: number | null;
  program: string | null;
}

/** Score and best class of a case on a day, by the firm's tables. */
export function figuresOn(facts: CaseFacts, on: IsoDate, tables: RuleTables): Figures {
  const crs = hasScorableFacts(facts) ? assessCrs(facts, on, { tables }) : null;
  const program = assessEligibility(facts, on, { tables }).invitationClass;
  return { crs, crsScore: crs?.score.total ?? null, program };
}

/** What a file showed before: null while it had never been scored. */
export interface EarlierScore {
  crsScore: number | null;
  scoredOn: IsoDate | null;
}

/**
 * Why the same facts now have another score: today's tables on the day of the earlier score tell time and rules
 * apart. Rules also where the software itself counts differently than it did then.
 */
function reasonWithoutFacts(
  facts: CaseFacts,
  earlier: EarlierScore,
  now: CrsAssessment,
  tables: RuleTables,
): ScoreReason {
  if (earlier.scoredOn === null) return "fact";
  const then = assessCrs(facts, earlier.scoredOn, { tables });
  const sameRules = then.ruleset.id === now.ruleset.id && then.score.total === earlier.crsScore;
  return sameRules ? reasonOfTime(then.factors, now.factors) : "rule";
}

type ScoreRow = typeof caseScore.$inferInsert;

/** The line of the score's history; null where the score is what it was. */
export function scoreChange(
  ctx: ActorContext,
  file: { id: string; clientId: string },
  {
    facts,
    on,
    tables,
    factsChanged,
  }: { facts: CaseFacts; on: IsoDate; tables: RuleTables; factsChanged: boolean },
  { earlier, figures }: { earlier: EarlierScore; figures: Figures },
): ScoreRow | null {
  const { crs } = figures;
  if (crs === null || earlier.crsScore === crs.score.total) return null;
  return {
    id: newId(),
    caseId: file.id,
    clientId: file.clientId,
    at: ctx.now,
    scoredOn: on,
    total: crs.score.total,
    previous: earlier.crsScore,
    rulesetId: crs.ruleset.id,
    superseded: crs.superseded,
    reason: factsChanged ? "fact" : reasonWithoutFacts(facts, earlier, crs, tables),
  };
}

/** The program of an invited file stays: it keeps the class it was invited under (IRPA 11.2). */
function listedProgram(stage: CaseStage, { program }: Figures): { program?: string | null } {
  return isInvitedStage(stage) ? {} : { program };
}

export interface DerivedCase {
  facts: CaseFacts;
  crsScore: number | null;
  program: string | null;
  /** The day of the figures, in the firm's zone. */
  today: IsoDate;
}

/**
 * Derives what lists show of a case from its facts, as of today in the firm's zone and by the firm's tables: score,
 * program, occupation and the principal's name; a changed score is kept with its reason, and the clocks of the facts follow. In the caller's transaction,
 * the case locked. `factsChanged` counts a new version of the facts, against which sign-off and approval are compared.
 */
export async function deriveCase(
  ctx: ActorContext,
  file: LockedCase,
  { factsChanged }: { factsChanged: boolean },
): Promise<DerivedCase> {
  const { today, timeZone } = await getFirmDay(ctx);
  const tables = await getRuleTables(ctx);
  const facts = await getCaseFacts(ctx, file.id);
  const principal = principalOf(facts);
  const figures = figuresOn(facts, today, tables);
  const [earlier] = await ctx.db
    .select({ crsScore: caseFile.crsScore, scoredOn: caseFile.scoredOn })
    .from(caseFile)
    .where(eq(caseFile.id, file.id));
  await ctx.db
    .update(caseFile)
    .set({
      crsScore: figures.crsScore,
      scoredOn: figures.crsScore === null ? null : today,
      nocCode: listedOccupation(principal, today, tables),
      displayName: personName(principal),
      ...listedProgram(file.stage, figures),
      ...(factsChanged ? { factsVersion: sql`${caseFile.factsVersion} + 1`, updatedAt: ctx.now } : {}),
    })
    .where(eq(caseFile.id, file.id));
  const change =
    earlier && scoreChange(ctx, file, { facts, on: today, tables, factsChanged }, { earlier, figures });
  if (change) await ctx.db.insert(caseScore).values(change);
  await writeStandings(ctx, new Map([[file.id, facts]]), { on: today, tables, timeZone, afresh: true });
  await writeFactClocks(ctx, [{ ...file, facts }], { on: today, timeZone });
  return { facts, crsScore: figures.crsScore, program: figures.program, today };
}
