import "server-only";
import { eq, getTableColumns } from "drizzle-orm";
import type { ActorContext, StaffContext } from "@/lib/command/actor-context";
import { round, roundCorrection } from "@/lib/db/schema/pool";
import { appUser } from "@/lib/db/schema/users";

/** Rounds are public facts: every signed-in person sees all of them. */
export function visibleRounds(ctx: ActorContext) {
  return ctx.db.select(getTableColumns(round)).from(round).as("visible_round");
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
