import "server-only";
import { eq } from "drizzle-orm";
import type { ActorContext, StaffContext } from "@/lib/command/actor-context";
import { round, roundCorrection } from "@/lib/db/schema/pool";
import { appUser } from "@/lib/db/schema/users";

const roundColumns = {
  id: round.id,
  number: round.number,
  date: round.date,
  at: round.at,
  name: round.name,
  program: round.program,
  categoryBased: round.categoryBased,
  invitations: round.invitations,
  lowestCrs: round.lowestCrs,
  tieBreakAt: round.tieBreakAt,
};

/** Rounds are public facts: every signed-in person sees all of them. */
export function visibleRounds(ctx: ActorContext) {
  return ctx.db.select(roundColumns).from(round).as("visible_round");
}

/** Rounds with the pool they were drawn from and where they were published: more than a list of rounds reads. */
export function visiblePublishedRounds(ctx: ActorContext) {
  return ctx.db
    .select({
      ...roundColumns,
      covers: round.covers,
      poolTotal: round.poolTotal,
      poolAsOf: round.poolAsOf,
      pool: round.pool,
      source: round.source,
      version: round.version,
    })
    .from(round)
    .as("visible_published_round");
}

/** What rounds said before, with the colleague who put them right: for all staff. */
export function visibleCorrections(ctx: StaffContext) {
  return ctx.db
    .select({
      id: roundCorrection.id,
      roundId: roundCorrection.roundId,
      field: roundCorrection.field,
      before: roundCorrection.before,
      after: roundCorrection.after,
      reason: roundCorrection.reason,
      at: roundCorrection.changedAt,
      by: appUser.name,
    })
    .from(roundCorrection)
    .innerJoin(appUser, eq(appUser.id, roundCorrection.changedBy))
    .as("visible_round_correction");
}
