import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { audited } from "@/lib/audit/events";
import { getCaseForUpdate, getFirmDay } from "@/lib/cases/queries";
import { defineCommand } from "@/lib/command/define-command";
import { expressEntryProfile } from "@/lib/db/schema/pool";
import { conflict } from "@/lib/errors/app-error";
import { getCaseFacts } from "@/lib/people/queries";
import { can } from "@/lib/policy/can";
import { getRuleTables } from "@/lib/rules/queries";
import { getLiveProfile } from "../queries";
import { classesOn, rulesetIdOn } from "../rules";
import { changeProfileScoreInput } from "../schemas";

/** IRCC re-scores a profile on birthdays, edits and new rules; this records the score it shows now. The timestamp stays. */
export const changeProfileScore = defineCommand({
  name: "profile.change",
  input: changeProfileScoreInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "profile.record", file),
  async execute(ctx, file, input) {
    const profile = await getLiveProfile(ctx, file.id);
    const { today } = await getFirmDay(ctx);
    const tables = await getRuleTables(ctx);
    const changed = await ctx.db
      .update(expressEntryProfile)
      .set({
        crsScore: input.crsScore,
        rulesetId: rulesetIdOn(today, tables),
        classes: classesOn(await getCaseFacts(ctx, file.id), today, tables),
        version: sql`${expressEntryProfile.version} + 1`,
      })
      .where(
        and(
          eq(expressEntryProfile.id, input.profileId),
          eq(expressEntryProfile.caseId, file.id),
          eq(expressEntryProfile.version, input.version),
          eq(expressEntryProfile.status, "live"),
        ),
      );
    if (changed.rowCount !== 1) {
      throw conflict("Somebody changed this profile since you opened the form. Reload the page.", {
        crsScore: profile.crsScore,
      });
    }
    return audited(
      { profileId: input.profileId },
      {
        event: "profile.changed",
        object: { kind: "profile", id: input.profileId },
        caseId: file.id,
        clientId: file.clientId,
        detail: { number: profile.profileNumber, from: profile.crsScore, to: input.crsScore },
      },
    );
  },
});
