import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { audited } from "@/lib/audit/events";
import { stepCase } from "@/lib/cases/commands/step-case";
import { getCaseForUpdate } from "@/lib/cases/queries";
import { defineCommand } from "@/lib/command/define-command";
import { clientApproval, signOff } from "@/lib/db/schema/cases";
import { can } from "@/lib/policy/can";
import { reopenPreparationInput } from "../schemas";

/** Takes a ready application back to preparation; sign-off and approval are withdrawn and must be given again. */
export const reopenPreparation = defineCommand({
  name: "submission.reopen",
  input: reopenPreparationInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "submission.signOff", file),
  async execute(ctx, file, input) {
    const step = await stepCase(ctx, file, "APPLICATION_PREPARATION", { reason: input.reason });
    await ctx.db
      .update(signOff)
      .set({ withdrawnAt: ctx.now })
      .where(and(eq(signOff.caseId, file.id), isNull(signOff.withdrawnAt)));
    await ctx.db
      .update(clientApproval)
      .set({ withdrawnAt: ctx.now })
      .where(and(eq(clientApproval.caseId, file.id), isNull(clientApproval.withdrawnAt)));
    return audited(
      { caseId: file.id },
      {
        event: "submission.sign_off_withdrawn",
        object: { kind: "case", id: file.id },
        caseId: file.id,
        clientId: file.clientId,
        detail: { reason: input.reason },
      },
      step,
    );
  },
});
