import "server-only";
import { and, eq } from "drizzle-orm";
import { audited } from "@/lib/audit/events";
import { isStaffContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { caseFile } from "@/lib/db/schema/cases";
import { conflict, forbidden, invalid } from "@/lib/errors/app-error";
import { can } from "@/lib/policy/can";
import { findOpenWindow, getCaseForUpdate, getFirmDay } from "../queries";
import { canPlanOn } from "../rules";
import { planSubmissionInput } from "../schemas";

/** Sets or clears the day on which the application should be sent; inside the invitation's window only. */
export const planSubmission = defineCommand({
  name: "case.plan",
  input: planSubmissionInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "case.edit", file),
  async execute(ctx, file, { version, plannedOn }) {
    if (!isStaffContext(ctx)) throw forbidden("Only the firm's staff plan a submission.");
    if (plannedOn !== null) {
      const { today } = await getFirmDay(ctx);
      const window = await findOpenWindow(ctx, file.id);
      const plan = canPlanOn(plannedOn, window && { ...window, today });
      if (!plan.allowed) throw invalid(plan.reason, { plannedOn: plan.reason });
    }
    const changed = await ctx.db
      .update(caseFile)
      .set({ plannedSubmissionOn: plannedOn, updatedAt: ctx.now, version: version + 1 })
      .where(and(eq(caseFile.id, file.id), eq(caseFile.version, version)));
    if (changed.rowCount !== 1) {
      throw conflict("Somebody changed this case since you opened the form. Reload the page and try again.", {
        plannedSubmissionOn: file.plannedSubmissionOn,
      });
    }
    return audited(
      { caseId: file.id },
      {
        event: "case.plan_changed",
        object: { kind: "case", id: file.id },
        caseId: file.id,
        clientId: file.clientId,
        detail: { from: file.plannedSubmissionOn, to: plannedOn },
      },
    );
  },
});
