"use server";

import type { ActionResult } from "@/lib/command/action-result";
import { defineAction } from "@/lib/command/define-action";
import { activateTable } from "./commands/activate-table";
import { changeDraft } from "./commands/change-draft";
import { compareDraft } from "./commands/compare-draft";
import { createDraft } from "./commands/create-draft";
import { discardDraft } from "./commands/discard-draft";
import { retireTable } from "./commands/retire-table";

export const createDraftAction = defineAction(createDraft, {
  redirectTo: ({ id }) => `/settings/rules/${id}/edit`,
});

const change = defineAction(changeDraft);

type DraftChanged = { id: string; faults: number };

/** The name of a figure's field: `v.` and its place in the table. */
const FIGURE = "v.";

/** Saves a draft. The fields of its table, as many as it has, travel as one; a refusal hands each of them back. */
export async function changeDraftAction(
  previous: ActionResult<DraftChanged> | null,
  form: FormData,
): Promise<ActionResult<DraftChanged>> {
  const names = [...new Set([...form.keys()].filter((name) => name.startsWith(FIGURE)))];
  const typed = names.map((name) => [
    name,
    form
      .getAll(name)
      .filter((text) => typeof text === "string")
      .join(" "),
  ]);
  const figures = typed.map(([name = "", text = ""]) => [name.slice(FIGURE.length), text]);
  form.set("values", JSON.stringify(Object.fromEntries(figures)));
  const result = await change(previous, form);
  if (result.ok) return result;
  const { values: _whole, ...values } = result.values ?? {};
  return { ...result, values: { ...values, ...(Object.fromEntries(typed) as Record<string, string>) } };
}

export const compareDraftAction = defineAction(compareDraft, {
  redirectTo: ({ id }) => `/settings/rules/${id}/compare`,
});

export const activateTableAction = defineAction(activateTable);

export const discardDraftAction = defineAction(discardDraft, { redirectTo: () => "/settings/rules" });

export const retireTableAction = defineAction(retireTable);
