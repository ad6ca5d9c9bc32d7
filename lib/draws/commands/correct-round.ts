import "server-only";
import { eq } from "drizzle-orm";
import { audited } from "@/lib/audit/events";
import { getFirmDay } from "@/lib/cases/queries";
import { defineCommand } from "@/lib/command/define-command";
import { lockFor } from "@/lib/command/lock-for";
import { round } from "@/lib/db/schema/pool";
import { invalid, notFound } from "@/lib/errors/app-error";
import type { RoundProgram } from "@/lib/express-entry/draws/invited";
import { can } from "@/lib/policy/can";
import { inText, ROUND_FIELDS } from "../import/rules";
import type { RoundChange, RoundField } from "../import/types";
import { isCategoryRound, roundFaults } from "../rules";
import { correctRoundInput } from "../schemas";
import { writeCorrection } from "./write-correction";

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
    const before = { ...known, program: known.program as RoundProgram };
    const changes = (Object.keys(ROUND_FIELDS) as RoundField[]).flatMap((field): RoundChange[] => {
      if (!(field in values)) return [];
      const [was, is] = [inText(before[field]), inText(values[field as keyof typeof values] as string)];
      return was === is ? [] : [{ field, before: was, after: is }];
    });
    if (changes.length === 0) throw invalid("Nothing differs from what is recorded.");
    await writeCorrection(ctx, { id, version, values, changes, reason });
    return audited(
      { roundId: id },
      {
        event: "round.corrected",
        object: { kind: "round", id },
        detail: { fields: changes.map(({ field }) => ROUND_FIELDS[field]).join(", "), reason },
      },
    );
  },
});
