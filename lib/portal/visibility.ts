import "server-only";
import { eq, sql } from "drizzle-orm";
import { caseVisibleTo } from "@/lib/cases/visibility";
import type { ClientContext } from "@/lib/command/actor-context";
import { auditEvent } from "@/lib/db/schema/audit";
import { caseFile } from "@/lib/db/schema/cases";
import { appUser } from "@/lib/db/schema/users";
import type { StaffRole } from "@/lib/policy/actor";

/** The name of whoever looks after each case of the client. */
export function visibleConsultants(ctx: ClientContext) {
  return ctx.db
    .select({ caseId: caseFile.id, name: appUser.name })
    .from(caseFile)
    .innerJoin(appUser, eq(appUser.id, caseFile.ownerId))
    .where(caseVisibleTo(ctx.actor))
    .as("visible_consultant");
}

/**
 * Who of the firm had the client's own documents open, newest first, before an instant, at most so many. The database's function is
 * the only thing of the audit log that a client may read; it knows the client of the transaction.
 */
export function visibleOwnOpenings(ctx: ClientContext, atMost: number, before: Date | null) {
  return ctx.db
    .select({
      at: sql<Date>`opening.at`.mapWith(auditEvent.at).as("opened_at"),
      title: sql<string | null>`opening.document_title`.as("document_title"),
      openedBy: sql<string>`opening.opened_by`.as("opened_by"),
      name: sql<string>`opening.opened_by_name`.as("opened_by_name"),
      role: sql<StaffRole>`opening.opened_by_role`.as("opened_by_role"),
      how: sql<string | null>`opening.how`.as("opened_how"),
    })
    .from(sql`own_document_openings(${atMost}, ${before?.toISOString() ?? "infinity"}) as opening`)
    .as("visible_own_opening");
}
