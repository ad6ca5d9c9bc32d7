import "server-only";
import { eq, sql } from "drizzle-orm";
import type { AuditEntry } from "@/lib/audit/events";
import { stepCase } from "@/lib/cases/commands/step-case";
import { getFirmDay } from "@/lib/cases/queries";
import type { LockedCase } from "@/lib/cases/types";
import type { ActorContext } from "@/lib/command/actor-context";
import { caseFile } from "@/lib/db/schema/cases";
import { expressEntryProfile, invitation } from "@/lib/db/schema/pool";
import { closeDeadline } from "@/lib/deadlines/commands/set-deadline";
import { invalid } from "@/lib/errors/app-error";
import type { InvitationWindow } from "@/lib/express-entry/timing/invitation-window";
import { newId } from "@/lib/ids/id";
import { tellClient } from "@/lib/messages/commands/tell-client";
import { queueMail } from "@/lib/mail/queue-mail";
import { getCaseFacts } from "@/lib/people/queries";
import { getRuleTables } from "@/lib/rules/queries";
import { getLiveProfile } from "../queries";
import { invitationFaults, rulesetIdOn, windowOf } from "../rules";
import type { InvitationClass } from "../types";
import { setWindowClock } from "./window-clock";

/** What IRCC's message says. */
export interface ReceivedInvitation {
  receivedAt: Date;
  invitationClass: InvitationClass;
  category: string | null;
  /** Last day as IRCC's account shows it. */
  shownExpiry: string | null;
  crsScore: number;
  roundId: string | null;
}

/** The client learns of it in their portal, the owner by mail, unless it was the owner who recorded it. */
async function tell(ctx: ActorContext, file: LockedCase): Promise<void> {
  await tellClient(ctx, file, "invitation_recorded");
  const own = ctx.actor.kind !== "system" && ctx.actor.userId === file.ownerId;
  if (own) return;
  await queueMail(ctx, {
    ...{ kind: "invitation_recorded" as const, toUserId: file.ownerId },
    ...{ caseId: file.id, clientId: file.clientId },
  });
}

/** The profile is out of the pool, and the file is prepared for the class it was invited under. */
async function leavePool(
  ctx: ActorContext,
  file: LockedCase,
  invited: { profileId: string; window: InvitationWindow; invitationClass: InvitationClass },
): Promise<void> {
  const { profileId, window, invitationClass } = invited;
  await ctx.db
    .update(expressEntryProfile)
    .set({ status: "invited", version: sql`${expressEntryProfile.version} + 1` })
    .where(eq(expressEntryProfile.id, profileId));
  await ctx.db
    .update(caseFile)
    .set({
      program: invitationClass,
      plannedSubmissionOn: file.plannedSubmissionOn ?? window.targetDate,
    })
    .where(eq(caseFile.id, file.id));
}

/**
 * Writes an invitation into a locked case: the step, the row with the facts, the score and the ruleset of the day
 * (an invited person is judged on them, IRPA 11.2), the profile out of the pool and the 60-day clock; client and owner
 * are told. The date is the first of its two keys: it waits for the letter and for another person. Throws INVALID with
 * the fault by field, before anything is written.
 */
export async function writeInvitation(
  ctx: ActorContext,
  file: LockedCase,
  input: ReceivedInvitation,
): Promise<{
  written: { invitationId: string; deadline: string; warning: string | null };
  entries: [AuditEntry, ...AuditEntry[]];
}> {
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
  await leavePool(ctx, file, { profileId: profile.id, window, invitationClass: input.invitationClass });
  await closeDeadline(ctx, file, { kind: "profile", sourceId: profile.id }, "void");
  const clock = await setWindowClock(ctx, file, {
    ...{ ...window, id, timeZone, dueOn: window.deadline, letterDocumentId: null, confirmed: false },
  });
  await tell(ctx, file);
  const entry: AuditEntry = {
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
  };
  return {
    written: { invitationId: id, deadline: window.deadline, warning: window.warning },
    entries: [entry, step, clock],
  };
}
