import "server-only";
import { and, eq } from "drizzle-orm";
import { defineCommand } from "@/lib/command/define-command";
import { address } from "@/lib/db/schema/facts";
import { removeFactInput } from "../schemas";
import {
  aboutPerson,
  factsChanged,
  loadCase,
  mayEditFacts,
  openFacts,
  refuseStale,
  requireFact,
  requireOneRow,
} from "./change-facts";

/** Removes an address; the audit log keeps that it was there. */
export const removeAddress = defineCommand({
  name: "address.remove",
  input: removeFactInput,
  load: loadCase,
  authorise: mayEditFacts,
  execute: async (ctx, file, { caseId, id, version }) => {
    const open = await openFacts(ctx, file);
    const { person } = requireFact(open, "addresses", id);
    refuseStale(open, id, version, {}, {});
    const removed = await ctx.db
      .delete(address)
      .where(and(eq(address.id, id), eq(address.caseId, caseId), eq(address.version, version)));
    requireOneRow(removed.rowCount);
    return factsChanged(ctx, open, {
      event: "fact.removed",
      object: { kind: "address", id },
      detail: { fact: "Address", ...aboutPerson(person) },
      id: null,
    });
  },
});
