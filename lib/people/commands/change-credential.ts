import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { defineCommand } from "@/lib/command/define-command";
import { credential } from "@/lib/db/schema/facts";
import { credentialFaults, credentialWarnings } from "../rules";
import { changeCredentialInput } from "../schemas";
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
import { credentialFieldsOf } from "./current-fields";

/** Changes a credential, with its assessment (ECA). */
export const changeCredential = defineCommand({
  name: "credential.change",
  input: changeCredentialInput,
  load: loadCase,
  authorise: mayEditFacts,
  execute: async (ctx, file, { caseId, id, version, ...fields }) => {
    const open = await openFacts(ctx, file);
    const { person, fact } = requireFact(open, "credentials", id);
    refuseStale(open, id, version, fields, credentialFieldsOf(fact));
    const others = person.credentials.filter((other) => other.id !== id);
    refuseFaults(credentialFaults(fields, others, contextOf(open, person)));
    const changed = await ctx.db
      .update(credential)
      .set({ ...fields, version: sql`${credential.version} + 1` })
      .where(and(eq(credential.id, id), eq(credential.caseId, caseId), eq(credential.version, version)));
    requireOneRow(changed.rowCount);
    return factsChanged(ctx, open, {
      event: "fact.changed",
      object: { kind: "credential", id },
      detail: { fact: "Credential", ...aboutPerson(person) },
      id,
      warnings: credentialWarnings(fields),
    });
  },
});
