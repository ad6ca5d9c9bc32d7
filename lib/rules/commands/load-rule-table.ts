import "server-only";
import { eq } from "drizzle-orm";
import type { ActorContext } from "@/lib/command/actor-context";
import { lockFor } from "@/lib/command/lock-for";
import { ruleTable } from "@/lib/db/schema/rules";
import { conflict, notFound } from "@/lib/errors/app-error";
import { shippedTables } from "@/lib/express-entry/rule-tables";
import type { Actor } from "@/lib/policy/actor";
import { can } from "@/lib/policy/can";
import { canChange } from "../rules";
import { TABLES_OF_KIND, type RuleKind } from "../types";
import { hasValues } from "../versions";

export type LockedRuleTable = typeof ruleTable.$inferSelect;

/** One change of the rules at a time: names are given once, and each activation sees the one before. */
export function lockRules(ctx: ActorContext): Promise<void> {
  return lockFor(ctx, "rules");
}

/** An entered table, locked until the transaction ends. NOT_FOUND for a missing one. */
async function getRuleTableForUpdate(ctx: ActorContext, id: string): Promise<LockedRuleTable> {
  await lockRules(ctx);
  const [found] = await ctx.db.select().from(ruleTable).where(eq(ruleTable.id, id)).for("update");
  if (!found) throw notFound();
  return found;
}

/** How a command about one entered table finds it, and who may run it. */
export const onRuleTable = {
  openTo: ["staff"],
  load: (ctx: ActorContext, input: { id: string }) => getRuleTableForUpdate(ctx, input.id),
  authorise: (actor: Actor) => can(actor, "rules.manage"),
} as const;

/** CONFLICT where the row moved on since the form was opened, with what it says now. */
export function refuseStaleTable(table: LockedRuleTable, version: number): void {
  if (table.version === version) return;
  const { key, effectiveFrom, source, note, status } = table;
  throw conflict(
    "Somebody changed this version while you had it open. Nothing of theirs or yours is lost: open it in another window, compare, and save again.",
    { key, effectiveFrom, source, note, status, version: table.version },
  );
}

/** CONFLICT for what is no draft any more, and for a draft that moved on since the form was opened. */
export function requireOpenDraft(table: LockedRuleTable, version: number): void {
  const open = canChange(table.status);
  if (!open.allowed) throw conflict(open.reason, { status: table.status });
  refuseStaleTable(table, version);
}

/**
 * Names that are given already. A shipped version that is only declared may still get its values under its own name;
 * a name that was in force once is never given again, because scores name it.
 */
export async function takenKeys(
  ctx: ActorContext,
  { except }: { except?: string } = {},
): Promise<Set<string>> {
  const shipped = (Object.keys(TABLES_OF_KIND) as RuleKind[]).flatMap((kind) =>
    shippedTables[TABLES_OF_KIND[kind]].filter((table) => hasValues(kind, table)).map(({ id }) => id),
  );
  const rows = await ctx.db.select({ id: ruleTable.id, key: ruleTable.key }).from(ruleTable);
  return new Set([...shipped, ...rows.filter(({ id }) => id !== except).map(({ key }) => key)]);
}
