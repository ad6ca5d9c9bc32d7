import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import { audited, type AuditDetail } from "@/lib/audit/events";
import { getFirmDay } from "@/lib/cases/queries";
import { isStaffContext, type StaffContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { documentFlag } from "@/lib/db/schema/reviews";
import { forbidden, invalid } from "@/lib/errors/app-error";
import { formatCount } from "@/lib/format/quantities";
import { can } from "@/lib/policy/can";
import { deriveChecklist } from "../queries";
import { listComparedFacts, listFlagsOfVersion } from "../flags/queries";
import { openFacts } from "../review/rules";
import type { ComparedFact, DocumentFlag } from "../review/types";
import { dateFaults, lastDayOf, openPoints, specOf } from "../rules";
import { acceptDocumentInput } from "../schemas";
import type { RequirementSpec } from "../types";
import { moveLine } from "./load-line";
import {
  assertFree,
  decided,
  loadReview,
  markVersion,
  releaseHold,
  requireSeenVersion,
  reviewEntry,
} from "./load-review";

type Input = z.output<typeof acceptDocumentInput>;

/** Throws INVALID, naming what is open, unless the evidence is complete. */
async function assertEvidence(
  ctx: StaffContext,
  spec: RequirementSpec,
  input: Input,
  open: { facts: readonly ComparedFact[]; flags: readonly DocumentFlag[] },
) {
  const { today } = await getFirmDay(ctx);
  const faults = dateFaults(spec, input, today);
  const points = openPoints(spec.acceptancePoints, input.points);
  if (points.length > 0)
    faults.points = `${formatCount(points.length, "point")} still open: ${points.join("; ")}.`;
  if (open.facts.length > 0) {
    const labels = open.facts.map(({ label }) => label).join(", ");
    faults.agreed = `Compare with the file, or flag what differs: ${labels}.`;
  }
  if (open.flags.length > 0 && input.despite === null) {
    const labels = open.flags.map(({ label }) => label).join(", ");
    faults.despite = `It contradicts the file (${labels}). Say why it is accepted all the same.`;
  }
  if (Object.keys(faults).length > 0) throw invalid("Something is still open.", faults);
}

/** What it contradicts is settled by the reason for which it was accepted all the same. */
async function settleFlags(ctx: StaffContext, versionId: string, reason: string): Promise<void> {
  await ctx.db
    .update(documentFlag)
    .set({ resolvedBy: ctx.actor.userId, resolvedAt: ctx.now, reason })
    .where(and(eq(documentFlag.versionId, versionId), isNull(documentFlag.resolvedAt)));
}

/**
 * Accepts the newest file of a line: every acceptance point ticked, the dates that limit it read off it, every fact that
 * it has to bear out found on it. One that contradicts a fact is accepted only for a reason that is kept. Whether it
 * holds on the planned day is another question: an accepted document can still end too soon.
 */
export const acceptDocument = defineCommand({
  name: "document.accept",
  input: acceptDocumentInput,
  load: (ctx, input) => loadReview(ctx, input.requirementId),
  authorise: (actor, { file }) => can(actor, "document.review", file),
  async execute(ctx, review, input) {
    if (!isStaffContext(ctx)) throw forbidden("Only the firm's staff review documents.");
    await assertFree(ctx, review);
    const version = requireSeenVersion(review, input.versionId);
    const derived = await deriveChecklist(ctx, review.file);
    const spec = specOf(review.line, derived);
    const facts = await listComparedFacts(ctx, review.line, derived);
    const flags = await listFlagsOfVersion(ctx, version.id);
    const standing = flags.filter(({ settled }) => settled === null);
    // A fact that was corrected since is compared anew.
    const flagged = flags.filter(({ settled }) => settled?.how !== "fact_corrected");
    await assertEvidence(ctx, spec, input, {
      facts: openFacts(facts, input.agreed, flagged),
      flags: standing,
    });
    const { issuedOn, validUntil, points, agreed, despite } = input;
    const lastDay = lastDayOf(spec.rule, { issuedOn, validUntil }, spec.rules);
    await moveLine(ctx, review.line, input.version, "accepted", {
      issuedOn,
      validUntil: lastDay,
      decidedAt: ctx.now,
    });
    await markVersion(ctx, version.id, {
      state: "accepted",
      reviewedBy: ctx.actor.userId,
      reviewedAt: ctx.now,
      pointsMet: points,
      factsMet: facts.map(({ token }) => token).filter((token) => agreed.includes(token)),
      returnCode: null,
      returnReason: null,
    });
    if (despite !== null && standing.length > 0) await settleFlags(ctx, version.id, despite);
    await releaseHold(ctx, review.line.id);
    const noted: AuditDetail = standing.length > 0 ? { despite } : {};
    return audited(
      decided(review),
      reviewEntry(review, version, "document.accepted", { issuedOn, validUntil: lastDay, ...noted }),
    );
  },
});
