import "server-only";
import { audited } from "@/lib/audit/events";
import { leaveDuties } from "@/lib/closing/commands/leave-duties";
import { isStaffContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { conflict, forbidden } from "@/lib/errors/app-error";
import { can } from "@/lib/policy/can";
import { getCaseForUpdate } from "../queries";
import { canStep } from "../rules";
import { closeCaseInput } from "../schemas";
import { endCase } from "./end-case";

/**
 * Closes a file for good, with a reason. Nothing is deleted. Where the firm was retained its closing duties come first,
 * or a second reason says why not (Code s. 36).
 */
export const closeCase = defineCommand({
  name: "case.close",
  input: closeCaseInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "case.close", file),
  async execute(ctx, file, { reason, dutiesReason }) {
    if (!isStaffContext(ctx)) throw forbidden("Only the firm closes a file.");
    const step = canStep(file.stage, "CLOSED");
    if (!step.allowed) throw conflict(step.reason, { stage: file.stage });
    const left = await leaveDuties(ctx, file, dutiesReason);
    return audited({ caseId: file.id }, ...(await endCase(ctx, file, "CLOSED", reason)), ...left);
  },
});
