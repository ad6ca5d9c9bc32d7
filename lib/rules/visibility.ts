import "server-only";
import { and, eq, inArray, ne, sql } from "drizzle-orm";
import { SCORED_STAGES } from "@/lib/assessment/rules";
import { caseVisibleTo } from "@/lib/cases/visibility";
import type { ActorContext, StaffContext } from "@/lib/command/actor-context";
import { caseFile } from "@/lib/db/schema/cases";
import { expressEntryProfile } from "@/lib/db/schema/pool";
import { ruleComparisonLine, ruleRun, ruleTable } from "@/lib/db/schema/rules";
import { isAllowed } from "@/lib/policy/can";

/**
 * Entered tables that were activated: in force, to come, or taken out of force again. Public facts, for whoever computes
 * with them; the client's own database role sees no retired ones.
 */
export function activatedRuleTables(ctx: ActorContext) {
  return ctx.db
    .select({
      id: ruleTable.id,
      kind: ruleTable.kind,
      key: ruleTable.key,
      effectiveFrom: sql<string>`${ruleTable.effectiveFrom}`.as("active_from"),
      body: ruleTable.body,
      status: ruleTable.status,
      activatedAt: ruleTable.activatedAt,
    })
    .from(ruleTable)
    .where(ne(ruleTable.status, "draft"))
    .as("activated_rule_table");
}

function mayReadRules(ctx: ActorContext) {
  return isAllowed(ctx.actor, "rules.read") ? sql`true` : sql`false`;
}

/** Every entered table with its drafts and its history, for staff. */
export function visibleRuleTables(ctx: StaffContext) {
  return ctx.db
    .select({
      id: ruleTable.id,
      kind: ruleTable.kind,
      key: ruleTable.key,
      effectiveFrom: sql<string>`${ruleTable.effectiveFrom}`.as("rule_from"),
      source: ruleTable.source,
      note: ruleTable.note,
      body: ruleTable.body,
      status: ruleTable.status,
      version: ruleTable.version,
      createdBy: ruleTable.createdBy,
      createdAt: ruleTable.createdAt,
      activatedBy: ruleTable.activatedBy,
      activatedAt: ruleTable.activatedAt,
      retiredBy: ruleTable.retiredBy,
      retiredAt: ruleTable.retiredAt,
    })
    .from(ruleTable)
    .where(mayReadRules(ctx))
    .as("visible_rule_table");
}

/** Comparisons and re-scorings, for staff. */
export function visibleRuleRuns(ctx: StaffContext) {
  return ctx.db.select().from(ruleRun).where(mayReadRules(ctx)).as("visible_rule_run");
}

/** What a draft would change, of the cases a staff member sees. */
export function visibleComparisonLines(ctx: StaffContext) {
  return ctx.db
    .select({
      runId: ruleComparisonLine.runId,
      caseId: ruleComparisonLine.caseId,
      oldTotal: ruleComparisonLine.oldTotal,
      newTotal: ruleComparisonLine.newTotal,
      difference: ruleComparisonLine.difference,
      oldCents: ruleComparisonLine.oldCents,
      newCents: ruleComparisonLine.newCents,
      gained: ruleComparisonLine.gained,
      lost: ruleComparisonLine.lost,
      nowReached: ruleComparisonLine.nowReached,
      noLongerReached: ruleComparisonLine.noLongerReached,
      caseNumber: caseFile.number,
      displayName: caseFile.displayName,
      ownerId: caseFile.ownerId,
    })
    .from(ruleComparisonLine)
    .innerJoin(caseFile, eq(caseFile.id, ruleComparisonLine.caseId))
    .where(and(mayReadRules(ctx), caseVisibleTo(ctx.actor)))
    .as("visible_comparison_line");
}

/** The files whose score follows the day and the rules, for background work. */
export function rescoredFiles(ctx: ActorContext) {
  return ctx.db
    .select({ id: caseFile.id })
    .from(caseFile)
    .where(and(caseVisibleTo(ctx.actor), inArray(caseFile.stage, [...SCORED_STAGES])))
    .as("rescored_file");
}

/** The clients in the pool, for background work. */
export function poolFiles(ctx: ActorContext) {
  return ctx.db
    .select({
      caseId: expressEntryProfile.caseId,
      clientId: expressEntryProfile.clientId,
      submittedAt: expressEntryProfile.submittedAt,
    })
    .from(expressEntryProfile)
    .innerJoin(caseFile, eq(caseFile.id, expressEntryProfile.caseId))
    .where(and(caseVisibleTo(ctx.actor), eq(expressEntryProfile.status, "live")))
    .as("pool_file");
}

/** The days that were re-scored because they came, for background work. */
export function dailyRuns(ctx: ActorContext) {
  return ctx.db
    .select({ on: ruleRun.onDate })
    .from(ruleRun)
    .where(and(eq(ruleRun.kind, "rescore"), eq(ruleRun.reason, "day")))
    .as("daily_run");
}
