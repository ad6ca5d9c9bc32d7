import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { audited } from "@/lib/audit/events";
import { defineCommand } from "@/lib/command/define-command";
import { checklistTemplate } from "@/lib/db/schema/checklist";
import { conflict } from "@/lib/errors/app-error";
import { can } from "@/lib/policy/can";
import { findNewestTemplate } from "../template/queries";
import { EMPTY_TEMPLATE, isSameTemplate } from "../template/rules";
import { publishTemplateInput } from "../template/schemas";
import { lockTemplate, openTemplate, staffId } from "./edit-template";

/** Makes the draft the firm's newest version: new checklists are made with it, open files keep theirs. */
export const publishTemplate = defineCommand({
  name: "template.publish",
  input: publishTemplateInput,
  openTo: ["staff"],
  load: lockTemplate,
  authorise: (actor) => can(actor, "template.edit"),
  async execute(ctx, _, { version, note }) {
    const { draftId, content } = await openTemplate(ctx, version);
    const newest = await findNewestTemplate(ctx);
    if (draftId === null || isSameTemplate(content, newest ?? EMPTY_TEMPLATE))
      throw conflict("Nothing has changed since the newest version.");
    const number = (newest?.number ?? 0) + 1;
    await ctx.db
      .update(checklistTemplate)
      .set({ number, note, publishedBy: staffId(ctx), publishedAt: ctx.now })
      .where(and(eq(checklistTemplate.id, draftId), isNull(checklistTemplate.number)));
    const { items, wordings } = content;
    return audited(
      { number },
      {
        event: "template.published",
        object: { kind: "checklist_template", id: draftId },
        detail: { number, note, items: items.length, wordings: wordings.length },
      },
    );
  },
});
