import "server-only";
import { desc, eq } from "drizzle-orm";
import type { StaffContext } from "@/lib/command/actor-context";
import type { ScoreChange } from "./types";
import { visibleCaseScores } from "./visibility";

/** More than a score changes in two years. */
const SHOWN = 30;

/** The changes of a case's score, newest first: for whom, when, why and under which rules. */
export async function listScoreChanges(ctx: StaffContext, caseId: string): Promise<ScoreChange[]> {
  const scores = visibleCaseScores(ctx);
  const rows = await ctx.db
    .select()
    .from(scores)
    .where(eq(scores.caseId, caseId))
    .orderBy(desc(scores.at), desc(scores.scoredOn))
    .limit(SHOWN);
  return rows.map(({ id, scoredOn: on, total: score, previous, rulesetId, superseded, reason }) => ({
    ...{ id, on, score, previous, rulesetId, superseded, reason },
  }));
}
