import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { defineCommand } from "@/lib/command/define-command";
import { address } from "@/lib/db/schema/facts";
import { addressFieldsOf } from "../fact-rows";
import { addressFaults, addressWarnings } from "../rules";
import { changeAddressInput } from "../schemas";
import {
  aboutPerson,
  contextOf,
  factsChanged,
  loadCase,
  mayEditFacts,
  nothingMoved,
  openFacts,
  refuseFaults,
  refuseStale,
  requireFact,
  requireOneRow,
} from "./change-facts";

/** Changes an address. */
export const changeAddress = defineCommand({
  name: "address.change",
  input: changeAddressInput,
  load: loadCase,
  authorise: mayEditFacts,
  execute: async (ctx, file, { caseId, id, version, ...fields }) => {
    const open = await openFacts(ctx, file);
    const { person, fact } = requireFact(open, "addresses", id);
    const current = addressFieldsOf(fact);
    refuseStale(open, id, version, fields, current);
    const others = person.addresses.filter((other) => other.id !== id);
    refuseFaults(addressFaults(fields, contextOf(open, person)));
    const row = { kind: "address", id, personId: person.id, before: current, after: fields } as const;
    const warnings = addressWarnings(fields, others);
    const same = nothingMoved(ctx, open, { row, warnings });
    if (same) return same;
    const changed = await ctx.db
      .update(address)
      .set({ ...fields, version: sql`${address.version} + 1` })
      .where(and(eq(address.id, id), eq(address.caseId, caseId), eq(address.version, version)));
    requireOneRow(changed.rowCount);
    return factsChanged(ctx, open, {
      event: "fact.changed",
      row,
      detail: { fact: "Address", ...aboutPerson(person) },
      warnings,
    });
  },
});
