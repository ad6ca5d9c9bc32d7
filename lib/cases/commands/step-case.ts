import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { ActorContext } from "@/lib/command/actor-context";
import { caseFile, stageChange, type CaseStage } from "@/lib/db/schema/cases";
import { conflict } from "@/lib/errors/app-error";
import { newId } from "@/lib/ids/id";
import type { AuditEntry } from "@/lib/audit/events";
import { writeFactClocks } from "@/lib/deadlines/commands/write-fact-clocks";
import { movesClocks } from "@/lib/deadlines/rules";
import { getCaseFacts } from "@/lib/people/queries";
import { getFirmDay } from "../queries";
import { canStep, STAGE_LABELS } from "../rules";
import type { LockedCase } from "../types";

interface StepDetails {
  reason?: string | null;
  documentId?: string | null;
  /** Calendar date of the step in the world, where it differs from today. */
  happenedOn?: string | null;
}

/** A case that is retained starts the clocks of its facts, one that is sent or ends stops them. */
async function followClocks(ctx: ActorContext, file: LockedCase, stage: CaseStage): Promise<void> {
  if (!movesClocks(file.stage, stage)) return;
  const { today: on, timeZone } = await getFirmDay(ctx);
  const facts = await getCaseFacts(ctx, file.id);
  await writeFactClocks(ctx, [{ ...file, stage, facts }], { on, timeZone });
}

/**
 * Takes one step of the state machine: refuses an illegal one in plain words, compare-and-sets the stage it
 * leaves, and writes the history row. Used by every command that moves a case; never sets a stage elsewhere.
 * Returns the audit entry to hand to `audited`.
 */
export async function stepCase(
  ctx: ActorContext,
  file: LockedCase,
  to: CaseStage,
  details: StepDetails = {},
): Promise<AuditEntry> {
  const step = canStep(file.stage, to);
  if (!step.allowed) throw conflict(step.reason, { stage: file.stage });
  const changed = await ctx.db
    .update(caseFile)
    .set({ stage: to, stageSince: ctx.now, updatedAt: ctx.now, version: sql`${caseFile.version} + 1` })
    .where(and(eq(caseFile.id, file.id), eq(caseFile.stage, file.stage)));
  if (changed.rowCount !== 1)
    throw conflict("This case moved on while you were looking at it. Reload the page.");
  await ctx.db.insert(stageChange).values({
    id: newId(),
    caseId: file.id,
    clientId: file.clientId,
    fromStage: file.stage,
    toStage: to,
    at: ctx.now,
    happenedOn: details.happenedOn ?? null,
    byUserId: ctx.actor.kind === "system" ? null : ctx.actor.userId,
    reason: details.reason ?? null,
    documentId: details.documentId ?? null,
  });
  await followClocks(ctx, file, to);
  return {
    event: "case.advanced",
    object: { kind: "case", id: file.id },
    caseId: file.id,
    clientId: file.clientId,
    detail: { from: STAGE_LABELS[file.stage], to: STAGE_LABELS[to] },
  };
}
