import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { audited } from "@/lib/audit/events";
import { defineCommand } from "@/lib/command/define-command";
import { checklistTemplate } from "@/lib/db/schema/checklist";
import { conflict } from "@/lib/errors/app-error";
import { can } from "@/lib/policy/can";
import { discardTemplateInput } from "../template/schemas";
import { lockTemplate, openTemplate } from "./edit-template";

/** Drops what was changed since the newest version. */
export const discardTemplate = defineCommand({
  name: "template.discard",
  input: discardTemplateInput,
  openTo: ["staff"],
  load: lockTemplate,
  authorise: (actor) => can(actor, "template.edit"),
  async execute(ctx, _, { version }) {
    const { draftId } = await openTemplate(ctx, version);
    if (draftId === null) throw conflict("There is no draft to discard.");
    await ctx.db
      .delete(checklistTemplate)
      .where(and(eq(checklistTemplate.id, draftId), isNull(checklistTemplate.number)));
    return audited(
      { templateId: draftId },
      { event: "template.discarded", object: { kind: "checklist_template", id: draftId } },
    );
  },
});
