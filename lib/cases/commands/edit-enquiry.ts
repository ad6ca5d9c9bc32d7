import "server-only";
import { and, eq } from "drizzle-orm";
import { audited } from "@/lib/audit/events";
import { defineCommand } from "@/lib/command/define-command";
import { caseFile, client } from "@/lib/db/schema/cases";
import { conflict } from "@/lib/errors/app-error";
import { can } from "@/lib/policy/can";
import { getCaseForUpdate } from "../queries";
import { editEnquiryInput } from "../schemas";

const MOVED_ON =
  "Somebody changed this file since you opened the form. Reload the page; nothing was overwritten.";

/** How to reach the client and what the enquiry was about; the dated facts have commands of their own. */
export const editEnquiry = defineCommand({
  name: "case.edit",
  input: editEnquiryInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "case.edit", file),
  async execute(ctx, file, input) {
    const { version, clientVersion, source, enquiryNote, email, phone } = input;
    const caseChanged = await ctx.db
      .update(caseFile)
      .set({ source, enquiryNote, updatedAt: ctx.now, version: version + 1 })
      .where(and(eq(caseFile.id, file.id), eq(caseFile.version, version)));
    const clientChanged = await ctx.db
      .update(client)
      .set({ email, phone, version: clientVersion + 1 })
      .where(and(eq(client.id, file.clientId), eq(client.version, clientVersion)));
    if (caseChanged.rowCount !== 1 || clientChanged.rowCount !== 1) throw conflict(MOVED_ON);
    return audited(
      { caseId: file.id },
      {
        event: "case.edited",
        object: { kind: "case", id: file.id },
        caseId: file.id,
        clientId: file.clientId,
        detail: { what: "contact and enquiry" },
      },
    );
  },
});
