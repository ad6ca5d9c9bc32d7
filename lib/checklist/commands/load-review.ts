import "server-only";
import { eq, sql } from "drizzle-orm";
import type { AuditDetail, AuditEntry, AuditEventName } from "@/lib/audit/events";
import { isStaffContext, type ActorContext } from "@/lib/command/actor-context";
import { documentVersion } from "@/lib/db/schema/documents";
import { reviewHold } from "@/lib/db/schema/reviews";
import { conflict } from "@/lib/errors/app-error";
import { listVersionsOf } from "@/lib/documents/queries";
import type { DocumentVersion } from "@/lib/documents/types";
import { findHold } from "../holds/queries";
import { loadLine, type LockedLine } from "./load-line";

/** A line with the newest file that was sent for it: the one that can be decided on. */
export interface LockedReview extends LockedLine {
  latest: DocumentVersion | null;
}

export async function loadReview(ctx: ActorContext, requirementId: string): Promise<LockedReview> {
  const locked = await loadLine(ctx, requirementId);
  const [latest = null] = await listVersionsOf(ctx, requirementId);
  return { ...locked, latest };
}

/** Throws CONFLICT while a colleague has the document in front of them: nobody decides behind their back. */
export async function assertFree(ctx: ActorContext, { line }: Pick<LockedReview, "line">): Promise<void> {
  const hold = isStaffContext(ctx) ? await findHold(ctx, line.id) : null;
  if (hold === null || hold.mine || !hold.alive) return;
  throw conflict(`${hold.by} is reviewing “${line.title}” now. Take it over first, or leave it to them.`, {
    heldBy: hold.by,
  });
}

/** The document goes back to nobody: it was decided. */
export async function releaseHold(ctx: ActorContext, requirementId: string): Promise<void> {
  await ctx.db.delete(reviewHold).where(eq(reviewHold.requirementId, requirementId));
}

/** The version the reviewer looked at. Throws CONFLICT when a newer one came meanwhile, or nothing has. */
export function requireSeenVersion({ line, latest }: LockedReview, versionId?: string): DocumentVersion {
  if (latest === null) throw conflict(`Nothing has been received for “${line.title}” yet.`);
  if (versionId !== undefined && latest.id !== versionId) {
    throw conflict(`A newer file of “${line.title}” arrived while you were looking. Look at that one.`, {
      versionId: latest.id,
    });
  }
  return latest;
}

type Decision = Partial<
  Pick<
    typeof documentVersion.$inferInsert,
    "state" | "reviewedBy" | "reviewedAt" | "pointsMet" | "factsMet" | "returnCode" | "returnReason"
  >
>;

/** Writes what was decided about a version; its line is locked, so nobody else decides at the same time. */
export async function markVersion(ctx: ActorContext, versionId: string, decision: Decision): Promise<void> {
  await ctx.db
    .update(documentVersion)
    .set({ ...decision, version: sql`${documentVersion.version} + 1` })
    .where(eq(documentVersion.id, versionId));
}

export function reviewEntry(
  { file, line }: LockedLine,
  version: DocumentVersion,
  event: AuditEventName,
  detail: AuditDetail = {},
): AuditEntry {
  return {
    event,
    object: { kind: "document_version", id: version.id },
    caseId: file.id,
    clientId: file.clientId,
    detail: { title: line.title, version: version.number, ...detail },
  };
}

/** What every decision answers: enough to undo it. */
export function decided({ line }: LockedLine): { requirementId: string; version: number } {
  return { requirementId: line.id, version: line.version + 1 };
}
