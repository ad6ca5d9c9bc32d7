import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { address } from "@/lib/db/schema/facts";
import { newId } from "@/lib/ids/id";
import { addressFaults, addressWarnings } from "../rules";
import { addAddressInput } from "../schemas";
import {
  aboutPerson,
  contextOf,
  factsChanged,
  loadCase,
  mayEditFacts,
  openFacts,
  refuseFaults,
  requirePerson,
} from "./change-facts";

/** Adds an address to a person of the file. */
export const addAddress = defineCommand({
  name: "address.add",
  input: addAddressInput,
  load: loadCase,
  authorise: mayEditFacts,
  execute: async (ctx, file, { caseId, personId, ...fields }) => {
    const open = await openFacts(ctx, file);
    const person = requirePerson(open, personId);
    const others = person.addresses;
    refuseFaults(addressFaults(fields, contextOf(open, person)));
    const id = newId();
    await ctx.db.insert(address).values({ id, caseId, clientId: file.clientId, personId, ...fields });
    return factsChanged(ctx, open, {
      event: "fact.added",
      row: { kind: "address", id, personId, before: null, after: fields },
      detail: { fact: "Address", ...aboutPerson(person) },
      warnings: addressWarnings(fields, others),
    });
  },
});
