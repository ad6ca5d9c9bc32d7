import "server-only";
import { audited } from "@/lib/audit/events";
import { stepCase } from "@/lib/cases/commands/step-case";
import { getCaseForUpdate } from "@/lib/cases/queries";
import { refreshChecklist } from "@/lib/checklist/commands/refresh-checklist";
import { defineCommand } from "@/lib/command/define-command";
import { can } from "@/lib/policy/can";
import { getOpenInvitation } from "../queries";
import { startPreparationInput } from "../schemas";
import { recordDecision } from "./record-decision";

/**
 * Takes up the invitation: the decision is kept with its reason and its figures, the checklist is generated from the
 * facts, and the work begins.
 */
export const startPreparation = defineCommand({
  name: "invitation.accept",
  input: startPreparationInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "invitation.decide", file),
  async execute(ctx, file, { reason }) {
    const open = await getOpenInvitation(ctx, file.id);
    await recordDecision(ctx, file, { invitationId: open.id, decision: "accept", reason });
    const step = await stepCase(ctx, file, "APPLICATION_PREPARATION");
    const checklist = await refreshChecklist(ctx, { ...file, stage: "APPLICATION_PREPARATION" });
    return audited(
      { invitationId: open.id },
      {
        event: "invitation.accepted",
        object: { kind: "invitation", id: open.id },
        caseId: file.id,
        clientId: file.clientId,
        detail: { reason },
      },
      step,
      checklist.entry,
    );
  },
});
