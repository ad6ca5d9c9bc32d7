import "server-only";
import { audited, unchanged } from "@/lib/audit/events";
import { defineCommand } from "@/lib/command/define-command";
import { can } from "@/lib/policy/can";
import { changeTemplateInput } from "../schemas";
import { appendVersion, asStaff, assertFields, getSeenTemplate, lockTemplates } from "./write-template";

/** A template says something else from now on; what it said before is kept, with who changed it. */
export const changeTemplate = defineCommand({
  name: "message-template.change",
  input: changeTemplateInput,
  openTo: ["staff"],
  load: lockTemplates,
  authorise: (actor) => can(actor, "template.edit"),
  async execute(context, _, { templateId, number, ...text }) {
    const ctx = asStaff(context);
    const seen = await getSeenTemplate(ctx, templateId, number);
    assertFields(text);
    if (seen.title === text.title && seen.bodyEn === text.bodyEn && seen.bodyFr === text.bodyFr)
      return unchanged({ templateId, number });
    await appendVersion(ctx, { id: templateId, number: number + 1, ...text });
    return audited(
      { templateId, number: number + 1 },
      {
        event: "message_template.changed",
        object: { kind: "message_template", id: templateId },
        detail: { title: text.title, number: number + 1 },
      },
    );
  },
});
