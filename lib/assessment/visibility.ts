import "server-only";
import type { ActorContext } from "@/lib/command/actor-context";
import { round } from "@/lib/db/schema/pool";

/** Rounds of invitations as IRCC published them: public facts, the same for everyone who is signed in. */
export function publishedRounds(ctx: ActorContext) {
  return ctx.db
    .select({
      date: round.date,
      name: round.name,
      program: round.program,
      lowestCrs: round.lowestCrs,
      categoryBased: round.categoryBased,
    })
    .from(round)
    .as("published_round");
}
