import "server-only";
import { audited } from "@/lib/audit/events";
import { defineCommand } from "@/lib/command/define-command";
import { scenario } from "@/lib/db/schema/scenarios";
import { conflict } from "@/lib/errors/app-error";
import { newId } from "@/lib/ids/id";
import { MOST_SCENARIOS } from "../forecast/scenario-limits";
import { saveScenarioInput } from "../schemas";
import {
  listKept,
  loadCase,
  mayChangeScenarios,
  refuseSameName,
  requireOpen,
  scenarioEntry,
} from "./change-scenarios";

/** Keeps what was tried, to compare it. INVALID for a name that is taken, CONFLICT where the file keeps enough already. */
export const saveScenario = defineCommand({
  name: "scenario.save",
  input: saveScenarioInput,
  load: loadCase,
  authorise: mayChangeScenarios,
  execute: async (ctx, file, { name, changes }) => {
    requireOpen(file);
    const kept = await listKept(ctx, file.id);
    refuseSameName(kept, name);
    if (kept.length >= MOST_SCENARIOS) {
      throw conflict(`A file keeps ${MOST_SCENARIOS} scenarios. Remove one that has served its time first.`);
    }
    const id = newId();
    const createdBy = ctx.actor.kind === "system" ? file.ownerId : ctx.actor.userId;
    await ctx.db.insert(scenario).values({
      ...{ id, caseId: file.id, clientId: file.clientId, name, changes, createdBy },
      ...{ createdAt: ctx.now, updatedAt: ctx.now },
    });
    return audited({ id, number: file.number }, scenarioEntry("scenario.saved", file, id, changes.length));
  },
});
