import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { languageTest } from "@/lib/db/schema/facts";
import { newId } from "@/lib/ids/id";
import { languageTestFaults } from "../rules";
import { addLanguageTestInput } from "../schemas";
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

/** Adds a language test to a person of the file. */
export const addLanguageTest = defineCommand({
  name: "language-test.add",
  input: addLanguageTestInput,
  load: loadCase,
  authorise: mayEditFacts,
  execute: async (ctx, file, { caseId, personId, ...fields }) => {
    const open = await openFacts(ctx, file);
    const person = requirePerson(open, personId);
    const others = person.languageTests;
    refuseFaults(languageTestFaults(fields, others, contextOf(open, person)));
    const id = newId();
    await ctx.db.insert(languageTest).values({ id, caseId, clientId: file.clientId, personId, ...fields });
    return factsChanged(ctx, open, {
      event: "fact.added",
      row: { kind: "language_test", id, personId, before: null, after: fields },
      detail: { fact: "Language test", ...aboutPerson(person) },
    });
  },
});
