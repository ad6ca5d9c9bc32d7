import "server-only";
import { and, eq } from "drizzle-orm";
import { audited } from "@/lib/audit/events";
import { isStaffContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { escalation } from "@/lib/db/schema/reminders";
import { conflict, notFound } from "@/lib/errors/app-error";
import { can } from "@/lib/policy/can";
import { getEscalation } from "../queries";
import { acknowledgeEscalationInput } from "../schemas";

/** Ends the daily telling of a date in danger by a decision with its reason. CONFLICT where it has ended already. */
export const acknowledgeEscalation = defineCommand({
  name: "escalation.acknowledge",
  openTo: ["staff"],
  input: acknowledgeEscalationInput,
  load(ctx, { escalationId }) {
    if (!isStaffContext(ctx)) throw notFound();
    return getEscalation(ctx, escalationId);
  },
  authorise: (actor) => can(actor, "escalation.decide"),
  async execute(ctx, { id, caseId, clientId, dueOn, cause }, { reason }) {
    if (!isStaffContext(ctx)) throw notFound();
    const decided = await ctx.db
      .update(escalation)
      .set({ state: "decided", settledAt: ctx.now, decidedBy: ctx.actor.userId, decision: reason })
      .where(and(eq(escalation.id, id), eq(escalation.state, "open")))
      .returning({ id: escalation.id });
    if (decided.length === 0) throw conflict("This has been settled already.");
    return audited(null, {
      event: "escalation.decided",
      object: { kind: "escalation", id },
      ...{ caseId, clientId, detail: { dueOn, cause } },
    });
  },
});
