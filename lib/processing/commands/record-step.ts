import "server-only";
import type { AuditDetail, AuditEntry, AuditEventName } from "@/lib/audit/events";
import { findCaseDocument } from "@/lib/cases/queries";
import type { LockedCase } from "@/lib/cases/types";
import { isStaffContext, type ActorContext, type StaffContext } from "@/lib/command/actor-context";
import { applicationStep } from "@/lib/db/schema/processing";
import { forbidden, invalid } from "@/lib/errors/app-error";
import { newId } from "@/lib/ids/id";
import { tellClient } from "@/lib/messages/commands/tell-client";
import type { Faults } from "../faults/rules";
import type { StepKind, Track, TrackState } from "../types";

/** The firm records what IRCC says; policy has said so before, this tells the types. */
export function asStaff(ctx: ActorContext): StaffContext {
  if (!isStaffContext(ctx)) throw forbidden("Only the firm records what IRCC says.");
  return ctx;
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

/** What an application is as soon as IRCC has moved on: no step to another stage leaves it on hold. */
export const NOT_HELD = { heldOn: null, heldReason: null } as const;

/** The application that a step is recorded of, and its locked case. */
export interface OfApplication {
  ctx: StaffContext;
  file: LockedCase;
  applicationId: string;
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
  { ctx, file, applicationId }: OfApplication,
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
