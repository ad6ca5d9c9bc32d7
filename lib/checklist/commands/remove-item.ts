import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { notFound } from "@/lib/errors/app-error";
import { can } from "@/lib/policy/can";
import { removeItemInput } from "../template/schemas";
import { keepTemplate, lockTemplate, openTemplate } from "./edit-template";

/** Takes an item out of the draft; in files that have it, it stays until they take the version without it. */
export const removeItem = defineCommand({
  name: "template.remove-item",
  input: removeItemInput,
  openTo: ["staff"],
  load: lockTemplate,
  authorise: (actor) => can(actor, "template.edit"),
  async execute(ctx, _, { version, itemId }) {
    const open = await openTemplate(ctx, version);
    const { items, wordings } = open.content;
    const item = items.find(({ id }) => id === itemId);
    if (!item) throw notFound();
    const rest = { items: items.filter((one) => one !== item), wordings };
    return keepTemplate(ctx, open, rest, { change: "item removed", title: item.title });
  },
});
