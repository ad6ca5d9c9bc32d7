import "server-only";
import { and, eq, notExists } from "drizzle-orm";
import { audited } from "@/lib/audit/events";
import { getCaseForUpdate } from "@/lib/cases/queries";
import { hasEnded } from "@/lib/cases/rules";
import { assertFree } from "@/lib/checklist/commands/load-review";
import { giveToLine } from "@/lib/checklist/commands/move-document";
import { getRequirementForUpdate } from "@/lib/checklist/queries";
import { canReceive } from "@/lib/checklist/rules";
import { isStaffContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { agreement } from "@/lib/db/schema/cases";
import { document, documentVersion } from "@/lib/db/schema/documents";
import { getStoredVersion } from "@/lib/documents/queries";
import { conflict, forbidden, notFound } from "@/lib/errors/app-error";
import { can } from "@/lib/policy/can";
import { placeFileInput } from "../schemas";

/**
 * A file that came with a message answers an item of the checklist: it waits there for review like any other, and stays
 * with its message. CONFLICT where it was put somewhere already, or where the item takes nothing now.
 */
export const placeFile = defineCommand({
  name: "message.place-file",
  input: placeFileInput,
  openTo: ["staff"],
  async load(ctx, input) {
    const { caseId } = await getStoredVersion(ctx, input.versionId);
    const file = await getCaseForUpdate(ctx, caseId);
    return { file, version: await getStoredVersion(ctx, input.versionId) };
  },
  authorise: (actor, { file }) => can(actor, "document.review", file),
  async execute(ctx, { file, version }, { targetId }) {
    if (!isStaffContext(ctx)) throw forbidden("Only the firm's staff sort documents.");
    if (version.messageId === null) throw notFound();
    if (hasEnded(file.stage)) throw conflict("This case is at its end: its checklist stays as it is.");
    if (version.requirementId !== null)
      throw conflict(`“${version.fileName}” is at “${version.title}” already. Move it from there.`);
    const target = await getRequirementForUpdate(ctx, targetId);
    if (target.caseId !== file.id) throw notFound();
    const step = canReceive(target, "staff");
    if (!step.allowed) throw conflict(step.reason, { state: target.state });
    await assertFree(ctx, { line: target });
    await giveToLine(ctx, target, version);
    const left = ctx.db
      .select({ id: documentVersion.id })
      .from(documentVersion)
      .where(eq(documentVersion.documentId, version.documentId));
    const linked = ctx.db
      .select({ id: agreement.id })
      .from(agreement)
      .where(eq(agreement.documentId, version.documentId));
    await ctx.db
      .delete(document)
      .where(and(eq(document.id, version.documentId), notExists(left), notExists(linked)));
    return audited(
      { requirementId: target.id },
      {
        event: "document.moved",
        object: { kind: "document_version", id: version.id },
        caseId: file.id,
        clientId: file.clientId,
        detail: { title: version.title, from: "a message", to: target.title },
      },
    );
  },
});
