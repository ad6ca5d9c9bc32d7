import "server-only";
import { audited } from "@/lib/audit/events";
import { getCaseForUpdate, listCaseDocuments } from "@/lib/cases/queries";
import { isStaffContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { nominationDocument } from "@/lib/db/schema/nominations";
import { conflict, invalid, notFound } from "@/lib/errors/app-error";
import { newId } from "@/lib/ids/id";
import { can } from "@/lib/policy/can";
import { addNominationDocumentInput } from "../schemas";
import { listNominations } from "../track/queries";
import { ENDED } from "../track/rules";
import { trackEntry } from "./change-track";

/** A paper that the province asks for, perhaps one that is in the file already. */
export const addNominationDocument = defineCommand({
  name: "nomination.add-document",
  input: addNominationDocumentInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "nomination.record", file),
  async execute(ctx, file, { nominationId, title, dueOn, documentId }) {
    const track = (await listNominations(ctx, file.id)).find(({ id }) => id === nominationId);
    if (!track) throw notFound();
    if (ENDED.includes(track.status))
      throw conflict("This nomination has ended: nothing more is sent for it.");
    if (documentId !== null && isStaffContext(ctx)) {
      const inFile = await listCaseDocuments(ctx, file.id);
      if (!inFile.some(({ id }) => id === documentId))
        throw invalid("Choose the paper again.", { documentId: "This paper is not in the file." });
    }
    const id = newId<"NominationDocument">();
    await ctx.db.insert(nominationDocument).values({
      ...{ id, nominationId, caseId: file.id, clientId: file.clientId },
      ...{ title, dueOn, documentId, createdAt: ctx.now },
    });
    return audited({ itemId: id }, trackEntry(file, nominationId, "nomination.document_added", { title }));
  },
});
