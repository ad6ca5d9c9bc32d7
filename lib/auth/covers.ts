import "server-only";
import { sql, type AnyColumn } from "drizzle-orm";
import type { ActorContext } from "@/lib/command/actor-context";
import { firm } from "@/lib/db/schema/firm";
import { DEFAULT_ZONE } from "@/lib/express-entry/timing/zone";

/** The colleagues for whom a person stands in today, in the firm's zone, as an array of ids (docs/decisions/cover.md). */
export function coveredBy(ctx: ActorContext, person: AnyColumn) {
  const zone = sql`coalesce((select ${firm.timeZone} from ${firm} where ${firm.id} = 1), ${DEFAULT_ZONE})`;
  const today = sql`(${ctx.now.toISOString()}::timestamptz at time zone ${zone})::date`;
  return sql<string[]>`array(select stands_in_for(${person}, ${today}))`;
}
