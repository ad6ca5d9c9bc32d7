import "server-only";
import { audited } from "@/lib/audit/events";
import { stepCase } from "@/lib/cases/commands/step-case";
import { getCaseForUpdate } from "@/lib/cases/queries";
import { defineCommand } from "@/lib/command/define-command";
import { conflict } from "@/lib/errors/app-error";
import { endOfDayInZone } from "@/lib/express-entry/timing/zone";
import { getOpenInvitation } from "../queries";
import { expireInvitationInput } from "../schemas";
import { endInvitation } from "./end-invitation";

/**
 * Day 60 has passed in the window's zone: the invitation lapses, its profile can never be invited again
 * (IRPA 10.1(6)), and the deadline is marked missed. Background work only.
 */
export const expireInvitation = defineCommand({
  name: "invitation.expire",
  input: expireInvitationInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor) =>
    actor.kind === "system"
      ? { allowed: true }
      : { allowed: false, reason: "An invitation lapses by itself." },
  async execute(ctx, file) {
    const open = await getOpenInvitation(ctx, file.id);
    if (ctx.now.getTime() <= endOfDayInZone(open.deadlineDate, open.timeZone).getTime()) {
      throw conflict("This invitation's last day is not over yet.");
    }
    const step = await stepCase(ctx, file, "ITA_EXPIRED", { reason: "Day 60 passed without an application" });
    await endInvitation(ctx, file, open, { status: "expired", reason: null });
    const subject = { object: { kind: "invitation", id: open.id }, caseId: file.id, clientId: file.clientId };
    return audited(
      { invitationId: open.id },
      { event: "invitation.expired", ...subject, detail: { deadline: open.deadlineDate } },
      step,
      {
        event: "deadline.missed",
        ...subject,
        detail: { title: "Submit the application", dueOn: open.deadlineDate },
      },
    );
  },
});
