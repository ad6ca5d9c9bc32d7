import "server-only";
import { and, eq } from "drizzle-orm";
import { audited } from "@/lib/audit/events";
import { getCaseForUpdate } from "@/lib/cases/queries";
import { defineCommand } from "@/lib/command/define-command";
import { nominationDocument } from "@/lib/db/schema/nominations";
import { conflict } from "@/lib/errors/app-error";
import { can } from "@/lib/policy/can";
import { removeNominationDocumentInput } from "../schemas";
import { getNominationDocument } from "../track/queries";
import { trackEntry } from "./change-track";

/** A line that the province does not ask for after all. A paper that was sent stays. */
export const removeNominationDocument = defineCommand({
  name: "nomination.remove-document",
  input: removeNominationDocumentInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "nomination.record", file),
  async execute(ctx, file, { itemId, version }) {
    const item = await getNominationDocument(ctx, file.id, itemId);
    if (item.sentOn !== null) throw conflict("It was sent to the province, so the line stays.");
    const gone = await ctx.db
      .delete(nominationDocument)
      .where(and(eq(nominationDocument.id, itemId), eq(nominationDocument.version, version)));
    if (gone.rowCount !== 1) throw conflict("Somebody changed this while you had it open. Reload the page.");
    const detail = { title: item.title };
    return audited({ itemId }, trackEntry(file, item.nominationId, "nomination.document_removed", detail));
  },
});
