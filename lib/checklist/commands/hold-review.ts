import "server-only";
import { eq } from "drizzle-orm";
import { audited, unchanged, type AuditEventName } from "@/lib/audit/events";
import type { StaffContext } from "@/lib/command/actor-context";
import { isStaffContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { reviewHold } from "@/lib/db/schema/reviews";
import { forbidden } from "@/lib/errors/app-error";
import { can } from "@/lib/policy/can";
import { findHold } from "../holds/queries";
import type { Hold } from "../review/types";
import { holdReviewInput } from "../schemas";
import { moveLine } from "./load-line";
import { loadReview, markVersion, requireSeenVersion, reviewEntry, type LockedReview } from "./load-review";

/** What a reviewer is told: they have it, or who does. */
export interface HoldAnswer {
  held: boolean;
  /** Of the line, as it is now. */
  version: number;
  /** Who has it instead; null where it is the caller. */
  by: string | null;
  since: Date | null;
}

async function take(ctx: StaffContext, { file, line }: LockedReview, before: Hold | null): Promise<void> {
  const hold = { heldBy: ctx.actor.userId, activeAt: ctx.now };
  if (before === null) {
    const { id: requirementId } = line;
    const { id: caseId, clientId } = file;
    await ctx.db.insert(reviewHold).values({ requirementId, caseId, clientId, ...hold, takenAt: ctx.now });
    return;
  }
  await ctx.db
    .update(reviewHold)
    .set(before.mine && before.alive ? hold : { ...hold, takenAt: ctx.now })
    .where(eq(reviewHold.requirementId, line.id));
}

/** A document that nobody has looked at is in review from now on. Answers the line's version then. */
async function begin(ctx: StaffContext, review: LockedReview): Promise<number> {
  const { line } = review;
  if (line.state !== "received") return line.version;
  await moveLine(ctx, line, line.version, "in_review", { decidedAt: null });
  await markVersion(ctx, requireSeenVersion(review).id, { state: "in_review" });
  return line.version + 1;
}

/**
 * Takes a document to review it, and shows, repeated, that one is still there. While a colleague has it nothing is taken,
 * unless `takeOver` says so knowingly. The case is locked meanwhile, so of two at once exactly one gets it.
 */
export const holdReview = defineCommand({
  name: "document.hold-review",
  input: holdReviewInput,
  load: (ctx, input) => loadReview(ctx, input.requirementId),
  authorise: (actor, { file }) => can(actor, "document.review", file),
  async execute(ctx, review, input) {
    if (!isStaffContext(ctx)) throw forbidden("Only the firm's staff review documents.");
    const { line } = review;
    const version = requireSeenVersion(review);
    const before = await findHold(ctx, line.id);
    const others = before !== null && !before.mine && before.alive;
    if (others && !input.takeOver) {
      const answer: HoldAnswer = { held: false, version: line.version, by: before.by, since: before.since };
      return unchanged(answer);
    }
    await take(ctx, review, before);
    const answer: HoldAnswer = { held: true, version: await begin(ctx, review), by: null, since: null };
    // A sign of life changes nothing of the file: only that somebody came is worth a line.
    if (before?.mine && before.alive) return unchanged(answer);
    const event: AuditEventName = others ? "document.review_taken_over" : "document.review_started";
    return audited(answer, reviewEntry(review, version, event, others ? { from: before.by } : {}));
  },
});
