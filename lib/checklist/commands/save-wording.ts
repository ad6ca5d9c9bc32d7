import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { can } from "@/lib/policy/can";
import { KIND_LABELS } from "../lead-times/rules";
import { withWording } from "../template/rules";
import { saveWordingInput } from "../template/schemas";
import { keepTemplate, lockTemplate, openTemplate } from "./edit-template";

/** Sets the firm's own words for a kind of document in the draft; all left empty: the shipped ones hold again. */
export const saveWording = defineCommand({
  name: "template.save-wording",
  input: saveWordingInput,
  openTo: ["staff"],
  load: lockTemplate,
  authorise: (actor) => can(actor, "template.edit"),
  async execute(ctx, _, { version, ...wording }) {
    const open = await openTemplate(ctx, version);
    const title = KIND_LABELS[wording.kind];
    return keepTemplate(ctx, open, withWording(open.content, wording), { change: "words changed", title });
  },
});
