import "server-only";
import { audited } from "@/lib/audit/events";
import { defineCommand } from "@/lib/command/define-command";
import { scenario } from "@/lib/db/schema/scenarios";
import { removeScenarioInput } from "../schemas";
import {
  listKept,
  loadCase,
  mayChangeScenarios,
  requireOneScenario,
  requireOpen,
  scenarioAt,
  scenarioEntry,
} from "./change-scenarios";

/** Takes a scenario away; the audit log keeps that it was there. CONFLICT where somebody was quicker. */
export const removeScenario = defineCommand({
  name: "scenario.remove",
  input: removeScenarioInput,
  load: loadCase,
  authorise: mayChangeScenarios,
  execute: async (ctx, file, input) => {
    requireOpen(file);
    const kept = await listKept(ctx, file.id);
    const { rowCount } = await ctx.db.delete(scenario).where(scenarioAt(input));
    requireOneScenario(
      rowCount,
      kept.find(({ id }) => id === input.id),
    );
    return audited({ id: input.id }, scenarioEntry("scenario.removed", file, input.id));
  },
});
