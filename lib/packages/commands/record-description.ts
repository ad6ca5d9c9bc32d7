import "server-only";
import { audited, unchanged } from "@/lib/audit/events";
import { defineCommand } from "@/lib/command/define-command";
import { fileDescription } from "@/lib/db/schema/packages";
import { getStoredVersion } from "@/lib/documents/queries";
import { workerOnly } from "@/lib/policy/worker-only";
import { recordDescriptionInput } from "../schemas";

/** Keeps what a received file is made of; the first reading counts, for a file never changes. Background work only. */
export const recordDescription = defineCommand({
  name: "package.record_description",
  openTo: ["system"],
  input: recordDescriptionInput,
  load: (ctx, input) => getStoredVersion(ctx, input.versionId),
  authorise: workerOnly,
  async execute(ctx, { caseId, clientId, title }, { versionId, type, pages, failure }) {
    const kept = await ctx.db
      .insert(fileDescription)
      .values({ versionId, caseId, clientId, type, pages, failure, readAt: ctx.now })
      .onConflictDoNothing();
    if (kept.rowCount === 0) return unchanged({ versionId });
    return audited(
      { versionId },
      {
        event: "package.advanced",
        object: { kind: "document_version", id: versionId },
        caseId,
        clientId,
        detail: { read: title, failure },
      },
    );
  },
});
