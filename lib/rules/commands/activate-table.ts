import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { audited } from "@/lib/audit/events";
import { getFirmDay } from "@/lib/cases/queries";
import { defineCommand } from "@/lib/command/define-command";
import { ruleTable } from "@/lib/db/schema/rules";
import { conflict, invalid } from "@/lib/errors/app-error";
import { faultsOf, withHead } from "../rules";
import { activateTableInput } from "../schemas";
import { faultsInWords } from "./draft-body";
import { onRuleTable, requireOpenDraft, takenKeys } from "./load-rule-table";
import { startRun } from "./start-run";

/**
 * Puts a draft in force from its first day on. Refused, with every reason, while its figures do not hold together.
 * Scores that were computed before keep their figures and the name of their ruleset; open files are scored anew by a
 * job. Under the name of a ruleset that is only declared it gives that one its values.
 */
export const activateTable = defineCommand({
  name: "rule.activate",
  input: activateTableInput,
  ...onRuleTable,
  async execute(ctx, table, input) {
    requireOpenDraft(table, input.version);
    const { key, kind } = table;
    const { effectiveFrom, source } = input;
    if ((await takenKeys(ctx, { except: table.id })).has(key)) {
      throw invalid(`${key} is taken by another version. Give this draft another name first.`);
    }
    const body = withHead(kind, table.body, { key, effectiveFrom, source });
    const faults = faultsOf(kind, body);
    if (faults.length > 0) throw invalid(`This draft cannot come into force yet. ${faultsInWords(faults)}`);
    const activated = await ctx.db
      .update(ruleTable)
      .set({
        ...{ effectiveFrom, source, body, status: "active" },
        activatedBy: ctx.actor.kind === "system" ? null : ctx.actor.userId,
        activatedAt: ctx.now,
        updatedAt: ctx.now,
        version: sql`${ruleTable.version} + 1`,
      })
      .where(and(eq(ruleTable.id, table.id), eq(ruleTable.version, input.version)));
    if (activated.rowCount !== 1) throw conflict("Somebody changed this version just now. Reload the page.");
    const { today } = await getFirmDay(ctx);
    const run = await startRun(ctx, { kind: "rescore", reason: "rule", on: today, table });
    return audited(
      { id: table.id, key, files: run?.total ?? 0 },
      {
        event: "rule.activated",
        object: { kind: "rule_table", id: table.id },
        detail: { kind, key, effectiveFrom, source, files: run?.total ?? 0 },
      },
    );
  },
});
