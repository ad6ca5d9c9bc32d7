import "server-only";
import { and, eq, getTableColumns } from "drizzle-orm";
import { caseVisibleTo } from "@/lib/cases/visibility";
import type { ActorContext, StaffContext } from "@/lib/command/actor-context";
import { caseFile } from "@/lib/db/schema/cases";
import { requirement } from "@/lib/db/schema/documents";
import { person } from "@/lib/db/schema/facts";
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

/** Who owns a case and where it stands, for the queue of reviews. */
export function visibleReviewQueue(ctx: StaffContext) {
  return ctx.db
    .select({
      requirementId: requirement.id,
      title: requirement.title,
      state: requirement.state,
      required: requirement.required,
      noLongerNeeded: requirement.noLongerNeeded,
      receivedAt: requirement.receivedAt,
      caseNumber: caseFile.number,
      caseName: caseFile.displayName,
      dueOn: caseFile.nextDeadlineOn,
      caseId: requirement.caseId,
      personName: person.givenName,
    })
    .from(requirement)
    .innerJoin(caseFile, eq(caseFile.id, requirement.caseId))
    .leftJoin(person, eq(person.id, requirement.personId))
    .where(caseVisibleTo(ctx.actor))
    .as("visible_review");
}
