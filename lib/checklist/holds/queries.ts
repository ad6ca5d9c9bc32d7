import "server-only";
import { eq } from "drizzle-orm";
import type { StaffContext } from "@/lib/command/actor-context";
import { holdIsAlive } from "../review/rules";
import type { Hold } from "../review/types";
import { visibleHolds } from "../review/visibility";

/** Who has this document in front of them, or null. */
export async function findHold(ctx: StaffContext, requirementId: string): Promise<Hold | null> {
  const holds = visibleHolds(ctx);
  const [found] = await ctx.db.select().from(holds).where(eq(holds.requirementId, requirementId));
  if (!found) return null;
  const { heldBy, name, takenAt, activeAt } = found;
  return {
    mine: heldBy === ctx.actor.userId,
    by: name,
    since: takenAt,
    alive: holdIsAlive(activeAt, ctx.now),
  };
}
