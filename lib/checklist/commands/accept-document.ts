import "server-only";
import { audited } from "@/lib/audit/events";
import { getFirmDay } from "@/lib/cases/queries";
import type { ActorContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { forbidden, invalid } from "@/lib/errors/app-error";
import { formatCount } from "@/lib/format/quantities";
import { can } from "@/lib/policy/can";
import { deriveChecklist } from "../queries";
import { dateFaults, lastDayOf, openPoints, specOf, type ReadDates } from "../rules";
import { acceptDocumentInput } from "../schemas";
import type { RequirementSpec } from "../types";
import { moveLine } from "./load-line";
import { decided, loadReview, markVersion, requireSeenVersion, reviewEntry } from "./load-review";

/** Throws INVALID, naming what is open, unless the evidence is complete. */
async function assertEvidence(ctx: ActorContext, spec: RequirementSpec, dates: ReadDates, points: string[]) {
  const { today } = await getFirmDay(ctx);
  const faults = dateFaults(spec, dates, today);
  const open = openPoints(spec.acceptancePoints, points);
  if (open.length > 0) faults.points = `${formatCount(open.length, "point")} still open: ${open.join("; ")}.`;
  if (Object.keys(faults).length > 0) throw invalid("Something is still open.", faults);
}

/**
 * Accepts the newest file of a line: every acceptance point ticked, the dates that limit it read off it. Whether
 * it holds on the planned day is another question: an accepted document can still end too soon.
 */
export const acceptDocument = defineCommand({
  name: "document.accept",
  input: acceptDocumentInput,
  load: (ctx, input) => loadReview(ctx, input.requirementId),
  authorise: (actor, { file }) => can(actor, "document.review", file),
  async execute(ctx, review, input) {
    if (ctx.actor.kind !== "staff") throw forbidden("Only the firm's staff review documents.");
    const version = requireSeenVersion(review, input.versionId);
    const spec = specOf(review.line, await deriveChecklist(ctx, review.file));
    const { issuedOn, validUntil, points } = input;
    await assertEvidence(ctx, spec, { issuedOn, validUntil }, points);
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
      returnCode: null,
      returnReason: null,
    });
    return audited(
      decided(review),
      reviewEntry(review, version, "document.accepted", { issuedOn, validUntil: lastDay }),
    );
  },
});
