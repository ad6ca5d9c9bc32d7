import "server-only";
import { eq } from "drizzle-orm";
import { audited } from "@/lib/audit/events";
import { defineCommand } from "@/lib/command/define-command";
import { ruleTable } from "@/lib/db/schema/rules";
import { conflict } from "@/lib/errors/app-error";
import { can } from "@/lib/policy/can";
import { canChange } from "../rules";
import { discardDraftInput } from "../schemas";
import { getRuleTableForUpdate, refuseStaleTable } from "./load-rule-table";

/** Throws a draft away, with its comparisons. What was in force once is retired instead, never removed. */
export const discardDraft = defineCommand({
  name: "rule.discard_draft",
  input: discardDraftInput,
  openTo: ["staff"],
  load: (ctx, input) => getRuleTableForUpdate(ctx, input.id),
  authorise: (actor) => can(actor, "rules.manage"),
  async execute(ctx, table, input) {
    const open = canChange(table.status);
    if (!open.allowed) throw conflict(open.reason, { status: table.status });
    refuseStaleTable(table, input.version);
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
