import "server-only";
import { audited } from "@/lib/audit/events";
import { defineCommand } from "@/lib/command/define-command";
import { can } from "@/lib/policy/can";
import { getCaseForUpdate } from "../queries";
import { caseInput } from "../schemas";
import { stepCase } from "./step-case";

/** Intake is complete: the facts are entered and assessed. */
export const startAssessment = defineCommand({
  name: "case.start-assessment",
  input: caseInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "case.advance", file),
  async execute(ctx, file) {
    return audited({ caseId: file.id }, await stepCase(ctx, file, "ASSESSMENT"));
  },
});
