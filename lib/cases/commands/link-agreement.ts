import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { audited } from "@/lib/audit/events";
import { isStaffContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { agreement } from "@/lib/db/schema/cases";
import { conflict, forbidden, invalid } from "@/lib/errors/app-error";
import { can } from "@/lib/policy/can";
import { findCaseDocument, getCaseForUpdate } from "../queries";
import { linkAgreementInput } from "../schemas";

/** The signed paper came later: links a document of the case to an agreement that has none. */
export const linkAgreement = defineCommand({
  name: "agreement.link",
  input: linkAgreementInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "agreement.record", file),
  async execute(ctx, file, { agreementId, documentId }) {
    if (!isStaffContext(ctx)) throw forbidden("Only the firm's staff record an agreement.");
    const found = await findCaseDocument(ctx, file.id, documentId);
    if (!found)
      throw invalid("Choose another document.", { documentId: "This document is not in this case." });
    const changed = await ctx.db
      .update(agreement)
      .set({ documentId })
      .where(and(eq(agreement.id, agreementId), eq(agreement.caseId, file.id), isNull(agreement.documentId)));
    if (changed.rowCount !== 1) throw conflict("This agreement already has its document. Reload the page.");
    return audited(
      { caseId: file.id },
      {
        event: "agreement.recorded",
        object: { kind: "agreement", id: agreementId },
        caseId: file.id,
        clientId: file.clientId,
        detail: { agreement: "Signed document", signedOn: null, document: found.title },
      },
    );
  },
});
