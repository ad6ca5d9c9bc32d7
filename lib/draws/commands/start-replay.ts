import "server-only";
import { eq } from "drizzle-orm";
import type { AuditEntry } from "@/lib/audit/events";
import type { ActorContext } from "@/lib/command/actor-context";
import { round as roundTable } from "@/lib/db/schema/pool";
import { roundReplay } from "@/lib/db/schema/replays";
import type { RoundProgram } from "@/lib/express-entry/draws/invited";
import { notFound } from "@/lib/errors/app-error";
import { newId } from "@/lib/ids/id";
import { enqueue } from "@/lib/jobs/enqueue";
import { instantOfRound } from "../replay/rules";
import type { ReplayReasonAsked } from "../replay/types";

/** Plans the replay of a recorded round as it now is, with the job that works it off, in the caller's transaction. */
export async function startReplay(
  ctx: ActorContext,
  roundId: string,
  reason: ReplayReasonAsked,
): Promise<{ replayId: string; entry: AuditEntry }> {
  const [round] = await ctx.db.select().from(roundTable).where(eq(roundTable.id, roundId));
  if (!round) throw notFound();
  const at = instantOfRound(round);
  const replayId = newId();
  await ctx.db.insert(roundReplay).values({
    ...{ id: replayId, roundId, roundVersion: round.version, reason, onDate: round.date, at },
    program: round.program as RoundProgram,
    lowestCrs: round.lowestCrs,
    tieBreakAt: round.tieBreakAt,
    requestedBy: ctx.actor.kind === "system" ? null : ctx.actor.userId,
    requestedAt: ctx.now,
  });
  await enqueue(ctx, "replay-round", { replayId });
  const entry: AuditEntry = {
    event: "round.replay_started",
    object: { kind: "round", id: roundId },
    detail: { reason },
  };
  return { replayId, entry };
}
