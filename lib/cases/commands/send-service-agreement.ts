import "server-only";
import { audited } from "@/lib/audit/events";
import { defineCommand } from "@/lib/command/define-command";
import { can } from "@/lib/policy/can";
import { getCaseForUpdate } from "../queries";
import { caseInput } from "../schemas";
import { stepCase } from "./step-case";

/** The draft service agreement went out; the case waits for signatures. */
export const sendServiceAgreement = defineCommand({
  name: "agreement.send",
  input: caseInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "case.advance", file),
  async execute(ctx, file) {
    return audited({ caseId: file.id }, await stepCase(ctx, file, "RETAINER_PENDING"));
  },
});
