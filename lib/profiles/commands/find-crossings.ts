import "server-only";
import { and, asc, eq, gt, isNotNull, sql } from "drizzle-orm";
import { unchanged } from "@/lib/audit/events";
import { getFirmDay } from "@/lib/cases/queries";
import type { ActorContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { expressEntryProfile } from "@/lib/db/schema/pool";
import { poolStanding } from "@/lib/db/schema/standings";
import { listLatestRounds } from "@/lib/draws/queries";
import { dateInZone } from "@/lib/express-entry/timing/zone";
import { workerOnly } from "@/lib/policy/worker-only";
import { recentRounds } from "../pool/rules";
import { turnsOf } from "../radar/rules";
import { findCrossingsInput } from "../schemas";
import { adviseWhere } from "./write-standings";

/** Profiles of one transaction: some tenths of a second of work. */
const BATCH = 500;

/** Profiles whose months ahead are known, by their ids, locked against a scoring at the same time. */
function takeBatch(ctx: ActorContext, after: string | null) {
  const { profileId, submittedAt, steps, changes, fallsOn, fallsBy, advice, horizon } = poolStanding;
  return ctx.db
    .select({
      ...{ profileId, submittedAt, steps, changes, fallsOn, fallsBy, advice },
      expiresAt: expressEntryProfile.expiresAt,
    })
    .from(poolStanding)
    .innerJoin(expressEntryProfile, eq(expressEntryProfile.id, profileId))
    .where(and(isNotNull(horizon), after === null ? undefined : gt(profileId, after)))
    .orderBy(asc(profileId))
    .limit(BATCH)
    .for("no key update", { of: poolStanding });
}

/**
 * Measures profiles against the rounds as they now are: when each falls below or rises above a recent cut-off. Their
 * scores stay. Says up to which profile it came; null: that was the last. Background work only.
 */
export const findCrossings = defineCommand({
  name: "pool.find_crossings",
  openTo: ["system"],
  input: findCrossingsInput,
  load: (ctx, { after }) => takeBatch(ctx, after),
  authorise: workerOnly,
  async execute(ctx, standings) {
    const { today, timeZone } = await getFirmDay(ctx);
    const rounds = recentRounds(await listLatestRounds(ctx), today);
    const found = standings.map(({ profileId, expiresAt, ...standing }) => {
      const ahead = { ...standing, endsOn: dateInZone(expiresAt, timeZone) };
      return { profileId, ...turnsOf(ahead, rounds, today, standing) };
    });
    await ctx.db.execute(sql`
      update ${poolStanding} as standing
      set falls_on = now."fallsOn", falls_by = now."fallsBy", rises_on = now."risesOn", advice = now.advice
      from jsonb_to_recordset(${JSON.stringify(found)}::jsonb) as now (
        "profileId" uuid, "fallsOn" date, "fallsBy" integer, "risesOn" date, advice text)
      where standing.profile_id = now."profileId"`);
    await adviseWhere(ctx, found);
    return unchanged({ last: found.length < BATCH ? null : (found.at(-1)?.profileId ?? null) });
  },
});
