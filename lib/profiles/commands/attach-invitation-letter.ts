import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { audited } from "@/lib/audit/events";
import { findCaseDocument, getCaseForUpdate } from "@/lib/cases/queries";
import { isStaffContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { invitation } from "@/lib/db/schema/pool";
import { conflict, forbidden, invalid } from "@/lib/errors/app-error";
import { can } from "@/lib/policy/can";
import { getOpenInvitation } from "../queries";
import { attachLetterInput } from "../schemas";
import { setWindowClock } from "./window-clock";

/** Says which document of the case is IRCC's letter: both keys are read from it. CONFLICT once the date is confirmed. */
export const attachInvitationLetter = defineCommand({
  name: "invitation.attach-letter",
  input: attachLetterInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "invitation.record", file),
  async execute(ctx, file, { documentId }) {
    if (!isStaffContext(ctx)) throw forbidden("Only the firm's staff attach the letter.");
    const open = await getOpenInvitation(ctx, file.id);
    const letter = await findCaseDocument(ctx, file.id, documentId);
    if (!letter)
      throw invalid("Choose another document.", { documentId: "This document is not in this case." });
    const none = { disputedIssueDate: null, disputedDeadline: null, disputedBy: null, disputedAt: null };
    const changed = await ctx.db
      .update(invitation)
      .set({ letterDocumentId: documentId, ...none, version: sql`${invitation.version} + 1` })
      .where(and(eq(invitation.id, open.id), isNull(invitation.confirmedAt)));
    if (changed.rowCount !== 1)
      throw conflict("The date is confirmed by this letter already. Change the date to attach another one.");
    const dueOn = open.deadlineDate;
    const clock = await setWindowClock(ctx, file, {
      ...open,
      ...{ letterDocumentId: documentId, dueOn, confirmed: false },
    });
    return audited(
      { invitationId: open.id },
      {
        event: "invitation.letter_attached",
        object: { kind: "invitation", id: open.id },
        caseId: file.id,
        clientId: file.clientId,
        detail: { document: letter.title },
      },
      clock,
    );
  },
});
