import "server-only";
import { sql } from "drizzle-orm";
import type { ActorContext } from "./actor-context";

/** Serialises work on one named thing across processes for the rest of the transaction. */
export async function lockFor(ctx: ActorContext, name: string): Promise<void> {
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
}
