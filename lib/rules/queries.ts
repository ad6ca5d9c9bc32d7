import "server-only";
import { asc } from "drizzle-orm";
import type { ActorContext } from "@/lib/command/actor-context";
import { shippedTables, type RuleTables } from "@/lib/express-entry/rule-tables";
import { withEntered } from "./rules";
import { activeRuleTables } from "./visibility";

const bundles = new WeakMap<ActorContext, Promise<RuleTables>>();

async function readTables(ctx: ActorContext): Promise<RuleTables> {
  const active = activeRuleTables(ctx);
  const entered = await ctx.db.select().from(active).orderBy(asc(active.effectiveFrom), asc(active.id));
  return withEntered(shippedTables, entered);
}

/**
 * The tables the firm computes with: what was shipped, and what its administrators have entered and activated since.
 * Read once a transaction; pass them on to the engine as `{ tables }`.
 */
export function getRuleTables(ctx: ActorContext): Promise<RuleTables> {
  const known = bundles.get(ctx);
  if (known) return known;
  const reading = readTables(ctx);
  bundles.set(ctx, reading);
  return reading;
}
