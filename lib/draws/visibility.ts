import "server-only";
import { getTableColumns } from "drizzle-orm";
import type { ActorContext } from "@/lib/command/actor-context";
import { round } from "@/lib/db/schema/pool";

/** Rounds are public facts: every signed-in person sees all of them. */
export function visibleRounds(ctx: ActorContext) {
  return ctx.db.select(getTableColumns(round)).from(round).as("visible_round");
}
