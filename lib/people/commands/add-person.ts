import "server-only";
import { defineCommand } from "@/lib/command/define-command";
import { person } from "@/lib/db/schema/facts";
import { newId } from "@/lib/ids/id";
import { personFaults } from "../person/rules";
import { addPersonInput } from "../schemas";
import { aboutPerson, factsChanged, loadCase, mayEditFacts, openFacts, refuseFaults } from "./change-facts";

/** Adds a spouse or partner, or a child. The principal comes with the case; a file has one spouse. */
export const addPerson = defineCommand({
  name: "person.add",
  input: addPersonInput,
  load: loadCase,
  authorise: mayEditFacts,
  execute: async (ctx, file, { caseId, role, ...fields }) => {
    const open = await openFacts(ctx, file);
    const hasSpouse = open.sheet.facts.people.some((other) => other.role === "spouse");
    refuseFaults({
      ...personFaults(fields, role, open.day.today),
      ...(role === "spouse" && hasSpouse
        ? { role: "There is a spouse or partner in this file already. Change or remove them first." }
        : {}),
    });
    const id = newId();
    await ctx.db.insert(person).values({ id, caseId, clientId: file.clientId, role, ...fields });
    return factsChanged(ctx, open, {
      event: "person.added",
      row: { kind: "person", id, personId: id, before: null, after: { role, ...fields } },
      detail: aboutPerson({ role }),
    });
  },
});
