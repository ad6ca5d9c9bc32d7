import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { defineCommand } from "@/lib/command/define-command";
import { familyFact } from "@/lib/db/schema/facts";
import { FAMILY_PART_LABELS, familyFaults, familyPatch } from "../family/rules";
import { changeFamilyFactsInput } from "../schemas";
import {
  factsChanged,
  loadCase,
  mayEditFacts,
  nocFaults,
  openFacts,
  refuseFaults,
  refuseStale,
  requireOneRow,
} from "./change-facts";
import { familyFieldsOf } from "./current-fields";

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
    const changed = await ctx.db
      .update(familyFact)
      .set({ ...familyPatch(input), updatedAt: ctx.now, version: sql`${familyFact.version} + 1` })
      .where(and(eq(familyFact.caseId, file.id), eq(familyFact.version, version)));
    requireOneRow(changed.rowCount);
    return factsChanged(ctx, open, {
      event: "family.changed",
      object: { kind: "family", id: file.id },
      detail: { fact: FAMILY_PART_LABELS[part] },
      id: file.id,
    });
  },
});
