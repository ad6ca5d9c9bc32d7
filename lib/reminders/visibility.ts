import "server-only";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { caseVisibleTo } from "@/lib/cases/visibility";
import type { ActorContext, StaffContext } from "@/lib/command/actor-context";
import { caseFile } from "@/lib/db/schema/cases";
import { requirement } from "@/lib/db/schema/documents";
import { incident } from "@/lib/db/schema/incidents";
import { deadline, type DeadlineKind } from "@/lib/db/schema/pool";
import { escalation, notice } from "@/lib/db/schema/reminders";
import { appUser } from "@/lib/db/schema/users";

/** What this person was told by the app; nobody sees another's, and background work none. */
export function visibleNotices({ actor, db }: ActorContext) {
  const own = actor.kind === "system" ? sql`false` : eq(notice.userId, actor.userId);
  return (
    db
      .select({
        id: notice.id,
        kind: notice.kind,
        caseId: notice.caseId,
        dueOn: notice.dueOn,
        createdAt: notice.createdAt,
        readAt: notice.readAt,
        deadlineId: notice.deadlineId,
        deadlineKind: sql<DeadlineKind>`${deadline.kind}`.as("deadline_kind"),
        deadlineState: deadline.state,
        deadlineDueOn: sql<string>`${deadline.dueOn}`.as("deadline_due_on"),
        title: deadline.title,
        timeZone: deadline.timeZone,
        number: caseFile.number,
        displayName: caseFile.displayName,
      })
      .from(notice)
      .innerJoin(deadline, eq(deadline.id, notice.deadlineId))
      .innerJoin(caseFile, eq(caseFile.id, notice.caseId))
      // Whoever has lost a case is told no more about it.
      .where(and(own, caseVisibleTo(actor)))
      .as("visible_notice")
  );
}

/** Escalations of the cases a member of staff sees, with who answers for the clock. */
export function visibleEscalations(ctx: StaffContext) {
  return ctx.db
    .select({
      id: escalation.id,
      caseId: escalation.caseId,
      clientId: escalation.clientId,
      deadlineId: escalation.deadlineId,
      cause: escalation.cause,
      state: escalation.state,
      dueOn: escalation.dueOn,
      raisedAt: escalation.raisedAt,
      title: deadline.title,
      timeZone: deadline.timeZone,
      number: caseFile.number,
      displayName: caseFile.displayName,
      ownerId: caseFile.ownerId,
      responsibleName: sql<string>`${appUser.name}`.as("responsible_name"),
    })
    .from(escalation)
    .innerJoin(deadline, eq(deadline.id, escalation.deadlineId))
    .innerJoin(caseFile, eq(caseFile.id, escalation.caseId))
    .innerJoin(appUser, sql`${appUser.id} = coalesce(${deadline.ownerId}, ${caseFile.ownerId})`)
    .where(caseVisibleTo(ctx.actor))
    .as("visible_escalation");
}

/** Items of a checklist that are not accepted yet, for the slack that is left and for what waits on a client. */
export function visibleOpenItems(ctx: ActorContext) {
  return ctx.db
    .select({
      caseId: requirement.caseId,
      state: requirement.state,
      leadDays: requirement.leadDays,
      requestedAt: requirement.requestedAt,
      appliedOn: requirement.appliedOn,
      receivedAt: requirement.receivedAt,
      decidedAt: requirement.decidedAt,
    })
    .from(requirement)
    .innerJoin(caseFile, eq(caseFile.id, requirement.caseId))
    .where(
      and(
        eq(requirement.required, true),
        eq(requirement.noLongerNeeded, false),
        inArray(requirement.state, ["to_request", "requested", "received", "in_review", "returned"]),
        caseVisibleTo(ctx.actor),
      ),
    )
    .as("visible_open_item");
}

/** What of the installation does not work now: for who can do something about it. */
export function visibleIncidents({ actor, db }: StaffContext) {
  return db
    .select({ kind: incident.kind, openedAt: incident.openedAt })
    .from(incident)
    .where(and(isNull(incident.closedAt), actor.role === "consultant" ? sql`false` : sql`true`))
    .as("visible_incident");
}

/** Who may be told: the open accounts of managers, and of each case's client. */
export function activeAccounts(ctx: ActorContext) {
  const known = ctx.actor.kind === "system" ? sql`true` : sql`false`;
  return ctx.db
    .select({
      id: appUser.id,
      role: appUser.role,
      clientId: appUser.clientId,
      lastSeenAt: appUser.lastSeenAt,
    })
    .from(appUser)
    .where(and(eq(appUser.status, "active"), known))
    .as("active_account");
}
