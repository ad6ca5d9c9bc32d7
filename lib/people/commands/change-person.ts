import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { defineCommand } from "@/lib/command/define-command";
import { person } from "@/lib/db/schema/facts";
import { personFaults } from "../rules";
import { changePersonInput } from "../schemas";
import {
  aboutPerson,
  factsChanged,
  gone,
  loadCase,
  mayEditFacts,
  openFacts,
  refuseFaults,
  refuseStale,
  requireOneRow,
} from "./change-facts";
import { personFieldsOf } from "./current-fields";

/** Changes what is known of one person. The principal is always accompanying; the role never changes. */
export const changePerson = defineCommand({
  name: "person.change",
  input: changePersonInput,
  load: loadCase,
  authorise: mayEditFacts,
  execute: async (ctx, file, { caseId, id, version, ...fields }) => {
    const open = await openFacts(ctx, file);
    const current = open.sheet.facts.people.find((other) => other.id === id);
    if (!current) throw gone();
    refuseStale(open, id, version, fields, personFieldsOf(current));
    refuseFaults(personFaults(fields, current.role, open.day.today));
    const accompanying = current.role === "principal" || fields.accompanying;
    const changed = await ctx.db
      .update(person)
      .set({ ...fields, accompanying, updatedAt: ctx.now, version: sql`${person.version} + 1` })
      .where(and(eq(person.id, id), eq(person.caseId, caseId), eq(person.version, version)));
    requireOneRow(changed.rowCount);
    return factsChanged(ctx, open, {
      event: "person.changed",
      object: { kind: "person", id },
      detail: aboutPerson(current),
      id,
    });
  },
});
