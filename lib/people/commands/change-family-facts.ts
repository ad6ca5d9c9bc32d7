import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { defineCommand } from "@/lib/command/define-command";
import { familyFact } from "@/lib/db/schema/facts";
import { familyRowOf } from "../fact-rows";
import { FAMILY_PART_LABELS, familyFaults, familyFieldsOf, familyPatch } from "../family/rules";
import { changeFamilyFactsInput } from "../schemas";
import {
  factsChanged,
  loadCase,
  mayEditFacts,
  nocFaults,
  nothingMoved,
  openFacts,
  refuseFaults,
  refuseStale,
  requireOneRow,
} from "./change-facts";

/** Changes one part of the facts that belong to the family: place, funds, relatives, offer, certificate, nomination. */
export const changeFamilyFacts = defineCommand({
  name: "family.change",
  input: changeFamilyFactsInput,
  load: loadCase,
  authorise: mayEditFacts,
  execute: async (ctx, file, input) => {
    const open = await openFacts(ctx, file);
    const { part, version } = input;
    refuseStale(open, file.id, version, { ...input }, familyFieldsOf(open.sheet.facts.family, part));
    const namesOccupation = part === "offer" || part === "certificate";
    refuseFaults({
      ...familyFaults(input, open.day.today),
      ...(namesOccupation ? await nocFaults(ctx, input.nocCode) : {}),
    });
    const patch = familyPatch(input);
    const now = new Map<string, unknown>(Object.entries(familyRowOf(open.sheet.facts.family)));
    const before = Object.fromEntries(Object.keys(patch).map((field) => [field, now.get(field)]));
    const row = { kind: "family", id: file.id, personId: null, before, after: { ...patch } } as const;
    const same = nothingMoved(ctx, open, { row });
    if (same) return same;
    const changed = await ctx.db
      .update(familyFact)
      .set({ ...patch, updatedAt: ctx.now, version: sql`${familyFact.version} + 1` })
      .where(and(eq(familyFact.caseId, file.id), eq(familyFact.version, version)));
    requireOneRow(changed.rowCount);
    return factsChanged(ctx, open, {
      event: "family.changed",
      row,
      detail: { fact: FAMILY_PART_LABELS[part] },
    });
  },
});
