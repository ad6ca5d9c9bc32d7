import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { audited } from "@/lib/audit/events";
import { defineCommand } from "@/lib/command/define-command";
import { caseFile, clientApproval, signOff } from "@/lib/db/schema/cases";
import { conflict } from "@/lib/errors/app-error";
import { can } from "@/lib/policy/can";
import { getCaseForUpdate } from "../queries";
import { stepsFrom } from "../rules";
import { caseInput } from "../schemas";
import { stepCase } from "./step-case";

/**
 * After a lapsed invitation or an application that came back: a new profile is prepared (section 8, 19a and 19b). What
 * was, stays in the file; the sign-off and the client's word were for what was sent, so they are given anew.
 */
export const startAgain = defineCommand({
  name: "case.start-again",
  input: caseInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "case.advance", file),
  async execute(ctx, file) {
    if (!stepsFrom(file.stage).some(({ name }) => name === "startAgain"))
      throw conflict("Only a lapsed invitation or a returned application is followed by a new profile.", {
        stage: file.stage,
      });
    const step = await stepCase(ctx, file, "PROFILE_PREPARATION");
    await ctx.db
      .update(signOff)
      .set({ withdrawnAt: ctx.now })
      .where(and(eq(signOff.caseId, file.id), isNull(signOff.withdrawnAt)));
    await ctx.db
      .update(clientApproval)
      .set({ withdrawnAt: ctx.now })
      .where(and(eq(clientApproval.caseId, file.id), isNull(clientApproval.withdrawnAt)));
    await ctx.db.update(caseFile).set({ plannedSubmissionOn: null }).where(eq(caseFile.id, file.id));
    return audited({ caseId: file.id }, step);
  },
});
