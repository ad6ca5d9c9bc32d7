import "server-only";
import { audited } from "@/lib/audit/events";
import { defineCommand } from "@/lib/command/define-command";
import { conflict } from "@/lib/errors/app-error";
import { newId } from "@/lib/ids/id";
import { can } from "@/lib/policy/can";
import { addTemplateInput } from "../schemas";
import { countTemplates } from "../templates/queries";
import { appendVersion, asStaff, assertFields, lockTemplates } from "./write-template";

/** As many as one finds one's way through while writing. */
const MOST_TEMPLATES = 60;

/** A new wording of the firm, in both languages. */
export const addTemplate = defineCommand({
  name: "message-template.add",
  input: addTemplateInput,
  openTo: ["staff"],
  load: lockTemplates,
  authorise: (actor) => can(actor, "template.edit"),
  async execute(context, _, text) {
    const ctx = asStaff(context);
    assertFields(text);
    if ((await countTemplates(ctx)) >= MOST_TEMPLATES)
      throw conflict(`There are ${MOST_TEMPLATES} templates already. Withdraw one that nobody uses first.`);
    const id = newId();
    await appendVersion(ctx, { id, number: 1, ...text });
    return audited(
      { templateId: String(id), number: 1 },
      {
        event: "message_template.added",
        object: { kind: "message_template", id },
        detail: { title: text.title },
      },
    );
  },
});
