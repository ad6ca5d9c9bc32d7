import "server-only";
import { audited } from "@/lib/audit/events";
import { defineCommand } from "@/lib/command/define-command";
import { can } from "@/lib/policy/can";
import { getCaseForUpdate } from "../queries";
import { recordServiceAgreementInput } from "../schemas";
import { stepCase } from "./step-case";
import { writeAgreement } from "./write-agreement";

/** Both signed the service agreement: the firm is retained (Code s. 24). */
export const recordServiceAgreement = defineCommand({
  name: "agreement.record",
  input: recordServiceAgreementInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "agreement.record", file),
  async execute(ctx, file, { signedOn, documentId }) {
    const step = await stepCase(ctx, file, "RETAINED", { happenedOn: signedOn, documentId });
    const recorded = await writeAgreement(ctx, file, { kind: "service", signedOn, documentId });
    return audited({ caseId: file.id }, recorded, step);
  },
});
