import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { caseVisibleTo } from "@/lib/cases/visibility";
import type { ActorContext } from "@/lib/command/actor-context";
import { caseFile } from "@/lib/db/schema/cases";
import { requirement } from "@/lib/db/schema/documents";
import { deadline } from "@/lib/db/schema/pool";
import { task } from "@/lib/db/schema/tasks";
import type { Actor } from "@/lib/policy/actor";

/** Mirrors `task.read` of lib/policy: the titles and notes are the firm's, and no administrator's. */
export function tasksVisibleTo(actor: Actor) {
  const reads = actor.kind === "system" || (actor.kind === "staff" && actor.role !== "administrator");
  return reads ? caseVisibleTo(actor) : sql`false`;
}

/** The tasks of the cases this actor sees. */
export function visibleTaskRows(ctx: ActorContext) {
  return ctx.db
    .select({
      id: task.id,
      caseId: task.caseId,
      clientId: task.clientId,
      requirementId: task.requirementId,
      deadlineId: task.deadlineId,
      title: task.title,
      note: task.note,
      assigneeId: task.assigneeId,
      dueOn: task.dueOn,
      repeat: task.repeat,
      repeatFrom: task.repeatFrom,
      repeatUntil: task.repeatUntil,
      origin: task.origin,
      state: task.state,
      settledAt: task.settledAt,
      settledBy: task.settledBy,
      settledReason: task.settledReason,
      createdBy: task.createdBy,
      createdAt: task.createdAt,
      version: task.version,
    })
    .from(task)
    .innerJoin(caseFile, eq(caseFile.id, task.caseId))
    .where(tasksVisibleTo(ctx.actor))
    .as("visible_task");
}

/** Items and open clocks of the cases this actor sees, by title: what a task can hang on. */
export function visibleItems(ctx: ActorContext) {
  return ctx.db
    .select({
      id: requirement.id,
      caseId: requirement.caseId,
      title: requirement.title,
      state: requirement.state,
    })
    .from(requirement)
    .innerJoin(caseFile, eq(caseFile.id, requirement.caseId))
    .where(and(tasksVisibleTo(ctx.actor), eq(requirement.noLongerNeeded, false)))
    .as("visible_item");
}

export function visibleClocks(ctx: ActorContext) {
  return ctx.db
    .select({
      id: deadline.id,
      caseId: deadline.caseId,
      title: deadline.title,
      dueOn: deadline.dueOn,
      state: deadline.state,
    })
    .from(deadline)
    .innerJoin(caseFile, eq(caseFile.id, deadline.caseId))
    .where(tasksVisibleTo(ctx.actor))
    .as("visible_clock");
}
