import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { audited } from "@/lib/audit/events";
import type { StaffContext } from "@/lib/command/actor-context";
import { isStaffContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { documentVersion, requirement, type RequirementState } from "@/lib/db/schema/documents";
import { documentFlag } from "@/lib/db/schema/reviews";
import { documentOfLine } from "@/lib/documents/commands/document-of-line";
import { getLatestNumber, listVersionsOf } from "@/lib/documents/queries";
import type { DocumentVersion } from "@/lib/documents/types";
import { conflict, forbidden, notFound } from "@/lib/errors/app-error";
import { can } from "@/lib/policy/can";
import { getRequirementForUpdate } from "../queries";
import { canReceive } from "../rules";
import { moveDocumentInput } from "../schemas";
import type { RequirementRow } from "../types";
import { followExam } from "./load-line";
import { assertFree, decided, loadReview, releaseHold, requireSeenVersion, reviewEntry } from "./load-review";

async function setLine(ctx: StaffContext, line: RequirementRow, change: Partial<RequirementRow>) {
  await ctx.db
    .update(requirement)
    .set({ ...change, updatedAt: ctx.now, version: sql`${requirement.version} + 1` })
    .where(eq(requirement.id, line.id));
  await followExam(ctx, line);
}

/** The line that a file went away from stands where its next older file left it; without one it is asked for again. */
async function stepBack(ctx: StaffContext, line: RequirementRow): Promise<void> {
  const [left] = await listVersionsOf(ctx, line.id);
  const state: RequirementState = left?.state ?? "requested";
  await setLine(ctx, line, {
    state,
    receivedAt: left?.uploadedAt ?? null,
    decidedAt: left?.reviewedAt ?? null,
    requestedAt: line.requestedAt ?? ctx.now,
  });
}

/** A file becomes the newest one of a line, which waits for review with it. A step of other commands. */
export async function giveToLine(
  ctx: StaffContext,
  target: RequirementRow,
  version: DocumentVersion,
): Promise<void> {
  const { id: documentId } = await documentOfLine(ctx, target);
  const number = (await getLatestNumber(ctx, documentId)) + 1;
  await ctx.db
    .update(documentVersion)
    .set({ documentId, number, state: "received", version: sql`${documentVersion.version} + 1` })
    .where(eq(documentVersion.id, version.id));
  await setLine(ctx, target, { state: "received", receivedAt: version.uploadedAt, decidedAt: null });
}

/** What it said against the facts of the one item means nothing for the other. */
async function settleFlags(ctx: StaffContext, versionId: string, to: RequirementRow): Promise<void> {
  await ctx.db
    .update(documentFlag)
    .set({ resolvedBy: ctx.actor.userId, resolvedAt: ctx.now, reason: `Moved to “${to.title}”` })
    .where(and(eq(documentFlag.versionId, versionId), isNull(documentFlag.resolvedAt)));
}

/** A file that was sent for the wrong item goes to the right one of the same case, where it waits for review. */
export const moveDocument = defineCommand({
  name: "document.move",
  input: moveDocumentInput,
  load: (ctx, input) => loadReview(ctx, input.requirementId),
  authorise: (actor, { file }) => can(actor, "document.review", file),
  async execute(ctx, review, input) {
    if (!isStaffContext(ctx)) throw forbidden("Only the firm's staff review documents.");
    await assertFree(ctx, review);
    const { file, line } = review;
    const version = requireSeenVersion(review, input.versionId);
    if (line.version !== input.version || (line.state !== "received" && line.state !== "in_review"))
      throw conflict(`“${line.title}” changed while you had it open. Look at it again.`, {
        state: line.state,
        version: line.version,
      });
    const target = await getRequirementForUpdate(ctx, input.targetId);
    if (target.caseId !== file.id || target.id === line.id) throw notFound();
    const step = canReceive(target, "staff");
    if (!step.allowed) throw conflict(step.reason, { state: target.state });
    await assertFree(ctx, { line: target });
    await giveToLine(ctx, target, version);
    await settleFlags(ctx, version.id, target);
    await stepBack(ctx, line);
    await releaseHold(ctx, line.id);
    return audited(decided(review), reviewEntry(review, version, "document.moved", { to: target.title }));
  },
});
