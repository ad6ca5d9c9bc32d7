import "server-only";
import { eq } from "drizzle-orm";
import { audited } from "@/lib/audit/events";
import { defineCommand } from "@/lib/command/define-command";
import { ruleTable } from "@/lib/db/schema/rules";
import { discardDraftInput } from "../schemas";
import { onRuleTable, requireOpenDraft } from "./load-rule-table";

/** Throws a draft away, with its comparisons. What was in force once is retired instead, never removed. */
export const discardDraft = defineCommand({
  name: "rule.discard_draft",
  input: discardDraftInput,
  ...onRuleTable,
  async execute(ctx, table, input) {
    requireOpenDraft(table, input.version);
    await ctx.db.delete(ruleTable).where(eq(ruleTable.id, table.id));
    return audited(
      { kind: table.kind },
      {
        event: "rule.discarded",
        object: { kind: "rule_table", id: table.id },
        detail: { kind: table.kind, key: table.key },
      },
    );
  },
});
