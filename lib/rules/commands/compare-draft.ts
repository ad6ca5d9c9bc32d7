import "server-only";
import { and, eq } from "drizzle-orm";
import { audited } from "@/lib/audit/events";
import { getFirmDay } from "@/lib/cases/queries";
import { defineCommand } from "@/lib/command/define-command";
import { ruleRun } from "@/lib/db/schema/rules";
import { invalid } from "@/lib/errors/app-error";
import { compareDraftInput } from "../schemas";
import { draftFaults, faultsInWords } from "./draft-body";
import { onRuleTable, requireOpenDraft } from "./load-rule-table";
import { startRun } from "./start-run";

/**
 * Asks who in the pool would gain and who would lose under a draft. The answer is worked out by a job, on the day the
 * draft would begin or today, and kept; an earlier answer about the same draft goes.
 */
export const compareDraft = defineCommand({
  name: "rule.compare_draft",
  input: compareDraftInput,
  ...onRuleTable,
  async execute(ctx, table, input) {
    requireOpenDraft(table, input.version);
    const { today } = await getFirmDay(ctx);
    const { key, source } = table;
    const effectiveFrom = table.effectiveFrom ?? today;
    const faults = draftFaults(table.kind, table.body, { key, effectiveFrom, source });
    if (faults.length > 0) throw invalid(`This draft cannot be compared yet. ${faultsInWords(faults)}`);
    await ctx.db
      .delete(ruleRun)
      .where(and(eq(ruleRun.ruleTableId, table.id), eq(ruleRun.kind, "comparison")));
    const on = effectiveFrom > today ? effectiveFrom : today;
    const run = await startRun(ctx, { kind: "comparison", reason: "rule", on, table });
    return audited(
      { id: table.id },
      {
        event: "rule.compared",
        object: { kind: "rule_table", id: table.id },
        detail: { kind: table.kind, key, on, clients: run?.total ?? 0 },
      },
    );
  },
});
