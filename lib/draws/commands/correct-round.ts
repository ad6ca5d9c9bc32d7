import "server-only";
import { eq } from "drizzle-orm";
import { audited } from "@/lib/audit/events";
import { getFirmDay } from "@/lib/cases/queries";
import { defineCommand } from "@/lib/command/define-command";
import { lockFor } from "@/lib/command/lock-for";
import { round } from "@/lib/db/schema/pool";
import { invalid, notFound } from "@/lib/errors/app-error";
import type { RoundProgram } from "@/lib/express-entry/draws/invited";
import { enqueue } from "@/lib/jobs/enqueue";
import { can } from "@/lib/policy/can";
import { inText, ROUND_FIELDS } from "../import/rules";
import type { RoundChange, RoundFacts, RoundField } from "../import/types";
import { isCategoryRound, roundFaults } from "../rules";
import { correctRoundInput } from "../schemas";
import { startReplay } from "./start-replay";
import { writeCorrection } from "./write-correction";

/** What was typed otherwise than it is recorded; an emptied field as well. */
function changesBetween(known: RoundFacts, values: Partial<RoundFacts>): RoundChange[] {
  return (Object.keys(ROUND_FIELDS) as RoundField[]).flatMap((field) => {
    const [before, after] = [inText(known[field]), inText(values[field] ?? null)];
    return !(field in values) || before === after ? [] : [{ field, before, after }];
  });
}

/** Puts a recorded or shipped round right. What it said before stays, with who changed it and why. */
export const correctRound = defineCommand({
  name: "round.correct",
  input: correctRoundInput,
  load: async (ctx, { id }) => {
    await lockFor(ctx, "round.record");
    const [known] = await ctx.db.select().from(round).where(eq(round.id, id));
    if (!known) throw notFound();
    return { known, day: await getFirmDay(ctx) };
  },
  authorise: (actor) => can(actor, "round.record"),
  async execute(ctx, { known, day }, { id, version, reason, name, ...typed }) {
    const faults = roundFaults(typed, day.today);
    if (Object.keys(faults).length > 0) throw invalid("The round cannot be changed like this.", faults);
    const values = { ...typed, name: name ?? known.name, categoryBased: isCategoryRound(typed.program) };
    const changes = changesBetween({ ...known, program: known.program as RoundProgram }, values);
    if (changes.length === 0) throw invalid("Nothing differs from what is recorded.");
    await writeCorrection(ctx, { id, version, values, changes, reason });
    const { entry } = await startReplay(ctx, id, "corrected");
    await enqueue(ctx, "find-crossings", {}, { jobKey: "find-crossings" });
    return audited(
      { roundId: id },
      {
        event: "round.corrected",
        object: { kind: "round", id },
        detail: { fields: changes.map(({ field }) => ROUND_FIELDS[field]).join(", "), reason },
      },
      entry,
    );
  },
});
