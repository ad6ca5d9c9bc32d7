import "server-only";
import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import { unchanged } from "@/lib/audit/events";
import type { ActorContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { poolStanding } from "@/lib/db/schema/standings";
import { actionFor } from "@/lib/express-entry/what-if/enough";
import { getCaseFacts } from "@/lib/people/queries";
import { workerOnly } from "@/lib/policy/worker-only";
import { getRuleTables } from "@/lib/rules/queries";
import { workOnStandingsInput } from "../schemas";

/** Clients of one transaction: each takes some tenths of a second. */
const BATCH = 3;

const NOTHING_ALONE = "No single thing makes up for it";

/** The next who fall and have no advice; others' rows are left to whoever works on them. */
function takeNext(ctx: ActorContext) {
  const { profileId, caseId, fallsOn, fallsBy, advice } = poolStanding;
  return ctx.db
    .select({ profileId, caseId, fallsOn, fallsBy })
    .from(poolStanding)
    .where(and(isNotNull(fallsBy), isNull(advice)))
    .orderBy(asc(fallsOn))
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
  input: workOnStandingsInput,
  load: takeNext,
  authorise: workerOnly,
  async execute(ctx, standings) {
    const tables = await getRuleTables(ctx);
    for (const { profileId, caseId, fallsOn, fallsBy } of standings) {
      const facts = await getCaseFacts(ctx, caseId);
      const action = fallsOn && fallsBy ? actionFor(facts, fallsOn, fallsBy, { tables }) : null;
      await ctx.db
        .update(poolStanding)
        .set({ advice: action ?? NOTHING_ALONE })
        .where(eq(poolStanding.profileId, profileId));
    }
    return unchanged({ done: standings.length < BATCH });
  },
});
