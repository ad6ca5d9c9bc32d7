import "server-only";
import { eq } from "drizzle-orm";
import { audited } from "@/lib/audit/events";
import { getFirmDay } from "@/lib/cases/queries";
import { defineCommand } from "@/lib/command/define-command";
import { lockFor } from "@/lib/command/lock-for";
import { round } from "@/lib/db/schema/pool";
import { invalid } from "@/lib/errors/app-error";
import { newId } from "@/lib/ids/id";
import { enqueue } from "@/lib/jobs/enqueue";
import { can } from "@/lib/policy/can";
import { isCategoryRound, ROUND_PROGRAM_LABELS, roundFaults } from "../rules";
import { recordRoundInput } from "../schemas";
import { startReplay } from "./start-replay";

/** Records a round of invitations as IRCC published it; its replay against every client follows. */
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
    const faults = roundFaults(input, today);
    const id = input.number === null ? `firm-${newId().slice(0, 8)}` : String(input.number);
    const [taken] = await ctx.db.select({ id: round.id }).from(round).where(eq(round.id, id));
    if (taken) faults.number = `Round ${id} is recorded already.`;
    if (Object.keys(faults).length > 0) throw invalid("The round cannot be recorded like this.", faults);

    const { number, date, at, program, invitations, lowestCrs, tieBreakAt, source } = input;
    await ctx.db.insert(round).values({
      ...{ id, number, date, at, program, invitations, lowestCrs, tieBreakAt, source },
      name: input.name ?? ROUND_PROGRAM_LABELS[program],
      categoryBased: isCategoryRound(program),
      recordedBy: ctx.actor.kind === "system" ? null : ctx.actor.userId,
      createdAt: ctx.now,
    });
    const { entry } = await startReplay(ctx, id, "recorded");
    await enqueue(ctx, "find-crossings", {}, { jobKey: "find-crossings" });
    return audited(
      { roundId: id },
      {
        event: "round.recorded",
        object: { kind: "round", id },
        detail: { number, date, program, lowestCrs, invitations },
      },
      entry,
    );
  },
});
