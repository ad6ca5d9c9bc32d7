import "server-only";
import { audited } from "@/lib/audit/events";
import { defineCommand } from "@/lib/command/define-command";
import { can } from "@/lib/policy/can";
import { getCaseForUpdate } from "../queries";
import { recordConsultationInput } from "../schemas";
import { stepCase } from "./step-case";
import { writeAgreement } from "./write-agreement";

/** The client signed for a consultation: the enquiry becomes a consultation (Code s. 23). */
export const recordConsultation = defineCommand({
  name: "consultation.record",
  input: recordConsultationInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "agreement.record", file),
  async execute(ctx, file, { signedOn, documentId, note }) {
    const step = await stepCase(ctx, file, "CONSULTATION", { happenedOn: signedOn, documentId });
    const recorded = await writeAgreement(ctx, file, { kind: "consultation", signedOn, documentId, note });
    return audited({ caseId: file.id }, recorded, step);
  },
});
