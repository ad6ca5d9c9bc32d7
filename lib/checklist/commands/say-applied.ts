import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { audited } from "@/lib/audit/events";
import { getFirmDay } from "@/lib/cases/queries";
import { hasEnded } from "@/lib/cases/rules";
import { defineCommand } from "@/lib/command/define-command";
import { requirement } from "@/lib/db/schema/documents";
import { conflict, forbidden, invalid } from "@/lib/errors/app-error";
import { can } from "@/lib/policy/can";
import { sayAppliedInput } from "../schemas";
import { appliedFault, canApply } from "../waiting/rules";
import { loadLine } from "./load-line";

/**
 * Says on which day a document was applied for, so that the ball is with whoever issues it from that day; without a
 * day it is taken back. Open to the client and to the firm. CONFLICT where nothing is awaited, or somebody was faster.
 */
export const sayApplied = defineCommand({
  name: "requirement.say-applied",
  input: sayAppliedInput,
  openTo: ["staff", "client"],
  load: (ctx, input) => loadLine(ctx, input.requirementId),
  authorise: (actor, { file }) => can(actor, "requirement.apply", file),
  async execute(ctx, { file, line }, { version, appliedOn }) {
    if (ctx.actor.kind !== "staff" && ctx.actor.kind !== "client") throw forbidden("Only people apply.");
    if (hasEnded(file.stage)) throw conflict("This case is at its end: nothing is waited for any more.");
    const current = { state: line.state, version: line.version };
    if (!canApply(line)) throw conflict("Nothing is waited for here any more. Look at it again.", current);
    const { today } = await getFirmDay(ctx);
    const fault = appliedFault(appliedOn, today);
    if (fault !== null) throw invalid("Look at the day again.", { appliedOn: fault });
    const changed = await ctx.db
      .update(requirement)
      .set({ appliedOn, updatedAt: ctx.now, version: sql`${requirement.version} + 1` })
      .where(and(eq(requirement.id, line.id), eq(requirement.version, version)));
    if (changed.rowCount !== 1)
      throw conflict("It changed while you had it open. Look at it again.", current);
    return audited(
      { requirementId: line.id, version: version + 1 },
      {
        event: "requirement.applied",
        object: { kind: "requirement", id: line.id },
        caseId: file.id,
        clientId: file.clientId,
        detail: { title: line.title, on: appliedOn },
      },
    );
  },
});
