import "server-only";
import { and, eq, gte, inArray, sql } from "drizzle-orm";
import { audited } from "@/lib/audit/events";
import type { ActorContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { documentVersion } from "@/lib/db/schema/documents";
import { mail } from "@/lib/db/schema/mail";
import { conflict, forbidden } from "@/lib/errors/app-error";
import { can } from "@/lib/policy/can";
import { isUndoable, UNDO_MINUTES } from "../rules";
import { undoReviewInput } from "../schemas";
import { moveLine } from "./load-line";
import { assertFree, decided, loadReview, markVersion, requireSeenVersion, reviewEntry } from "./load-review";

async function findReviewer(ctx: ActorContext, versionId: string): Promise<string | null> {
  const [row] = await ctx.db
    .select({ reviewedBy: documentVersion.reviewedBy })
    .from(documentVersion)
    .where(eq(documentVersion.id, versionId));
  return row?.reviewedBy ?? null;
}

/** The mail that told the client goes back too, unless it has left already. */
async function withdrawMail(ctx: ActorContext, requirementId: string, since: Date): Promise<void> {
  await ctx.db
    .delete(mail)
    .where(
      and(
        eq(mail.kind, "document_returned"),
        inArray(mail.state, ["queued", "kept"]),
        gte(mail.createdAt, since),
        sql`${mail.context} ->> 'requirementId' = ${requirementId}`,
      ),
    );
}

/** Takes one's own last decision back while nobody has acted on it: for a key pressed by mistake. */
export const undoReview = defineCommand({
  name: "document.undo-review",
  input: undoReviewInput,
  load: (ctx, input) => loadReview(ctx, input.requirementId),
  authorise: (actor, { file }) => can(actor, "document.review", file),
  async execute(ctx, review, input) {
    if (ctx.actor.kind !== "staff") throw forbidden("Only the firm's staff review documents.");
    await assertFree(ctx, review);
    const version = requireSeenVersion(review);
    const { state, decidedAt } = review.line;
    if (decidedAt === null || (state !== "accepted" && state !== "returned"))
      throw conflict("There is no decision to take back.", { state });
    if ((await findReviewer(ctx, version.id)) !== ctx.actor.userId)
      throw conflict("Somebody else decided this. Open it and decide again.", { state });
    if (!isUndoable(decidedAt, ctx.now))
      throw conflict(`A decision can be taken back for ${UNDO_MINUTES} minutes. Open it and decide again.`);
    await moveLine(ctx, review.line, input.version, "in_review", {
      decidedAt: null,
      issuedOn: null,
      validUntil: null,
    });
    await markVersion(ctx, version.id, {
      state: "in_review",
      reviewedBy: null,
      reviewedAt: null,
      pointsMet: null,
      factsMet: null,
      returnCode: null,
      returnReason: null,
    });
    await withdrawMail(ctx, review.line.id, decidedAt);
    return audited(decided(review), reviewEntry(review, version, "document.review_undone", { was: state }));
  },
});
