import "server-only";
import { and, eq, getTableColumns, sql } from "drizzle-orm";
import { caseVisibleTo } from "@/lib/cases/visibility";
import type { StaffContext } from "@/lib/command/actor-context";
import { caseFile } from "@/lib/db/schema/cases";
import { caseScore } from "@/lib/db/schema/rules";

/** Every change of the scores of visible cases; as the facts they follow from, none for administrators. */
export function visibleCaseScores(ctx: StaffContext) {
  const isAdministrator = ctx.actor.role === "administrator";
  return ctx.db
    .select(getTableColumns(caseScore))
    .from(caseScore)
    .innerJoin(caseFile, eq(caseFile.id, caseScore.caseId))
    .where(and(caseVisibleTo(ctx.actor), isAdministrator ? sql`false` : undefined))
    .as("visible_case_score");
}
