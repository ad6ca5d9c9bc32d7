import "server-only";
import { audited } from "@/lib/audit/events";
import { getCaseForUpdate } from "@/lib/cases/queries";
import { defineCommand } from "@/lib/command/define-command";
import { can } from "@/lib/policy/can";
import { refreshChecklistInput } from "../schemas";
import { refreshChecklist } from "./refresh-checklist";

/** Compares the checklist with the facts as they are today, at somebody's wish. */
export const regenerateChecklist = defineCommand({
  name: "checklist.refresh",
  input: refreshChecklistInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "requirement.edit", file),
  async execute(ctx, file) {
    const { entry, ...refreshed } = await refreshChecklist(ctx, file);
    return audited(refreshed, entry);
  },
});
