import "server-only";
import { and, eq } from "drizzle-orm";
import { defineCommand } from "@/lib/command/define-command";
import { credential } from "@/lib/db/schema/facts";
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

/** Removes a credential, with its assessment (ECA); the audit log keeps that it was there. */
export const removeCredential = defineCommand({
  name: "credential.remove",
  input: removeFactInput,
  load: loadCase,
  authorise: mayEditFacts,
  execute: async (ctx, file, { caseId, id, version }) => {
    const open = await openFacts(ctx, file);
    const { person } = requireFact(open, "credentials", id);
    refuseStale(open, id, version, {}, {});
    const removed = await ctx.db
      .delete(credential)
      .where(and(eq(credential.id, id), eq(credential.caseId, caseId), eq(credential.version, version)));
    requireOneRow(removed.rowCount);
    return factsChanged(ctx, open, {
      event: "fact.removed",
      object: { kind: "credential", id },
      detail: { fact: "Credential", ...aboutPerson(person) },
      id: null,
    });
  },
});
