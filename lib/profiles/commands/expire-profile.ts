import "server-only";
import { eq, sql } from "drizzle-orm";
import { audited } from "@/lib/audit/events";
import { stepCase } from "@/lib/cases/commands/step-case";
import { getCaseForUpdate } from "@/lib/cases/queries";
import { defineCommand } from "@/lib/command/define-command";
import { expressEntryProfile } from "@/lib/db/schema/pool";
import { closeDeadline } from "@/lib/deadlines/commands/set-deadline";
import { conflict } from "@/lib/errors/app-error";
import { getLiveProfile } from "../queries";
import { expireProfileInput } from "../schemas";

/** A profile leaves the pool one year after it was received, to the same time of day (MI 4(1)(b)). Background work only. */
export const expireProfile = defineCommand({
  name: "profile.expire",
  input: expireProfileInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor) =>
    actor.kind === "system" ? { allowed: true } : { allowed: false, reason: "A profile ends by itself." },
  async execute(ctx, file) {
    const profile = await getLiveProfile(ctx, file.id);
    if (profile.expiresAt.getTime() > ctx.now.getTime())
      throw conflict("This profile's year is not over yet.");
    const step = await stepCase(ctx, file, "PROFILE_PREPARATION", {
      reason: "The profile's year in the pool is over",
    });
    await ctx.db
      .update(expressEntryProfile)
      .set({ status: "expired", version: sql`${expressEntryProfile.version} + 1` })
      .where(eq(expressEntryProfile.id, profile.id));
    await closeDeadline(ctx, file, { kind: "profile", sourceId: profile.id }, "missed");
    return audited(
      { profileId: profile.id },
      {
        event: "profile.expired",
        object: { kind: "profile", id: profile.id },
        caseId: file.id,
        clientId: file.clientId,
        detail: { number: profile.profileNumber },
      },
      step,
    );
  },
});
