import "server-only";
import type { ActorContext } from "@/lib/command/actor-context";
import { occupation } from "@/lib/db/schema/occupations";

/** The National Occupational Classification: public facts, the same for everyone who is signed in. */
export function visibleOccupations(ctx: ActorContext) {
  return ctx.db.select().from(occupation).as("visible_occupation");
}
