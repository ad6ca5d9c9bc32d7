import "server-only";
import { audited } from "@/lib/audit/events";
import { getCaseForUpdate } from "@/lib/cases/queries";
import { isStaffContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { signOff as signOffTable } from "@/lib/db/schema/cases";
import { conflict, forbidden } from "@/lib/errors/app-error";
import { newId } from "@/lib/ids/id";
import { can } from "@/lib/policy/can";
import { getSubmissionState } from "../queries";
import { canSignOff } from "../rules";
import { signOffInput } from "../schemas";

/** The licensee's review is done: every required item is accepted. It stands for the facts as they are now. */
export const signOff = defineCommand({
  name: "submission.sign-off",
  input: signOffInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "submission.signOff", file),
  async execute(ctx, file) {
    if (!isStaffContext(ctx)) throw forbidden("Only the firm signs off.");
    const step = canSignOff(await getSubmissionState(ctx, file.id));
    if (!step.allowed) throw conflict(step.reason);
    await ctx.db.insert(signOffTable).values({
      id: newId(),
      caseId: file.id,
      clientId: file.clientId,
      byUserId: ctx.actor.userId,
      at: ctx.now,
      factsVersion: file.factsVersion,
    });
    return audited(
      { factsVersion: file.factsVersion },
      {
        event: "submission.signed_off",
        object: { kind: "case", id: file.id },
        caseId: file.id,
        clientId: file.clientId,
        detail: { accepted: file.acceptedCount, required: file.requiredCount },
      },
    );
  },
});
