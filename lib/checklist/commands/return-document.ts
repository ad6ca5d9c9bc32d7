import "server-only";
import { and, eq, ne } from "drizzle-orm";
import type { z } from "zod";
import { audited } from "@/lib/audit/events";
import type { ActorContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { appUser } from "@/lib/db/schema/users";
import { forbidden, invalid } from "@/lib/errors/app-error";
import { queueMail } from "@/lib/mail/queue-mail";
import { can } from "@/lib/policy/can";
import { deriveChecklist } from "../queries";
import { specOf } from "../rules";
import { returnDocumentInput } from "../schemas";
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
  type LockedReview,
} from "./load-review";

/** What the client will read, and the reviewer's short word for it. */
function reasonOf(spec: RequirementSpec, input: z.output<typeof returnDocumentInput>) {
  const fault = spec.commonFaults.find(({ code }) => code === input.code);
  const message = input.message ?? fault?.clientMessage ?? null;
  if (message === null)
    throw invalid("Say what the client has to do.", { message: "Write the reason in a sentence or two." });
  return {
    code: fault?.code ?? "other",
    label: fault?.label ?? "Own reason",
    message: input.note === null ? message : `${message} ${input.note}`,
  };
}

/** A client without an account is told by other means. */
async function tellClient(ctx: ActorContext, { file, line }: LockedReview, versionId: string): Promise<void> {
  const [account] = await ctx.db
    .select({ id: appUser.id })
    .from(appUser)
    .where(and(eq(appUser.clientId, file.clientId), ne(appUser.status, "disabled")));
  if (!account) return;
  await queueMail(ctx, {
    kind: "document_returned",
    toUserId: account.id,
    caseId: file.id,
    clientId: file.clientId,
    context: { requirementId: line.id, versionId },
    // The screen offers to undo for ten seconds; the mail leaves after that.
    delaySeconds: 15,
  });
}

/** Sends the newest file of a line back, with a reason the client can act on. The file itself stays. */
export const returnDocument = defineCommand({
  name: "document.return",
  input: returnDocumentInput,
  load: (ctx, input) => loadReview(ctx, input.requirementId),
  authorise: (actor, { file }) => can(actor, "document.review", file),
  async execute(ctx, review, input) {
    if (ctx.actor.kind !== "staff") throw forbidden("Only the firm's staff review documents.");
    await assertFree(ctx, review);
    const version = requireSeenVersion(review, input.versionId);
    const spec = specOf(review.line, await deriveChecklist(ctx, review.file));
    const reason = reasonOf(spec, input);
    await moveLine(ctx, review.line, input.version, "returned", {
      decidedAt: ctx.now,
      // What was applied for has come: it is with the client again until they say that they applied anew.
      appliedOn: null,
      issuedOn: null,
      validUntil: null,
    });
    await markVersion(ctx, version.id, {
      state: "returned",
      reviewedBy: ctx.actor.userId,
      reviewedAt: ctx.now,
      pointsMet: null,
      returnCode: reason.code,
      returnReason: reason.message,
    });
    await releaseHold(ctx, review.line.id);
    await tellClient(ctx, review, version.id);
    return audited(
      decided(review),
      reviewEntry(review, version, "document.returned", { reason: reason.label }),
    );
  },
});
