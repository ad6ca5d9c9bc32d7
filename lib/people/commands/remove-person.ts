import "server-only";
import { and, eq } from "drizzle-orm";
import { defineCommand } from "@/lib/command/define-command";
import { person } from "@/lib/db/schema/facts";
import { invalid } from "@/lib/errors/app-error";
import { removalsOf } from "../history/as-of";
import { removeFactInput } from "../schemas";
import {
  aboutPerson,
  factsChanged,
  gone,
  loadCase,
  mayEditFacts,
  openFacts,
  refuseStale,
  requireOneRow,
} from "./change-facts";

/** Removes a spouse, partner or child with everything entered about them. Never the principal: the case is theirs. */
export const removePerson = defineCommand({
  name: "person.remove",
  input: removeFactInput,
  load: loadCase,
  authorise: mayEditFacts,
  execute: async (ctx, file, { caseId, id, version }) => {
    const open = await openFacts(ctx, file);
    const current = open.sheet.facts.people.find((other) => other.id === id);
    if (!current) throw gone();
    if (current.role === "principal") {
      throw invalid("The principal applicant cannot be removed: the case is theirs. Close the case instead.");
    }
    refuseStale(open, id, version, {}, {});
    const removed = await ctx.db
      .delete(person)
      .where(and(eq(person.id, id), eq(person.caseId, caseId), eq(person.version, version)));
    requireOneRow(removed.rowCount);
    const [row, ...also] = removalsOf(current);
    if (!row) throw gone();
    return factsChanged(ctx, open, {
      event: "person.removed",
      row,
      also,
      detail: aboutPerson(current),
    });
  },
});
