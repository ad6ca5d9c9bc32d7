import "server-only";
import { audited } from "@/lib/audit/events";
import { getCaseForUpdate } from "@/lib/cases/queries";
import { isStaffContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { conflict, forbidden } from "@/lib/errors/app-error";
import { can } from "@/lib/policy/can";
import { listProofLines } from "../queries";
import { confirmProofInput } from "../schemas";
import { loadPaper, writeWord } from "./load-paper";

/**
 * A consultant has read the fact in a document: which accepted file, and at which page. Any accepted document of the
 * case can be named, so this is also how a proposal is put right.
 */
export const confirmProof = defineCommand({
  name: "proof.confirm",
  input: confirmProofInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "document.review", file),
  async execute(ctx, file, input) {
    if (!isStaffContext(ctx)) throw forbidden("Only the firm's staff say what proves a fact.");
    const { fact, paper } = await loadPaper(ctx, file, input);
    const lines = await listProofLines(ctx, file.id);
    const line = lines.find(
      ({ state, accepted }) => state === "accepted" && accepted?.versionId === input.versionId,
    );
    if (!line) throw conflict("This document is not an accepted one any more. Choose again.");
    await writeWord(ctx, file, input, {
      holds: true,
      requirementId: line.id,
      versionId: input.versionId,
      page: input.page,
      note: null,
    });
    return audited(
      { factKey: fact.key, version: input.version + 1 },
      {
        event: "proof.confirmed",
        object: { kind: "document_version", id: input.versionId },
        caseId: file.id,
        clientId: file.clientId,
        detail: { fact: fact.label, paper: paper.title, title: line.title, page: input.page },
      },
    );
  },
});
