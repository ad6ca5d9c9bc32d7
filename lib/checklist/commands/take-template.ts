import "server-only";
import { audited } from "@/lib/audit/events";
import { getCaseForUpdate } from "@/lib/cases/queries";
import { hasEnded } from "@/lib/cases/rules";
import { defineCommand } from "@/lib/command/define-command";
import { conflict, forbidden } from "@/lib/errors/app-error";
import { can } from "@/lib/policy/can";
import { findCaseTemplate, findNewestTemplate } from "../template/queries";
import { takeTemplateInput } from "../template/schemas";
import { refreshChecklist, setCaseTemplate } from "./refresh-checklist";

/** Takes the newest version of the firm's template into a file that was made with an older one. */
export const takeTemplate = defineCommand({
  name: "checklist.take-template",
  input: takeTemplateInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "requirement.edit", file),
  async execute(ctx, file, { number }) {
    if (ctx.actor.kind !== "staff") throw forbidden("Only the firm's staff take its template.");
    if (hasEnded(file.stage)) throw conflict("This case is at its end: its checklist stays as it is.");
    const from = await findCaseTemplate(ctx, file.id);
    const newest = await findNewestTemplate(ctx);
    if (newest?.number !== number || from === number) {
      throw conflict("The template has changed since you looked. Look at what it would change now.", {
        number: newest?.number ?? null,
      });
    }
    await setCaseTemplate(ctx, file, number, ctx.actor.userId);
    const { entry, ...refreshed } = await refreshChecklist(ctx, file);
    const { added, changed, dropped } = refreshed;
    const changes = `${added} added, ${changed} changed, ${dropped} no longer needed`;
    return audited(refreshed, {
      ...entry,
      event: "checklist.template_taken",
      detail: { ...entry.detail, from, to: number, changes },
    });
  },
});
