import "server-only";
import { eq } from "drizzle-orm";
import { audited } from "@/lib/audit/events";
import { getFirmDay } from "@/lib/cases/queries";
import { defineCommand } from "@/lib/command/define-command";
import { lockFor } from "@/lib/command/lock-for";
import { round } from "@/lib/db/schema/pool";
import { invalid } from "@/lib/errors/app-error";
import { newId } from "@/lib/ids/id";
import { can } from "@/lib/policy/can";
import { ROUND_PROGRAM_LABELS } from "../rules";
import { recordRoundInput } from "../schemas";

/** Records a round of invitations as IRCC published it; the match against the pool follows from it. */
export const recordRound = defineCommand({
  name: "round.record",
  input: recordRoundInput,
  load: async (ctx) => {
    // Two people recording the same round at once: the second is told.
    await lockFor(ctx, "round.record");
    return getFirmDay(ctx);
  },
  authorise: (actor) => can(actor, "round.record"),
  async execute(ctx, { today }, input) {
    const faults: Record<string, string> = {};
    if (input.date > today) faults.date = "A round cannot be in the future.";
    if (input.date < "2015-01-31") faults.date = "The first round was on 31 Jan 2015.";
    if (input.tieBreakAt && input.tieBreakAt.toISOString().slice(0, 10) > input.date) {
      faults.tieBreakAt = "The tie-break is the submission time of a profile: it cannot be after the round.";
    }
    const id = input.number === null ? `firm-${newId().slice(0, 8)}` : String(input.number);
    const [taken] = await ctx.db.select({ id: round.id }).from(round).where(eq(round.id, id));
    if (taken) faults.number = `Round ${id} is recorded already.`;
    if (Object.keys(faults).length > 0) throw invalid("The round cannot be recorded like this.", faults);

    const { number, date, program, invitations, lowestCrs, tieBreakAt, source } = input;
    await ctx.db.insert(round).values({
      ...{ id, number, date, program, invitations, lowestCrs, tieBreakAt, source },
      name: input.name ?? ROUND_PROGRAM_LABELS[program],
      categoryBased: !["general", "CEC", "FSW", "FST", "PNP"].includes(program),
      recordedBy: ctx.actor.kind === "system" ? null : ctx.actor.userId,
      createdAt: ctx.now,
    });
    return audited(
      { roundId: id },
      {
        event: "round.recorded",
        object: { kind: "round", id },
        detail: { number, date, program, lowestCrs, invitations },
      },
    );
  },
});
