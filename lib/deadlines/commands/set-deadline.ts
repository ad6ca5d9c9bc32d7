import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { AuditEntry } from "@/lib/audit/events";
import type { LockedCase } from "@/lib/cases/types";
import type { ActorContext } from "@/lib/command/actor-context";
import { deadline, type DeadlineState } from "@/lib/db/schema/pool";
import { CLOCKS, isHard } from "@/lib/express-entry/timing/clock-catalogue";
import { newId } from "@/lib/ids/id";
import { writeLadders } from "@/lib/reminders/commands/write-ladders";
import type { DeadlineKind, DeadlineToSet } from "../types";

type FileOf = Pick<LockedCase, "id" | "clientId">;

/**
 * Sets a clock of a case, or moves it when its source changed; a moved clock gets a new version, one that says what it
 * said keeps its own. CONFLICT at the commit where nobody active would answer for a hard one.
 * Returns the audit entry to hand to `audited`.
 */
export async function setDeadline(
  ctx: ActorContext,
  file: FileOf,
  { clock, ...toSet }: DeadlineToSet,
): Promise<AuditEntry> {
  const { dueOn, title, rule, startDate, timeZone, sourceDocumentId, ownerId } = toSet;
  const { kind } = CLOCKS[clock];
  const hard = isHard(clock);
  const says = {
    ...{ dueOn, title, rule, startDate, timeZone, hard },
    ...(sourceDocumentId === undefined ? {} : { sourceDocumentId }),
    ...(ownerId === undefined ? {} : { ownerId }),
  };
  await ctx.db
    .insert(deadline)
    .values({
      id: newId(),
      caseId: file.id,
      clientId: file.clientId,
      createdAt: ctx.now,
      kind,
      hard,
      ...toSet,
    })
    .onConflictDoUpdate({
      target: [deadline.sourceKind, deadline.sourceId, deadline.kind],
      set: { ...says, state: "open", closedAt: null, version: sql`${deadline.version} + 1` },
      setWhere: sql`(${deadline.dueOn}, ${deadline.title}, ${deadline.rule}, ${deadline.startDate}, ${deadline.timeZone},
        ${deadline.hard}, ${deadline.state}, ${deadline.sourceDocumentId}, ${deadline.ownerId}) is distinct from
        (excluded.due_on, excluded.title, excluded.rule, excluded.start_date, excluded.time_zone, excluded.hard, 'open',
          coalesce(excluded.source_document_id, ${deadline.sourceDocumentId}),
          coalesce(excluded.owner_id, ${deadline.ownerId}))`,
    });
  await writeLadders(ctx, { caseIds: [file.id] });
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
  await writeLadders(ctx, { caseIds: [file.id] });
}
