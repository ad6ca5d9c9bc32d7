import "server-only";
import { and, eq } from "drizzle-orm";
import { unchanged } from "@/lib/audit/events";
import { getCaseForUpdate } from "@/lib/cases/queries";
import { defineCommand } from "@/lib/command/define-command";
import { reviewHold } from "@/lib/db/schema/reviews";
import { forbidden } from "@/lib/errors/app-error";
import { can } from "@/lib/policy/can";
import { getRequirement } from "../queries";
import { releaseReviewInput } from "../schemas";

/** Gives a document back to the queue: its reviewer has left the page. Somebody else's hold stays. */
export const releaseReview = defineCommand({
  name: "document.release-review",
  input: releaseReviewInput,
  async load(ctx, input) {
    const line = await getRequirement(ctx, input.requirementId);
    return { line, file: await getCaseForUpdate(ctx, line.caseId) };
  },
  authorise: (actor, { file }) => can(actor, "document.review", file),
  async execute(ctx, { line }) {
    if (ctx.actor.kind !== "staff") throw forbidden("Only the firm's staff review documents.");
    const mine = eq(reviewHold.heldBy, ctx.actor.userId);
    await ctx.db.delete(reviewHold).where(and(eq(reviewHold.requirementId, line.id), mine));
    // Who sits before which page is no event of the file: the log has who opened, viewed and decided.
    return unchanged({ requirementId: line.id });
  },
});
