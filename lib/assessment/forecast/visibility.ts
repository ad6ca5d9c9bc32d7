import "server-only";
import { and, eq, getTableColumns, sql } from "drizzle-orm";
import { caseVisibleTo } from "@/lib/cases/visibility";
import type { StaffContext } from "@/lib/command/actor-context";
import { caseFile } from "@/lib/db/schema/cases";
import { scenario } from "@/lib/db/schema/scenarios";

/** Scenarios follow the facts: those of the cases a staff member sees, and none for administrators. */
export function visibleScenarios(ctx: StaffContext) {
  return ctx.db
    .select(getTableColumns(scenario))
    .from(scenario)
    .innerJoin(caseFile, eq(caseFile.id, scenario.caseId))
    .where(and(caseVisibleTo(ctx.actor), ctx.actor.role === "administrator" ? sql`false` : undefined))
    .as("visible_scenario");
}
