import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { audited } from "@/lib/audit/events";
import { findCaseDocument, getCaseForUpdate, getFirmDay } from "@/lib/cases/queries";
import { isStaffContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { closingDuty } from "@/lib/db/schema/processing";
import { closeDeadline } from "@/lib/deadlines/commands/set-deadline";
import { conflict, forbidden, invalid, notFound } from "@/lib/errors/app-error";
import { can } from "@/lib/policy/can";
import { listDuties } from "../queries";
import { DUTY_LABELS, settleFaults } from "../rules";
import { settleDutyInput } from "../schemas";

/** A closing duty is done, with its day and its paper, or not needed, with the reason. */
export const settleDuty = defineCommand({
  name: "closing.settle",
  input: settleDutyInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "case.close", file),
  async execute(ctx, file, { dutyId, version, outcome, on, note, documentId }) {
    if (!isStaffContext(ctx)) throw forbidden("Only the firm closes a file.");
    const duty = (await listDuties(ctx, file.id)).find(({ id }) => id === dutyId);
    if (!duty) throw notFound();
    if (duty.state !== "open") throw conflict("This duty is settled already.", { state: duty.state });
    const { today } = await getFirmDay(ctx);
    const faults = settleFaults({ outcome, on, note }, duty, today);
    if (documentId !== null && (await findCaseDocument(ctx, file.id, documentId)) === null)
      faults.documentId = "This paper is not in the file.";
    if (Object.keys(faults).length > 0) throw invalid("It cannot be recorded like this.", faults);
    const changed = await ctx.db
      .update(closingDuty)
      .set({
        ...{ state: outcome, settledOn: on, note: note ?? duty.note, documentId },
        ...{ settledBy: ctx.actor.userId, version: sql`${closingDuty.version} + 1` },
      })
      .where(and(eq(closingDuty.id, dutyId), eq(closingDuty.version, version)));
    if (changed.rowCount !== 1)
      throw conflict("Somebody changed this duty while you had it open. Reload the page.");
    const kind = duty.kind === "transfer_file" ? "file_transfer" : "closing";
    const state = outcome === "not_needed" ? "void" : on <= duty.dueOn ? "met" : "missed";
    await closeDeadline(ctx, file, { kind, sourceId: dutyId }, state);
    return audited(
      { dutyId },
      {
        event: "closing.duty_settled",
        object: { kind: "closing_duty", id: dutyId },
        caseId: file.id,
        clientId: file.clientId,
        detail: { duty: DUTY_LABELS[duty.kind], outcome: outcome === "done" ? "done" : "not needed", on },
      },
    );
  },
});
