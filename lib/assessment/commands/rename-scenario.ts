import "server-only";
import { audited } from "@/lib/audit/events";
import { defineCommand } from "@/lib/command/define-command";
import { scenario } from "@/lib/db/schema/scenarios";
import { renameScenarioInput } from "../schemas";
import {
  listKept,
  loadCase,
  mayChangeScenarios,
  refuseSameName,
  requireOneScenario,
  requireOpen,
  scenarioAt,
  scenarioEntry,
} from "./change-scenarios";

/** Gives a scenario another name. CONFLICT where somebody was quicker. */
export const renameScenario = defineCommand({
  name: "scenario.rename",
  input: renameScenarioInput,
  load: loadCase,
  authorise: mayChangeScenarios,
  execute: async (ctx, file, input) => {
    requireOpen(file);
    const kept = await listKept(ctx, file.id);
    refuseSameName(kept, input.name, input.id);
    const { rowCount } = await ctx.db
      .update(scenario)
      .set({ name: input.name, updatedAt: ctx.now, version: input.version + 1 })
      .where(scenarioAt(input));
    requireOneScenario(
      rowCount,
      kept.find(({ id }) => id === input.id),
    );
    return audited({ id: input.id }, scenarioEntry("scenario.renamed", file, input.id));
  },
});
