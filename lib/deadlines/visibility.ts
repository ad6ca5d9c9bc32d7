import "server-only";
import { and, eq, getTableColumns, inArray, isNotNull, sql } from "drizzle-orm";
import { caseVisibleTo } from "@/lib/cases/visibility";
import type { ActorContext, StaffContext } from "@/lib/command/actor-context";
import { caseFile } from "@/lib/db/schema/cases";
import { requirement } from "@/lib/db/schema/documents";
import { person } from "@/lib/db/schema/facts";
import { deadline, invitation } from "@/lib/db/schema/pool";
import { appUser } from "@/lib/db/schema/users";
import { nextLeaves } from "@/lib/users/leave/visibility";
import { CLOCKED_STAGES } from "./rules";

/** Open 60-day windows of the cases a staff member sees, with case and owner. */
export function visibleWindows(ctx: StaffContext) {
  const leaves = nextLeaves(ctx);
  return ctx.db
    .select({
      invitationId: invitation.id,
      caseId: invitation.caseId,
      clientId: caseFile.clientId,
      invitationClass: invitation.invitationClass,
      issueDate: invitation.issueDate,
      deadlineDate: invitation.deadlineDate,
      computedDeadline: invitation.computedDeadline,
      shownExpiry: invitation.shownExpiry,
      /** Both keys of its date have been turned (docs/decisions/two-keys.md). */
      confirmed: sql<boolean>`${invitation.confirmedAt} is not null`.as("window_confirmed"),
      number: caseFile.number,
      displayName: caseFile.displayName,
      stage: caseFile.stage,
      plannedSubmissionOn: caseFile.plannedSubmissionOn,
      requiredCount: caseFile.requiredCount,
      acceptedCount: caseFile.acceptedCount,
      reviewCount: caseFile.reviewCount,
      returnedCount: caseFile.returnedCount,
      ownerId: caseFile.ownerId,
      ownerName: appUser.name,
      ownerAwayFrom: leaves.fromOn,
      ownerAwayTo: leaves.toOn,
    })
    .from(invitation)
    .innerJoin(caseFile, eq(caseFile.id, invitation.caseId))
    .innerJoin(appUser, eq(appUser.id, caseFile.ownerId))
    .leftJoin(leaves, eq(leaves.userId, caseFile.ownerId))
    .where(and(eq(invitation.status, "open"), caseVisibleTo(ctx.actor)))
    .as("visible_window");
}

/** Live, required checklist items of the cases a staff member sees, with whose they are. */
export function visibleWindowItems(ctx: StaffContext) {
  return (
    ctx.db
      .select({
        id: requirement.id,
        caseId: requirement.caseId,
        kind: requirement.kind,
        personId: requirement.personId,
        country: requirement.country,
        title: requirement.title,
        state: requirement.state,
        leadDays: requirement.leadDays,
        requestedAt: requirement.requestedAt,
        receivedAt: requirement.receivedAt,
        decidedAt: requirement.decidedAt,
        validUntil: requirement.validUntil,
        personName: person.givenName,
      })
      .from(requirement)
      // Every row has its case. A left join, so that for who sees all cases the planner drops it.
      .leftJoin(caseFile, eq(caseFile.id, requirement.caseId))
      .leftJoin(person, eq(person.id, requirement.personId))
      .where(
        and(eq(requirement.required, true), eq(requirement.noLongerNeeded, false), caseVisibleTo(ctx.actor)),
      )
      .as("visible_window_item")
  );
}

/** Who answers for a clock: its own person, else the owner of the case. */
const responsible = sql<string>`coalesce(${deadline.ownerId}, ${caseFile.ownerId})`;

/** Clocks of the cases this actor sees; `ownerId` is who answers for the clock. */
export function visibleDeadlines(ctx: ActorContext) {
  return ctx.db
    .select({
      ...getTableColumns(deadline),
      number: caseFile.number,
      displayName: caseFile.displayName,
      ownerId: responsible.as("responsible_id"),
    })
    .from(deadline)
    .innerJoin(caseFile, eq(caseFile.id, deadline.caseId))
    .where(caseVisibleTo(ctx.actor))
    .as("visible_deadline");
}

/** Invitations, open or ended, of the cases a staff member sees: for the trend. */
export function visibleWindowHistory(ctx: StaffContext) {
  return (
    ctx.db
      .select({
        issueDate: invitation.issueDate,
        deadlineDate: invitation.deadlineDate,
        recordedAt: invitation.recordedAt,
        closedAt: invitation.closedAt,
      })
      .from(invitation)
      // Every row has its case. A left join, so that for who sees all cases the planner drops it.
      .leftJoin(caseFile, eq(caseFile.id, invitation.caseId))
      .where(
        and(
          inArray(invitation.status, ["open", "submitted", "declined", "expired"]),
          caseVisibleTo(ctx.actor),
        ),
      )
      .as("visible_window_history")
  );
}

/** Medical exams that count, by the days that were read off them: accepted, and still asked for. For derivation. */
export function countedExams(ctx: ActorContext) {
  return ctx.db
    .select({
      id: requirement.id,
      caseId: requirement.caseId,
      issuedOn: requirement.issuedOn,
      validUntil: sql<string>`${requirement.validUntil}`.as("exam_valid_until"),
      personName: sql<string>`coalesce(nullif(${person.givenName}, ''), ${person.familyName}, '')`.as(
        "exam_person",
      ),
    })
    .from(requirement)
    .innerJoin(caseFile, eq(caseFile.id, requirement.caseId))
    .leftJoin(person, eq(person.id, requirement.personId))
    .where(
      and(
        eq(requirement.kind, "medical"),
        eq(requirement.state, "accepted"),
        eq(requirement.noLongerNeeded, false),
        isNotNull(requirement.validUntil),
        caseVisibleTo(ctx.actor),
      ),
    )
    .as("counted_exam");
}

/** Files whose facts have clocks that run, for background work. */
export function clockedFiles(ctx: ActorContext) {
  return ctx.db
    .select({ id: caseFile.id })
    .from(caseFile)
    .where(and(caseVisibleTo(ctx.actor), inArray(caseFile.stage, [...CLOCKED_STAGES])))
    .as("clocked_file");
}
