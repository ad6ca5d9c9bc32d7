import "server-only";
import { and, eq } from "drizzle-orm";
import type { StaffContext } from "@/lib/command/actor-context";
import { caseFile } from "@/lib/db/schema/cases";
import { deadline } from "@/lib/db/schema/pool";
import { appUser } from "@/lib/db/schema/users";
import { caseVisibleTo } from "../visibility";

/** Open clocks of the cases this actor sees. Mirrors `deadline.read`. */
export function visibleOpenDates(ctx: StaffContext) {
  return ctx.db
    .select({
      id: deadline.id,
      caseId: deadline.caseId,
      kind: deadline.kind,
      title: deadline.title,
      dueOn: deadline.dueOn,
      hard: deadline.hard,
    })
    .from(deadline)
    .innerJoin(caseFile, eq(caseFile.id, deadline.caseId))
    .where(and(caseVisibleTo(ctx.actor), eq(deadline.state, "open")))
    .as("visible_open_date");
}

/** When the client of a visible case last looked at the portal. */
export function visiblePortalVisits(ctx: StaffContext) {
  return ctx.db
    .select({ caseId: caseFile.id, lastSeenAt: appUser.lastSeenAt })
    .from(appUser)
    .innerJoin(caseFile, eq(caseFile.clientId, appUser.clientId))
    .where(caseVisibleTo(ctx.actor))
    .as("visible_portal_visit");
}
