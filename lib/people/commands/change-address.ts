import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { defineCommand } from "@/lib/command/define-command";
import { address } from "@/lib/db/schema/facts";
import { addressFaults, addressWarnings } from "../rules";
import { changeAddressInput } from "../schemas";
import {
  aboutPerson,
  contextOf,
  factsChanged,
  loadCase,
  mayEditFacts,
  openFacts,
  refuseFaults,
  refuseStale,
  requireFact,
  requireOneRow,
} from "./change-facts";
import { addressFieldsOf } from "./current-fields";

/** Changes an address. */
export const changeAddress = defineCommand({
  name: "address.change",
  input: changeAddressInput,
  load: loadCase,
  authorise: mayEditFacts,
  execute: async (ctx, file, { caseId, id, version, ...fields }) => {
    const open = await openFacts(ctx, file);
    const { person, fact } = requireFact(open, "addresses", id);
    refuseStale(open, id, version, fields, addressFieldsOf(fact));
    const others = person.addresses.filter((other) => other.id !== id);
    refuseFaults(addressFaults(fields, contextOf(open, person)));
    const changed = await ctx.db
      .update(address)
      .set({ ...fields, version: sql`${address.version} + 1` })
      .where(and(eq(address.id, id), eq(address.caseId, caseId), eq(address.version, version)));
    requireOneRow(changed.rowCount);
    return factsChanged(ctx, open, {
      event: "fact.changed",
      object: { kind: "address", id },
      detail: { fact: "Address", ...aboutPerson(person) },
      id,
      warnings: addressWarnings(fields, others),
    });
  },
});
