import "server-only";
import { and, eq, getTableColumns } from "drizzle-orm";
import { caseVisibleTo } from "@/lib/cases/visibility";
import type { ActorContext } from "@/lib/command/actor-context";
import { caseFile } from "@/lib/db/schema/cases";
import { requirement } from "@/lib/db/schema/documents";
import { invitation } from "@/lib/db/schema/pool";

/** The checklist lines of the cases this actor sees. Mirrors `requirement.read` of lib/policy. */
export function visibleRequirements(ctx: ActorContext) {
  return ctx.db
    .select(getTableColumns(requirement))
    .from(requirement)
    .innerJoin(caseFile, eq(caseFile.id, requirement.caseId))
    .where(caseVisibleTo(ctx.actor))
    .as("visible_requirement");
}

/** The open invitation of a case: its class decides what is asked for, its last day when. */
export function visibleOpenInvitations(ctx: ActorContext) {
  return ctx.db
    .select({
      caseId: invitation.caseId,
      issueDate: invitation.issueDate,
      deadlineDate: invitation.deadlineDate,
      invitationClass: invitation.invitationClass,
      timeZone: invitation.timeZone,
      factsAtInvitation: invitation.factsAtInvitation,
    })
    .from(invitation)
    .innerJoin(caseFile, eq(caseFile.id, invitation.caseId))
    .where(and(caseVisibleTo(ctx.actor), eq(invitation.status, "open")))
    .as("visible_open_invitation");
}
