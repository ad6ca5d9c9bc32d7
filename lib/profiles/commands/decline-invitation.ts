import "server-only";
import { audited } from "@/lib/audit/events";
import { stepCase } from "@/lib/cases/commands/step-case";
import { getCaseForUpdate } from "@/lib/cases/queries";
import { defineCommand } from "@/lib/command/define-command";
import { setDeadline } from "@/lib/deadlines/commands/set-deadline";
import { conflict } from "@/lib/errors/app-error";
import { dateInZone } from "@/lib/express-entry/timing/zone";
import { can } from "@/lib/policy/can";
import { getOpenInvitation, listProfiles } from "../queries";
import { declineInvitationInput } from "../schemas";
import { endInvitation } from "./end-invitation";

/** Declines an invitation in time: back to the pool with the old timestamp, and may be invited again (IRPA 10.1(7)). */
export const declineInvitation = defineCommand({
  name: "invitation.decline",
  input: declineInvitationInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "invitation.decide", file),
  async execute(ctx, file, input) {
    const open = await getOpenInvitation(ctx, file.id);
    const profile = (await listProfiles(ctx, file.id)).find((one) => one.id === open.profileId);
    if (!profile || profile.expiresAt.getTime() <= ctx.now.getTime()) {
      throw conflict(
        "The profile's year is over, so there is no pool to go back to. Let the case be withdrawn or closed.",
      );
    }
    const step = await stepCase(ctx, file, "IN_POOL", { reason: input.reason });
    await endInvitation(ctx, file, open, { status: "declined", reason: input.reason });
    const clock = await setDeadline(ctx, file, {
      kind: "profile",
      title: "Profile leaves the pool",
      sourceKind: "profile",
      sourceId: profile.id,
      startDate: dateInZone(profile.submittedAt, open.timeZone),
      timeZone: open.timeZone,
      rule: "Submission + 1 year, to the same time of day",
      dueOn: dateInZone(profile.expiresAt, open.timeZone),
      hard: true,
    });
    return audited(
      { invitationId: open.id },
      {
        event: "invitation.declined",
        object: { kind: "invitation", id: open.id },
        caseId: file.id,
        clientId: file.clientId,
        detail: { reason: input.reason },
      },
      step,
      clock,
    );
  },
});
