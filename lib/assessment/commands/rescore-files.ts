import "server-only";
import { inArray, sql } from "drizzle-orm";
import { getCasesForUpdate, getFirmDay } from "@/lib/cases/queries";
import type { ActorContext } from "@/lib/command/actor-context";
import { caseFile } from "@/lib/db/schema/cases";
import { caseScore } from "@/lib/db/schema/rules";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { getFactsOfCases } from "@/lib/people/queries";
import { writeStandings } from "@/lib/profiles/commands/write-standings";
import { getRuleTables } from "@/lib/rules/queries";
import { isScoredStage } from "../rules";
import { figuresOn, scoreChange, type Figures } from "./derive-case";

interface Rescored {
  id: string;
  figures: Figures;
}

/** One statement for all: the score, the day it is for and the program. */
async function writeFigures(ctx: ActorContext, on: IsoDate, files: readonly Rescored[]): Promise<void> {
  const rows = files.map(({ id, figures }) => ({ id, score: figures.crsScore, program: figures.program }));
  await ctx.db.execute(sql`
    update ${caseFile} as file
    set crs_score = now.score, scored_on = case when now.score is null then null else ${on}::date end, program = now.program
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as now (id uuid, score integer, program text)
    where file.id = now.id`);
}

/**
 * Derives score and program of many files anew, as of a day and by the firm's tables, and keeps each changed score
 * with its reason. The score on a profile is the one IRCC shows, and stays. In the caller's transaction; doing it
 * twice changes nothing more. Returns how many scores changed.
 */
export async function rescoreFiles(
  ctx: ActorContext,
  caseIds: readonly string[],
  { on, rulesChanged }: { on: IsoDate; rulesChanged: boolean },
): Promise<number> {
  if (caseIds.length === 0) return 0;
  const tables = await getRuleTables(ctx);
  const files = await getCasesForUpdate(ctx, caseIds);
  const earlier = await ctx.db
    .select({ id: caseFile.id, crsScore: caseFile.crsScore, scoredOn: caseFile.scoredOn })
    .from(caseFile)
    .where(inArray(caseFile.id, [...caseIds]));
  const earlierOf = new Map(earlier.map((row) => [row.id, row]));
  const factsOf = await getFactsOfCases(ctx, caseIds);
  const rescored: Rescored[] = [];
  const changes = files.flatMap((file) => {
    const facts = factsOf.get(file.id);
    const before = earlierOf.get(file.id);
    // An invited file keeps the class and the score of its invitation; one without a principal has nothing to score.
    const scored = isScoredStage(file.stage) && facts?.people.some(({ role }) => role === "principal");
    if (!facts || !before || !scored) return [];
    const figures = figuresOn(facts, on, tables);
    rescored.push({ id: file.id, figures });
    const change = scoreChange(
      ctx,
      file,
      { facts, on, tables, factsChanged: false },
      { earlier: before, figures },
    );
    return change ? [change] : [];
  });
  await writeFigures(ctx, on, rescored);
  if (changes.length > 0) await ctx.db.insert(caseScore).values(changes);
  const { timeZone } = await getFirmDay(ctx);
  await writeStandings(ctx, factsOf, { on, tables, timeZone, afresh: rulesChanged });
  return changes.length;
}
