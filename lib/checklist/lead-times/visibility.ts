import "server-only";
import { eq } from "drizzle-orm";
import type { ActorContext } from "@/lib/command/actor-context";
import { leadTime } from "@/lib/db/schema/lead-times";
import { appUser } from "@/lib/db/schema/users";

/** The firm's own lead times, for all staff and for background work. The portal has no right on this table. */
export function visibleLeadTimes(ctx: ActorContext) {
  return ctx.db
    .select({
      id: leadTime.id,
      kind: leadTime.kind,
      country: leadTime.country,
      days: leadTime.days,
      effectiveFrom: leadTime.effectiveFrom,
      note: leadTime.note,
      enteredAt: leadTime.enteredAt,
      by: appUser.name,
    })
    .from(leadTime)
    .innerJoin(appUser, eq(appUser.id, leadTime.enteredBy))
    .as("visible_lead_time");
}
