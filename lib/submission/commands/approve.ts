import "server-only";
import { audited } from "@/lib/audit/events";
import { stepCase } from "@/lib/cases/commands/step-case";
import { getCaseForUpdate } from "@/lib/cases/queries";
import { isClientContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { clientApproval } from "@/lib/db/schema/cases";
import { conflict, forbidden } from "@/lib/errors/app-error";
import { newId } from "@/lib/ids/id";
import { getCaseFacts } from "@/lib/people/queries";
import { can } from "@/lib/policy/can";
import { getSubmissionState } from "../queries";
import { canApprove } from "../rules";
import { approveInput } from "../schemas";

/**
 * The client confirms the facts as they were shown; a frozen copy of them is kept. The case is ready to submit.
 * Facts that changed while the page was open are not confirmed by accident: the version must be the one shown.
 */
export const approve = defineCommand({
  name: "submission.approve",
  input: approveInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "submission.approve", file),
  async execute(ctx, file, input) {
    if (!isClientContext(ctx)) throw forbidden("Only the client confirms the facts.");
    if (input.factsVersion !== file.factsVersion) {
      throw conflict(
        "Something was changed while you were reading. Please read it once more and confirm again.",
      );
    }
    const allowed = canApprove(await getSubmissionState(ctx, file.id));
    if (!allowed.allowed) throw conflict(allowed.reason);
    await ctx.db.insert(clientApproval).values({
      id: newId(),
      caseId: file.id,
      clientId: file.clientId,
      byUserId: ctx.actor.userId,
      at: ctx.now,
      factsVersion: file.factsVersion,
      factsShown: await getCaseFacts(ctx, file.id),
    });
    const step = await stepCase(ctx, file, "READY_TO_SUBMIT");
    return audited(
      { factsVersion: file.factsVersion },
      {
        event: "submission.approved",
        object: { kind: "case", id: file.id },
        caseId: file.id,
        clientId: file.clientId,
      },
      step,
    );
  },
});
