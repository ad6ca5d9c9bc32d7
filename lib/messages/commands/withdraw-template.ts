import "server-only";
import { audited } from "@/lib/audit/events";
import { defineCommand } from "@/lib/command/define-command";
import { can } from "@/lib/policy/can";
import { withdrawTemplateInput } from "../schemas";
import { appendVersion, asStaff, getSeenTemplate, lockTemplates } from "./write-template";

/** A template is offered no more; what it said stays on record. */
export const withdrawTemplate = defineCommand({
  name: "message-template.withdraw",
  input: withdrawTemplateInput,
  openTo: ["staff"],
  load: lockTemplates,
  authorise: (actor) => can(actor, "template.edit"),
  async execute(context, _, { templateId, number }) {
    const ctx = asStaff(context);
    const { title, bodyEn, bodyFr } = await getSeenTemplate(ctx, templateId, number);
    const last = { id: templateId, number: number + 1, title, bodyEn, bodyFr, withdrawn: true };
    await appendVersion(ctx, last);
    return audited(
      { templateId },
      {
        event: "message_template.withdrawn",
        object: { kind: "message_template", id: templateId },
        detail: { title },
      },
    );
  },
});
