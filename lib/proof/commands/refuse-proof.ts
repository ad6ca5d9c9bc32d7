import "server-only";
import { audited } from "@/lib/audit/events";
import { getCaseForUpdate } from "@/lib/cases/queries";
import { isStaffContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { forbidden } from "@/lib/errors/app-error";
import { can } from "@/lib/policy/can";
import { refuseProofInput } from "../schemas";
import { loadPaper, writeWord } from "./load-paper";

/** A consultant has looked, and what is there does not show the fact: it counts as unproven until something does. */
export const refuseProof = defineCommand({
  name: "proof.refuse",
  input: refuseProofInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "document.review", file),
  async execute(ctx, file, input) {
    if (!isStaffContext(ctx)) throw forbidden("Only the firm's staff say what proves a fact.");
    const { fact, paper } = await loadPaper(ctx, file, input);
    await writeWord(ctx, file, input, {
      holds: false,
      requirementId: paper.line?.id ?? null,
      versionId: paper.file?.versionId ?? null,
      page: null,
      note: input.note,
    });
    return audited(
      { factKey: fact.key, version: input.version + 1 },
      {
        event: "proof.refused",
        object: { kind: "case", id: file.id },
        caseId: file.id,
        clientId: file.clientId,
        detail: { fact: fact.label, paper: paper.title },
      },
    );
  },
});
