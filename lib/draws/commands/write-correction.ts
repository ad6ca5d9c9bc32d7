import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { ActorContext } from "@/lib/command/actor-context";
import { round, roundCorrection } from "@/lib/db/schema/pool";
import { conflict, forbidden } from "@/lib/errors/app-error";
import { newId } from "@/lib/ids/id";
import type { KnownRound, RoundChange } from "../import/types";

export interface Correction {
  id: string;
  version: number;
  /** The new values of what changes. */
  values: Partial<KnownRound>;
  changes: readonly RoundChange[];
  reason: string;
}

/** Puts a round right, and keeps what it said before. CONFLICT where somebody else did so meanwhile. */
export async function writeCorrection(ctx: ActorContext, correction: Correction): Promise<void> {
  if (ctx.actor.kind !== "staff") throw forbidden("Only the firm's staff correct a round.");
  const { id, version, values, changes, reason } = correction;
  const changed = await ctx.db
    .update(round)
    .set({ ...values, version: sql`${round.version} + 1` })
    .where(and(eq(round.id, id), eq(round.version, version)));
  if (changed.rowCount !== 1)
    throw conflict(
      "Somebody changed this round while you had it open. Nothing was saved; compare and try again.",
    );
  if (changes.length === 0) return;
  const [changedBy, changedAt] = [ctx.actor.userId, ctx.now];
  await ctx.db
    .insert(roundCorrection)
    .values(changes.map((change) => ({ id: newId(), roundId: id, ...change, reason, changedBy, changedAt })));
}
