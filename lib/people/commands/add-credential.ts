import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { credential } from "@/lib/db/schema/facts";
import { newId } from "@/lib/ids/id";
import { credentialFaults, credentialWarnings } from "../rules";
import { addCredentialInput } from "../schemas";
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

/** Adds a credential, with its assessment (ECA) to a person of the file. */
export const addCredential = defineCommand({
  name: "credential.add",
  input: addCredentialInput,
  load: loadCase,
  authorise: mayEditFacts,
  execute: async (ctx, file, { caseId, personId, ...fields }) => {
    const open = await openFacts(ctx, file);
    const person = requirePerson(open, personId);
    const others = person.credentials;
    refuseFaults(credentialFaults(fields, others, contextOf(open, person)));
    const id = newId();
    await ctx.db.insert(credential).values({ id, caseId, clientId: file.clientId, personId, ...fields });
    return factsChanged(ctx, open, {
      event: "fact.added",
      row: { kind: "credential", id, personId, before: null, after: fields },
      detail: { fact: "Credential", ...aboutPerson(person) },
      warnings: credentialWarnings(fields),
    });
  },
});
