import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { defineCommand } from "@/lib/command/define-command";
import { person as personTable } from "@/lib/db/schema/facts";
import { personFieldsOf } from "../fact-rows";
import { askedFields, personFaults } from "../person/rules";
import { changePersonInput } from "../schemas";
import {
  aboutPerson,
  factsChanged,
  gone,
  loadCase,
  mayEditFacts,
  nothingMoved,
  openFacts,
  refuseFaults,
  refuseStale,
  requireOneRow,
} from "./change-facts";

/** Changes what is known of one person. What their form does not ask stays as it is; the role never changes. */
export const changePerson = defineCommand({
  name: "person.change",
  input: changePersonInput,
  load: loadCase,
  authorise: mayEditFacts,
  execute: async (ctx, file, { caseId, id, version, ...typed }) => {
    const open = await openFacts(ctx, file);
    const person = open.sheet.facts.people.find((other) => other.id === id);
    if (!person) throw gone();
    const current = personFieldsOf(person);
    const fields = askedFields(person.role, typed, current);
    refuseStale(open, id, version, fields, current);
    refuseFaults(personFaults(fields, person.role, open.day.today));
    const row = { kind: "person", id, personId: id, before: current, after: fields } as const;
    const same = nothingMoved(ctx, open, { row });
    if (same) return same;
    const changed = await ctx.db
      .update(personTable)
      .set({ ...fields, updatedAt: ctx.now, version: sql`${personTable.version} + 1` })
      .where(and(eq(personTable.id, id), eq(personTable.caseId, caseId), eq(personTable.version, version)));
    requireOneRow(changed.rowCount);
    return factsChanged(ctx, open, { event: "person.changed", row, detail: aboutPerson(person) });
  },
});
