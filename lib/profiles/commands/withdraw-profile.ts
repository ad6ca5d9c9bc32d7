import "server-only";
import { eq, sql } from "drizzle-orm";
import { audited } from "@/lib/audit/events";
import { stepCase } from "@/lib/cases/commands/step-case";
import { getCaseForUpdate } from "@/lib/cases/queries";
import { defineCommand } from "@/lib/command/define-command";
import { expressEntryProfile } from "@/lib/db/schema/pool";
import { closeDeadline } from "@/lib/deadlines/commands/set-deadline";
import { can } from "@/lib/policy/can";
import { getLiveProfile } from "../queries";
import { withdrawProfileInput } from "../schemas";

/** Takes a profile out of the pool; the case goes back to preparing one, and a new profile gets a new timestamp. */
export const withdrawProfile = defineCommand({
  name: "profile.withdraw",
  input: withdrawProfileInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "profile.record", file),
  async execute(ctx, file, input) {
    const profile = await getLiveProfile(ctx, file.id);
    const step = await stepCase(ctx, file, "PROFILE_PREPARATION", { reason: input.reason });
    await ctx.db
      .update(expressEntryProfile)
      .set({ status: "withdrawn", withdrawnAt: ctx.now, version: sql`${expressEntryProfile.version} + 1` })
      .where(eq(expressEntryProfile.id, profile.id));
    await closeDeadline(ctx, file, { kind: "profile", sourceId: profile.id }, "void");
    return audited(
      { profileId: profile.id },
      {
        event: "profile.withdrawn",
        object: { kind: "profile", id: profile.id },
        caseId: file.id,
        clientId: file.clientId,
        detail: { number: profile.profileNumber, reason: input.reason },
      },
      step,
    );
  },
});
