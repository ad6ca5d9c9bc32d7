import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { invalid, notFound } from "@/lib/errors/app-error";
import { newId } from "@/lib/ids/id";
import { can } from "@/lib/policy/can";
import { itemFaults, withItem } from "../template/rules";
import { saveItemInput } from "../template/schemas";
import { keepTemplate, lockTemplate, openTemplate } from "./edit-template";

/** Adds an item to the draft of the firm's template, or changes one: its lines in the files are known by its id. */
export const saveItem = defineCommand({
  name: "template.save-item",
  input: saveItemInput,
  openTo: ["staff"],
  load: lockTemplate,
  authorise: (actor) => can(actor, "template.edit"),
  async execute(ctx, _, { version, itemId, ...fields }) {
    const open = await openTemplate(ctx, version);
    const { items } = open.content;
    if (itemId !== null && !items.some(({ id }) => id === itemId)) throw notFound();
    const faults = itemFaults(
      fields,
      items.filter(({ id }) => id !== itemId),
    );
    if (Object.keys(faults).length > 0) throw invalid("The item cannot be kept like this.", faults);
    const item = { ...fields, id: itemId ?? newId(), leadDays: fields.leadDays ?? 0 };
    const verb = itemId === null ? "item added" : "item changed";
    return keepTemplate(ctx, open, withItem(open.content, item), { change: verb, title: item.title });
  },
});
