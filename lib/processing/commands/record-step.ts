import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { AuditDetail, AuditEntry, AuditEventName } from "@/lib/audit/events";
import { findCaseDocument } from "@/lib/cases/queries";
import type { LockedCase } from "@/lib/cases/types";
import { isStaffContext, type ActorContext, type StaffContext } from "@/lib/command/actor-context";
import { application, applicationStep } from "@/lib/db/schema/processing";
import { conflict, forbidden, invalid } from "@/lib/errors/app-error";
import { newId } from "@/lib/ids/id";
import { tellClient } from "@/lib/messages/commands/tell-client";
import { findApplication } from "../queries";
import type { Faults } from "../faults/rules";
import { mayRecord } from "../rules";
import type { ApplicationDto, ProcessingStep, StepKind, Track, TrackState } from "../types";

/** The firm records what IRCC says; policy has said so before, this tells the types. */
export function asStaff(ctx: ActorContext): StaffContext {
  if (!isStaffContext(ctx)) throw forbidden("Only the firm records what IRCC says.");
  return ctx;
}

function stale() {
  return conflict("Somebody changed this application while you had it open. Reload the page.");
}

/** The application of a locked case, for a step that may be taken now. CONFLICT with the reason in plain words. */
export async function getApplicationFor(
  ctx: StaffContext,
  file: LockedCase,
  { version }: { version: number },
  step: ProcessingStep,
): Promise<ApplicationDto> {
  const current = await findApplication(ctx, file.id);
  const may = mayRecord(step, file.stage, current);
  if (!may.allowed) throw conflict(may.reason, { stage: file.stage });
  if (current === null) throw conflict("Record IRCC's acknowledgement of receipt first.");
  if (current.version !== version) throw stale();
  return current;
}

/** Throws INVALID where something is wrong with a field; nothing is saved. */
export function refuse(faults: Faults): void {
  if (Object.keys(faults).length > 0) throw invalid("It cannot be recorded like this.", faults);
}

/** INVALID where a paper is not in this file. */
export async function assertPaper(ctx: StaffContext, file: LockedCase, documentId: string | null) {
  if (documentId === null || (await findCaseDocument(ctx, file.id, documentId)) !== null) return;
  throw invalid("Choose the paper again.", { documentId: "This paper is not in the file." });
}

/** Compare-and-sets an application. */
export async function changeApplication(
  ctx: StaffContext,
  { id, version }: Pick<ApplicationDto, "id" | "version">,
  columns: Partial<typeof application.$inferInsert>,
): Promise<void> {
  const changed = await ctx.db
    .update(application)
    .set({ ...columns, updatedAt: ctx.now, version: sql`${application.version} + 1` })
    .where(and(eq(application.id, id), eq(application.version, version)));
  if (changed.rowCount !== 1) throw stale();
}

interface Step {
  kind: StepKind;
  happenedOn: string;
  on?: { track: Track; state: TrackState };
  letterId?: string;
  note?: string | null;
  documentId?: string | null;
}

/**
 * Writes down what happened, with its paper, and tells the client in writing (Code s. 22(3)) in the same transaction.
 * Returns the audit entry to hand to `audited`.
 */
export async function recordStep(
  ctx: StaffContext,
  file: LockedCase,
  applicationId: string,
  { kind, happenedOn, on, letterId, note = null, documentId = null }: Step,
  { event, detail = {} }: { event: AuditEventName; detail?: AuditDetail },
): Promise<AuditEntry> {
  const mailId = await tellClient(ctx, file, "application_news");
  await ctx.db.insert(applicationStep).values({
    ...{ id: newId(), applicationId, caseId: file.id, clientId: file.clientId },
    ...{ kind, happenedOn, note, documentId, letterId, mailId },
    ...{ track: on?.track ?? null, state: on?.state ?? null },
    ...{ byUserId: ctx.actor.userId, at: ctx.now },
  });
  return {
    event,
    object: { kind: "application", id: applicationId },
    caseId: file.id,
    clientId: file.clientId,
    detail: { on: happenedOn, ...detail, clientTold: mailId !== null },
  };
}
