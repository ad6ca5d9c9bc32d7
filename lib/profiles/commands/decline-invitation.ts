import "server-only";
import { eq } from "drizzle-orm";
import { deriveCase } from "@/lib/assessment/commands/derive-case";
import { audited } from "@/lib/audit/events";
import { stepCase } from "@/lib/cases/commands/step-case";
import { getCaseForUpdate } from "@/lib/cases/queries";
import type { LockedCase } from "@/lib/cases/types";
import type { ActorContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { expressEntryProfile } from "@/lib/db/schema/pool";
import { conflict } from "@/lib/errors/app-error";
import { can } from "@/lib/policy/can";
import { getRuleTables } from "@/lib/rules/queries";
import { getOpenInvitation, listProfiles } from "../queries";
import { declineInvitationInput } from "../schemas";
import { classesOn } from "../rules";
import { endInvitation } from "./end-invitation";
import { setProfileClock } from "./profile-clock";
import { recordDecision } from "./record-decision";

/** In the pool age and rules count again: the file's figures and the profile's classes are those of today. */
async function judgeAnew(ctx: ActorContext, file: LockedCase, profileId: string): Promise<void> {
  const { facts, today } = await deriveCase(ctx, { ...file, stage: "IN_POOL" }, { factsChanged: false });
  await ctx.db
    .update(expressEntryProfile)
    .set({ classes: classesOn(facts, today, await getRuleTables(ctx)) })
    .where(eq(expressEntryProfile.id, profileId));
}

/** Declines an invitation in time: back to the pool with the old timestamp, and may be invited again (IRPA 10.1(7)). CONFLICT where the profile's year is over. */
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
        "The profile's year is over, so there is no pool to go back to. Submit by the last day, or let the invitation lapse and make a new profile.",
      );
    }
    await recordDecision(ctx, file, { invitationId: open.id, decision: "decline", reason: input.reason });
    const step = await stepCase(ctx, file, "IN_POOL", { reason: input.reason });
    await endInvitation(ctx, file, open, { status: "declined", reason: input.reason });
    await judgeAnew(ctx, file, profile.id);
    const { id, submittedAt, expiresAt } = profile;
    const clock = await setProfileClock(ctx, file, { id, submittedAt, expiresAt, timeZone: open.timeZone });
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
