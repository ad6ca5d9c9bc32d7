import "server-only";
import { audited } from "@/lib/audit/events";
import { defineCommand } from "@/lib/command/define-command";
import { can } from "@/lib/policy/can";
import { startReviewInput } from "../schemas";
import { moveLine } from "./load-line";
import { assertFree, decided, loadReview, markVersion, requireSeenVersion, reviewEntry } from "./load-review";

/** Opens a decision again, to be decided anew. */
export const startReview = defineCommand({
  name: "document.start-review",
  input: startReviewInput,
  load: (ctx, input) => loadReview(ctx, input.requirementId),
  authorise: (actor, { file }) => can(actor, "document.review", file),
  async execute(ctx, review, input) {
    await assertFree(ctx, review);
    const version = requireSeenVersion(review);
    await moveLine(ctx, review.line, input.version, "in_review", { decidedAt: null });
    await markVersion(ctx, version.id, { state: "in_review" });
    return audited(decided(review), reviewEntry(review, version, "document.review_started"));
  },
});
