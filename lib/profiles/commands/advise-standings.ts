import "server-only";
import { and, asc, isNotNull, isNull, eq } from "drizzle-orm";
import { unchanged } from "@/lib/audit/events";
import { getFirmDay } from "@/lib/cases/queries";
import type { ActorContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { expressEntryProfile } from "@/lib/db/schema/pool";
import { poolStanding } from "@/lib/db/schema/standings";
import { listLatestRounds } from "@/lib/draws/queries";
import type { RuleTables } from "@/lib/express-entry/rule-tables";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { dateInZone } from "@/lib/express-entry/timing/zone";
import { actionFor } from "@/lib/express-entry/what-if/enough";
import { getCaseFacts } from "@/lib/people/queries";
import { getRuleTables } from "@/lib/rules/queries";
import { crossings, LOOK_DAYS, recentRounds } from "../pool/standing";
import type { Crossing, RecentRound } from "../pool/types";
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

/** The first fall within the look ahead. */
async function findFall(
  ctx: ActorContext,
  standing: Standing,
  { rounds, today, timeZone }: { rounds: readonly RecentRound[]; today: IsoDate; timeZone: string },
): Promise<Crossing | undefined> {
  const [profile] = await ctx.db
    .select({ expiresAt: expressEntryProfile.expiresAt })
    .from(expressEntryProfile)
    .where(eq(expressEntryProfile.id, standing.profileId));
  if (!profile) return undefined;
  const ahead = { ...standing, endsOn: dateInZone(profile.expiresAt, timeZone) };
  return crossings(ahead, rounds, today, LOOK_DAYS).find(({ direction }) => direction === "falls");
}

async function adviceOn(
  ctx: ActorContext,
  { caseId }: Standing,
  fall: Crossing,
  { rounds, tables }: { rounds: readonly RecentRound[]; tables: RuleTables },
): Promise<string> {
  if (fall.isYearsEnd)
    return "A new profile from that day on; its place among equals is then the new instant";
  const round = rounds.find(({ id }) => id === fall.roundId);
  const missing = Math.max(1, (round?.lowestCrs ?? 0) - fall.scoreAfter);
  const facts = await getCaseFacts(ctx, caseId);
  return actionFor(facts, fall.on, missing, { tables }) ?? NOTHING_ALONE;
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
    const { today, timeZone } = await getFirmDay(ctx);
    const tables = await getRuleTables(ctx);
    const rounds = recentRounds(await listLatestRounds(ctx), today);
    for (const standing of standings) {
      const fall = await findFall(ctx, standing, { rounds, today, timeZone });
      const advice = fall ? await adviceOn(ctx, standing, fall, { rounds, tables }) : NOTHING_ALONE;
      await ctx.db.update(poolStanding).set({ advice }).where(eq(poolStanding.profileId, standing.profileId));
    }
    return unchanged({ done: standings.length < BATCH });
  },
});
