import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { defineCommand } from "@/lib/command/define-command";
import { credential } from "@/lib/db/schema/facts";
import { credentialFieldsOf } from "../fact-rows";
import { credentialFaults, credentialWarnings } from "../rules";
import { changeCredentialInput } from "../schemas";
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

/** Changes a credential, with its assessment (ECA). */
export const changeCredential = defineCommand({
  name: "credential.change",
  input: changeCredentialInput,
  load: loadCase,
  authorise: mayEditFacts,
  execute: async (ctx, file, { caseId, id, version, ...fields }) => {
    const open = await openFacts(ctx, file);
    const { person, fact } = requireFact(open, "credentials", id);
    const current = credentialFieldsOf(fact);
    refuseStale(open, id, version, fields, current);
    const others = person.credentials.filter((other) => other.id !== id);
    refuseFaults(credentialFaults(fields, others, contextOf(open, person)));
    const row = { kind: "credential", id, personId: person.id, before: current, after: fields } as const;
    const warnings = credentialWarnings(fields);
    const same = nothingMoved(ctx, open, { row, warnings });
    if (same) return same;
    const changed = await ctx.db
      .update(credential)
      .set({ ...fields, version: sql`${credential.version} + 1` })
      .where(and(eq(credential.id, id), eq(credential.caseId, caseId), eq(credential.version, version)));
    requireOneRow(changed.rowCount);
    return factsChanged(ctx, open, {
      event: "fact.changed",
      row,
      detail: { fact: "Credential", ...aboutPerson(person) },
      warnings,
    });
  },
});
