import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { audited } from "@/lib/audit/events";
import { getFirmDay } from "@/lib/cases/queries";
import { defineCommand } from "@/lib/command/define-command";
import { ruleTable } from "@/lib/db/schema/rules";
import { conflict } from "@/lib/errors/app-error";
import { retireTableInput } from "../schemas";
import { onRuleTable, refuseStaleTable } from "./load-rule-table";
import { startRun } from "./start-run";

/**
 * Takes an entered table out of force: the version before it holds again. It stays on record, and so do the scores
 * that name it; open files are scored anew by a job.
 */
export const retireTable = defineCommand({
  name: "rule.retire",
  input: retireTableInput,
  ...onRuleTable,
  async execute(ctx, table, input) {
    if (table.status !== "active") {
      throw conflict("Only an active version is taken out of force.", { status: table.status });
    }
    refuseStaleTable(table, input.version);
    const retired = await ctx.db
      .update(ruleTable)
      .set({
        status: "retired",
        note: [table.note, input.reason].filter(Boolean).join("\n"),
        retiredBy: ctx.actor.kind === "system" ? null : ctx.actor.userId,
        retiredAt: ctx.now,
        updatedAt: ctx.now,
        version: sql`${ruleTable.version} + 1`,
      })
      .where(and(eq(ruleTable.id, table.id), eq(ruleTable.version, input.version)));
    if (retired.rowCount !== 1) throw conflict("Somebody changed this version just now. Reload the page.");
    const { today } = await getFirmDay(ctx);
    const run = await startRun(ctx, { kind: "rescore", reason: "rule", on: today, table });
    return audited(
      { id: table.id, files: run?.total ?? 0 },
      {
        event: "rule.retired",
        object: { kind: "rule_table", id: table.id },
        detail: { kind: table.kind, key: table.key, reason: input.reason, files: run?.total ?? 0 },
      },
    );
  },
});
