import "server-only";
import { eq, sql } from "drizzle-orm";
import type { ActorContext } from "@/lib/command/actor-context";
import { ruleTable } from "@/lib/db/schema/rules";

/** Entered tables that are in force or will be: public facts, for whoever computes with them. */
export function activeRuleTables(ctx: ActorContext) {
  return ctx.db
    .select({
      id: ruleTable.id,
      kind: ruleTable.kind,
      key: ruleTable.key,
      effectiveFrom: sql<string>`${ruleTable.effectiveFrom}`.as("active_from"),
      body: ruleTable.body,
    })
    .from(ruleTable)
    .where(eq(ruleTable.status, "active"))
    .as("active_rule_table");
}
