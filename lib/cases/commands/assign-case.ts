import "server-only";
import { audited } from "@/lib/audit/events";
import { defineCommand } from "@/lib/command/define-command";
import { can } from "@/lib/policy/can";
import { getCaseForUpdate } from "../queries";
import { assignCaseInput } from "../schemas";
import { moveToOwner, requireAssignee } from "./move-to-owner";

/** Gives a case to another consultant. The one who had it loses sight of it with this commit. */
export const assignCase = defineCommand({
  name: "case.assign",
  input: assignCaseInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "case.assign", file),
  async execute(ctx, file, { ownerId, note }) {
    const owner = await requireAssignee(ctx, ownerId);
    return audited({ caseId: file.id }, await moveToOwner(ctx, file, owner, note));
  },
});
