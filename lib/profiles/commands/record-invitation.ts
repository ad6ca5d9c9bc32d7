import "server-only";
import { audited } from "@/lib/audit/events";
import { getCaseForUpdate } from "@/lib/cases/queries";
import { defineCommand } from "@/lib/command/define-command";
import { can } from "@/lib/policy/can";
import { recordInvitationInput } from "../schemas";
import { writeInvitation } from "./write-invitation";

/**
 * Records an invitation to apply from IRCC's message: its instant, its class, and the last day the account shows.
 * Day 0 is the message's date in the firm's zone; the earlier of computed and shown rules (rules reference 4.2).
 */
export const recordInvitation = defineCommand({
  name: "invitation.record",
  input: recordInvitationInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "invitation.record", file),
  async execute(ctx, file, input) {
    const { written, entries } = await writeInvitation(ctx, file, input);
    return audited(written, ...entries);
  },
});
