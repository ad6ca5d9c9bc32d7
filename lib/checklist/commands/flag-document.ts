import "server-only";
import { audited } from "@/lib/audit/events";
import { isStaffContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { documentFlag } from "@/lib/db/schema/reviews";
import { conflict, forbidden } from "@/lib/errors/app-error";
import { newId } from "@/lib/ids/id";
import { can } from "@/lib/policy/can";
import { deriveChecklist } from "../queries";
import { listComparedFacts } from "../flags/queries";
import { flagDocumentInput } from "../schemas";
import { assertFree, loadReview, requireSeenVersion, reviewEntry } from "./load-review";

/** Keeps that the newest file of a line says something else than a fact of the case, and what it says. */
export const flagDocument = defineCommand({
  name: "document.flag",
  input: flagDocumentInput,
  load: (ctx, input) => loadReview(ctx, input.requirementId),
  authorise: (actor, { file }) => can(actor, "document.review", file),
  async execute(ctx, review, input) {
    if (!isStaffContext(ctx)) throw forbidden("Only the firm's staff review documents.");
    await assertFree(ctx, review);
    const version = requireSeenVersion(review, input.versionId);
    const { file, line } = review;
    const facts = await listComparedFacts(ctx, line, await deriveChecklist(ctx, file));
    const fact = facts.find(({ key }) => key === input.fact);
    if (!fact) throw conflict("This fact has changed or gone meanwhile. Look at the file again.");
    const id = newId<"DocumentFlag">();
    const added = await ctx.db
      .insert(documentFlag)
      .values({
        ...{ id, caseId: file.id, clientId: file.clientId, requirementId: line.id, versionId: version.id },
        ...{ factKind: fact.kind, factId: fact.factId, field: fact.field, columns: [...fact.columns] },
        ...{ label: fact.label, factSays: fact.says, documentSays: input.documentSays },
        ...{ flaggedBy: ctx.actor.userId, flaggedAt: ctx.now },
      })
      .onConflictDoNothing();
    if (added.rowCount !== 1) throw conflict(`“${fact.label}” is flagged on this document already.`);
    // What the two say stays out of the log: it is contents.
    return audited({ flagId: id }, reviewEntry(review, version, "document.flagged", { fact: fact.label }));
  },
});
