import "server-only";
import { sql } from "drizzle-orm";
import { audited } from "@/lib/audit/events";
import { getCaseForUpdate } from "@/lib/cases/queries";
import { defineCommand } from "@/lib/command/define-command";
import { getDraftFile } from "@/lib/documents/queries";
import { can } from "@/lib/policy/can";
import { discardFileInput } from "../schemas";

/** Takes a file back that waits in one's own composer; what was sent stays. */
export const discardFile = defineCommand({
  name: "message.discard-file",
  input: discardFileInput,
  async load(ctx, input) {
    const { caseId } = await getDraftFile(ctx, input.versionId);
    const file = await getCaseForUpdate(ctx, caseId);
    // Read again under the lock: the message may have been sent meanwhile.
    return { file, draft: await getDraftFile(ctx, input.versionId) };
  },
  authorise: (actor, { file }) => can(actor, "message.send", file),
  async execute(ctx, { file, draft }) {
    await ctx.db.execute(sql`select discard_message_draft(${draft.id}::uuid)`);
    return audited(
      { versionId: draft.id },
      {
        event: "document.discarded",
        object: { kind: "document_version", id: draft.id },
        caseId: file.id,
        clientId: file.clientId,
        detail: { title: draft.title, size: draft.size },
      },
    );
  },
});
