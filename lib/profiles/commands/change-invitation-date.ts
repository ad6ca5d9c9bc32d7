import "server-only";
import { eq, sql } from "drizzle-orm";
import { audited } from "@/lib/audit/events";
import { getCaseForUpdate } from "@/lib/cases/queries";
import { isStaffContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { invitation } from "@/lib/db/schema/pool";
import { forbidden, invalid, notFound } from "@/lib/errors/app-error";
import { minDate } from "@/lib/express-entry/timing/calendar-date";
import { can } from "@/lib/policy/can";
import { getRuleTables } from "@/lib/rules/queries";
import { getOpenInvitation, listProfiles } from "../queries";
import { invitationFaults, rulesetIdOn, windowOf } from "../rules";
import { changeInvitationDateInput } from "../schemas";
import { setWindowClock } from "./window-clock";

/**
 * Enters the date of an open invitation anew, with the reason: a first key again, and it waits for a second one. Until
 * then the window runs to the earlier of the last day that stood and the new one. INVALID with the fault by field.
 */
export const changeInvitationDate = defineCommand({
  name: "invitation.change-date",
  openTo: ["staff"],
  input: changeInvitationDateInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "invitation.record", file),
  async execute(ctx, file, { receivedAt, shownExpiry, reason }) {
    if (!isStaffContext(ctx)) throw forbidden("Only the firm's staff change a date.");
    const open = await getOpenInvitation(ctx, file.id);
    const profile = (await listProfiles(ctx, file.id)).find(({ id }) => id === open.profileId);
    if (!profile) throw notFound();
    const received = { receivedAt, shownExpiry };
    const faults = invitationFaults(received, profile, ctx.now, open.timeZone);
    if (Object.keys(faults).length > 0) throw invalid("The date cannot be changed like this.", faults);
    const { issueDate, computedDeadline, deadline } = windowOf(received, open.timeZone);
    const dueOn = minDate(deadline, open.deadlineDate);
    await ctx.db
      .update(invitation)
      .set({
        ...{ receivedAt, shownExpiry, issueDate, computedDeadline, deadlineDate: dueOn },
        rulesetId: rulesetIdOn(issueDate, await getRuleTables(ctx)),
        ...{ recordedBy: ctx.actor.userId, recordedAt: ctx.now, confirmedBy: null, confirmedAt: null },
        ...{ disputedIssueDate: null, disputedDeadline: null, disputedBy: null, disputedAt: null },
        version: sql`${invitation.version} + 1`,
      })
      .where(eq(invitation.id, open.id));
    const changed = { ...open, issueDate, computedDeadline, shownExpiry, dueOn, confirmed: false };
    const clock = await setWindowClock(ctx, file, changed);
    return audited(
      { invitationId: open.id, deadline: dueOn },
      {
        event: "invitation.date_changed",
        object: { kind: "invitation", id: open.id },
        caseId: file.id,
        clientId: file.clientId,
        detail: { from: open.issueDate, to: issueDate, deadline: dueOn, reason },
      },
      clock,
    );
  },
});
