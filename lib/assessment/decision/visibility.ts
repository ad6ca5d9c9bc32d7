import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { caseVisibleTo } from "@/lib/cases/visibility";
import type { StaffContext } from "@/lib/command/actor-context";
import { caseFile } from "@/lib/db/schema/cases";
import { invitationDecision } from "@/lib/db/schema/decisions";
import { appUser } from "@/lib/db/schema/users";

/** Decisions follow the facts they rest on: of the cases a staff member sees, and none for administrators. */
export function visibleDecisions(ctx: StaffContext) {
  return ctx.db
    .select({
      id: invitationDecision.id,
      caseId: invitationDecision.caseId,
      decision: invitationDecision.decision,
      reason: invitationDecision.reason,
      figures: invitationDecision.figures,
      at: invitationDecision.decidedAt,
      by: appUser.name,
    })
    .from(invitationDecision)
    .innerJoin(caseFile, eq(caseFile.id, invitationDecision.caseId))
    .innerJoin(appUser, eq(appUser.id, invitationDecision.decidedBy))
    .where(and(caseVisibleTo(ctx.actor), ctx.actor.role === "administrator" ? sql`false` : undefined))
    .as("visible_decision");
}
