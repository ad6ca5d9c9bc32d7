import "server-only";
import { eq, sql } from "drizzle-orm";
import { audited } from "@/lib/audit/events";
import { stepCase } from "@/lib/cases/commands/step-case";
import { getCaseForUpdate, getFirmDay } from "@/lib/cases/queries";
import type { LockedCase } from "@/lib/cases/types";
import type { ActorContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { caseFile } from "@/lib/db/schema/cases";
import { expressEntryProfile, invitation } from "@/lib/db/schema/pool";
import { closeDeadline, setDeadline } from "@/lib/deadlines/commands/set-deadline";
import { invalid } from "@/lib/errors/app-error";
import type { InvitationWindow } from "@/lib/express-entry/timing/invitation-window";
import { newId } from "@/lib/ids/id";
import { getCaseFacts } from "@/lib/people/queries";
import { can } from "@/lib/policy/can";
import { getRuleTables } from "@/lib/rules/queries";
import { getLiveProfile } from "../queries";
import { invitationFaults, rulesetIdOn, windowOf } from "../rules";
import { recordInvitationInput } from "../schemas";

function startClock(ctx: ActorContext, file: LockedCase, invitationId: string, window: InvitationWindow) {
  return setDeadline(ctx, file, {
    kind: "ita",
    title: "Submit the application",
    sourceKind: "invitation",
    sourceId: invitationId,
    startDate: window.issueDate,
    timeZone: window.zone,
    rule:
      window.deadline === window.computedDeadline
        ? "Date of the invitation + 60 calendar days"
        : "Last day shown in IRCC's account, earlier than 60 days",
    dueOn: window.deadline,
    hard: true,
  });
}

/**
 * Records an invitation to apply from IRCC's message: its instant, its class, and the last day the account shows.
 * Day 0 is the message's date in the firm's zone; the earlier of computed and shown rules (rules reference 4.2).
 * The facts of the day, the score and the ruleset are kept: an invited person is judged on them (IRPA 11.2).
 */
export const recordInvitation = defineCommand({
  name: "invitation.record",
  input: recordInvitationInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "invitation.record", file),
  async execute(ctx, file, input) {
    const profile = await getLiveProfile(ctx, file.id);
    const { timeZone } = await getFirmDay(ctx);
    const faults = invitationFaults(input, profile, ctx.now, timeZone);
    if (Object.keys(faults).length > 0) throw invalid("The invitation cannot be recorded like this.", faults);

    const window = windowOf(input, timeZone);
    const step = await stepCase(ctx, file, "ITA_RECEIVED", { happenedOn: window.issueDate });
    const id = newId<"Invitation">();
    await ctx.db.insert(invitation).values({
      id,
      caseId: file.id,
      clientId: file.clientId,
      profileId: profile.id,
      roundId: input.roundId,
      receivedAt: input.receivedAt,
      issueDate: window.issueDate,
      timeZone,
      invitationClass: input.invitationClass,
      category: input.category,
      crsScore: input.crsScore,
      rulesetId: rulesetIdOn(window.issueDate, await getRuleTables(ctx)),
      computedDeadline: window.computedDeadline,
      shownExpiry: window.shownExpiry,
      deadlineDate: window.deadline,
      factsAtInvitation: await getCaseFacts(ctx, file.id),
      recordedBy: ctx.actor.kind === "system" ? file.ownerId : ctx.actor.userId,
      recordedAt: ctx.now,
    });
    await ctx.db
      .update(expressEntryProfile)
      .set({ status: "invited", version: sql`${expressEntryProfile.version} + 1` })
      .where(eq(expressEntryProfile.id, profile.id));
    await ctx.db
      .update(caseFile)
      .set({
        program: input.invitationClass,
        plannedSubmissionOn: file.plannedSubmissionOn ?? window.targetDate,
      })
      .where(eq(caseFile.id, file.id));
    await closeDeadline(ctx, file, { kind: "profile", sourceId: profile.id }, "void");
    const clock = await startClock(ctx, file, id, window);
    return audited(
      { invitationId: id, deadline: window.deadline, warning: window.warning },
      {
        event: "invitation.recorded",
        object: { kind: "invitation", id },
        caseId: file.id,
        clientId: file.clientId,
        detail: {
          class: input.invitationClass,
          receivedAt: input.receivedAt.toISOString(),
          score: input.crsScore,
          deadline: window.deadline,
          warning: window.warning,
        },
      },
      step,
      clock,
    );
  },
});
