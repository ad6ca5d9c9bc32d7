import "server-only";
import { eq } from "drizzle-orm";
import { audited } from "@/lib/audit/events";
import { stepCase } from "@/lib/cases/commands/step-case";
import { getCaseForUpdate, getFirmDay } from "@/lib/cases/queries";
import { defineCommand } from "@/lib/command/define-command";
import { expressEntryProfile } from "@/lib/db/schema/pool";
import { invalid } from "@/lib/errors/app-error";
import { profileExpiresAt } from "@/lib/express-entry/timing/profile-life";
import { dateInZone } from "@/lib/express-entry/timing/zone";
import { newId } from "@/lib/ids/id";
import { getCaseFacts } from "@/lib/people/queries";
import { can } from "@/lib/policy/can";
import { getRuleTables } from "@/lib/rules/queries";
import { classesOn, profileFaults, rulesetIdOn } from "../rules";
import { recordProfileInput } from "../schemas";
import { setProfileClock } from "./profile-clock";
import { writeStandings } from "./write-standings";

/** Records the Express Entry profile as IRCC shows it; the case is in the pool, and the profile's end is a deadline. */
export const recordProfile = defineCommand({
  name: "profile.record",
  input: recordProfileInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "profile.record", file),
  async execute(ctx, file, input) {
    const faults = profileFaults(input, ctx.now);
    if (Object.keys(faults).length > 0) throw invalid("The profile cannot be recorded like this.", faults);
    const [taken] = await ctx.db
      .select({ id: expressEntryProfile.id })
      .from(expressEntryProfile)
      .where(eq(expressEntryProfile.profileNumber, input.profileNumber));
    if (taken)
      throw invalid("This profile is in Landfall already.", {
        profileNumber: "This number is recorded already.",
      });

    const { timeZone, today } = await getFirmDay(ctx);
    const step = await stepCase(ctx, file, "IN_POOL", {
      happenedOn: dateInZone(input.submittedAt, timeZone),
    });
    const tables = await getRuleTables(ctx);
    const facts = await getCaseFacts(ctx, file.id);
    const id = newId<"Profile">();
    const expiresAt = profileExpiresAt(input.submittedAt);
    await ctx.db.insert(expressEntryProfile).values({
      id,
      caseId: file.id,
      clientId: file.clientId,
      profileNumber: input.profileNumber,
      submittedAt: input.submittedAt,
      expiresAt,
      crsScore: input.crsScore,
      rulesetId: rulesetIdOn(today, tables),
      classes: classesOn(facts, today, tables),
      recordedBy: ctx.actor.kind === "system" ? file.ownerId : ctx.actor.userId,
      recordedAt: ctx.now,
    });
    await writeStandings(ctx, new Map([[file.id, facts]]), { on: today, tables, timeZone, afresh: true });
    const clock = await setProfileClock(ctx, file, {
      id,
      submittedAt: input.submittedAt,
      expiresAt,
      timeZone,
    });
    return audited(
      { profileId: id, expiresAt: expiresAt.toISOString() },
      {
        event: "profile.recorded",
        object: { kind: "profile", id },
        caseId: file.id,
        clientId: file.clientId,
        detail: {
          number: input.profileNumber,
          submittedAt: input.submittedAt.toISOString(),
          score: input.crsScore,
        },
      },
      step,
      clock,
    );
  },
});
