import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { AuditEntry } from "@/lib/audit/events";
import type { LockedCase } from "@/lib/cases/types";
import type { ActorContext } from "@/lib/command/actor-context";
import { deadline, type DeadlineState } from "@/lib/db/schema/pool";
import { newId } from "@/lib/ids/id";
import type { DeadlineKind, DeadlineToSet } from "../types";

type FileOf = Pick<LockedCase, "id" | "clientId">;

/**
 * Sets a clock of a case, or moves it when its source changed; a moved clock gets a new version.
 * Returns the audit entry to hand to `audited`.
 */
export async function setDeadline(
  ctx: ActorContext,
  file: FileOf,
  toSet: DeadlineToSet,
): Promise<AuditEntry> {
  const { dueOn, title, rule, startDate, timeZone, hard } = toSet;
  await ctx.db
    .insert(deadline)
    .values({ id: newId(), caseId: file.id, clientId: file.clientId, createdAt: ctx.now, ...toSet })
    .onConflictDoUpdate({
      target: [deadline.sourceKind, deadline.sourceId, deadline.kind],
      set: {
        ...{ dueOn, title, rule, startDate, timeZone, hard },
        state: "open",
        closedAt: null,
        version: sql`${deadline.version} + 1`,
      },
    });
  return {
    event: "deadline.set",
    object: { kind: "deadline", id: toSet.sourceId },
    caseId: file.id,
    clientId: file.clientId,
    detail: { title, dueOn, rule },
  };
}

/** Ends the open clock of one kind from one source: met, missed, or void because its source is gone. */
export async function closeDeadline(
  ctx: ActorContext,
  file: FileOf,
  source: { kind: DeadlineKind; sourceId: string },
  state: Exclude<DeadlineState, "open">,
): Promise<void> {
  await ctx.db
    .update(deadline)
    .set({ state, closedAt: ctx.now, version: sql`${deadline.version} + 1` })
    .where(
      and(
        eq(deadline.caseId, file.id),
        eq(deadline.kind, source.kind),
        eq(deadline.sourceId, source.sourceId),
        eq(deadline.state, "open"),
      ),
    );
}
