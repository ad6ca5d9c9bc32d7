import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { StaffContext } from "@/lib/command/actor-context";
import { caseFile, message } from "@/lib/db/schema/cases";
import { deadline } from "@/lib/db/schema/pool";
import { task } from "@/lib/db/schema/tasks";
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

/** The client's messages of visible cases that nobody has answered or settled. Mirrors `message.read`. */
export function visibleOpenQuestions(ctx: StaffContext) {
  const reads = ctx.actor.role !== "administrator";
  return ctx.db
    .select({ caseId: message.caseId, createdAt: message.createdAt })
    .from(message)
    .innerJoin(caseFile, eq(caseFile.id, message.caseId))
    .where(
      and(
        reads ? caseVisibleTo(ctx.actor) : sql`false`,
        eq(message.authorKind, "client"),
        isNull(message.settledAt),
      ),
    )
    .as("visible_open_question");
}

/** Open tasks of visible cases with who has them. Mirrors `task.read`. */
export function visibleOpenTasks(ctx: StaffContext) {
  const reads = ctx.actor.role !== "administrator";
  return ctx.db
    .select({ caseId: task.caseId, title: task.title, createdAt: task.createdAt, assignee: appUser.name })
    .from(task)
    .innerJoin(caseFile, eq(caseFile.id, task.caseId))
    .innerJoin(appUser, eq(appUser.id, task.assigneeId))
    .where(and(reads ? caseVisibleTo(ctx.actor) : sql`false`, eq(task.state, "open")))
    .as("visible_open_task");
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
