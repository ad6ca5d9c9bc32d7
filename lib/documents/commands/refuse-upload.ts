import "server-only";
import { and, eq } from "drizzle-orm";
import { audited } from "@/lib/audit/events";
import { getCaseForUpdate } from "@/lib/cases/queries";
import { defineCommand } from "@/lib/command/define-command";
import { upload } from "@/lib/db/schema/documents";
import { can } from "@/lib/policy/can";
import { getUpload } from "../queries";
import { refuseUploadInput } from "../schemas";

/** Keeps in the log that a file was turned away for what it is: its bytes are gone, its reservation is spent. */
export const refuseUpload = defineCommand({
  name: "upload.refuse",
  input: refuseUploadInput,
  async load(ctx, input) {
    const target = await getUpload(ctx, input.uploadId);
    return { file: await getCaseForUpdate(ctx, target.caseId), target };
  },
  authorise: (actor, { file }) => can(actor, "document.upload", file),
  async execute(ctx, { file, target }, input) {
    await ctx.db
      .update(upload)
      .set({ state: "failed", completedAt: ctx.now })
      .where(and(eq(upload.id, target.id), eq(upload.state, "reserved")));
    return audited(
      { uploadId: target.id },
      {
        event: "document.refused",
        outcome: "refused",
        object: { kind: "upload", id: target.id },
        caseId: file.id,
        clientId: file.clientId,
        detail: { why: input.code, size: target.size },
      },
    );
  },
});
