import "server-only";
import { and, asc, isNotNull, isNull, eq } from "drizzle-orm";
import { unchanged } from "@/lib/audit/events";
import { getFirmDay } from "@/lib/cases/queries";
import type { ActorContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { poolStanding } from "@/lib/db/schema/standings";
import { listLatestRounds } from "@/lib/draws/queries";
import { enoughOn } from "@/lib/express-entry/what-if/enough";
import { getCaseFacts } from "@/lib/people/queries";
import { getRuleTables } from "@/lib/rules/queries";
import { crossings, LOOK_DAYS, recentRounds } from "../pool/standing";
import { adviseStandingsInput } from "../schemas";

/** Clients of one transaction: each takes some tenths of a second. */
const BATCH = 3;

const NOTHING_ALONE = "No single thing makes up for it";

type Standing = typeof poolStanding.$inferSelect;

/** The next who fall and have no advice; others' rows are left to whoever works on them. */
function takeNext(ctx: ActorContext): Promise<Standing[]> {
  return ctx.db
    .select()
    .from(poolStanding)
    .where(and(isNotNull(poolStanding.fallsOn), isNull(poolStanding.advice)))
    .orderBy(asc(poolStanding.fallsOn))
    .limit(BATCH)
    .for("update", { skipLocked: true });
}

/**
 * Works out, for a few clients who are about to fall below a recent cut-off, the one thing that would make up for it,
 * and says whether there are none left. Derived figures: nothing of the file changes. Background work only.
 */
export const adviseStandings = defineCommand({
  name: "pool.advise",
  openTo: ["system"],
  input: adviseStandingsInput,
  load: takeNext,
  authorise: (actor) =>
    actor.kind === "system" ? { allowed: true } : { allowed: false, reason: "This is done by the worker." },
  async execute(ctx, standings) {
    const { today } = await getFirmDay(ctx);
    const tables = await getRuleTables(ctx);
    const rounds = recentRounds(await listLatestRounds(ctx), today);
    for (const standing of standings) {
      const fall = crossings(standing, rounds, today, LOOK_DAYS).find(
        ({ direction }) => direction === "falls",
      );
      const round = rounds.find(({ id }) => id === fall?.roundId);
      const missing = Math.max(2, (round?.lowestCrs ?? 0) - (fall?.scoreAfter ?? 0));
      const facts = await getCaseFacts(ctx, standing.caseId);
      const advice = fall ? (enoughOn(facts, fall.on, missing, { tables }) ?? NOTHING_ALONE) : NOTHING_ALONE;
      await ctx.db.update(poolStanding).set({ advice }).where(eq(poolStanding.profileId, standing.profileId));
    }
    return unchanged({ done: standings.length < BATCH });
  },
});
