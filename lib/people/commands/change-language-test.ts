import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { defineCommand } from "@/lib/command/define-command";
import { languageTest } from "@/lib/db/schema/facts";
import { languageTestFieldsOf } from "../fact-rows";
import { languageTestFaults } from "../rules";
import { changeLanguageTestInput } from "../schemas";
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

/** Changes a language test. */
export const changeLanguageTest = defineCommand({
  name: "language-test.change",
  input: changeLanguageTestInput,
  load: loadCase,
  authorise: mayEditFacts,
  execute: async (ctx, file, { caseId, id, version, ...fields }) => {
    const open = await openFacts(ctx, file);
    const { person, fact } = requireFact(open, "languageTests", id);
    const current = languageTestFieldsOf(fact);
    refuseStale(open, id, version, fields, current);
    const others = person.languageTests.filter((other) => other.id !== id);
    refuseFaults(languageTestFaults(fields, others, contextOf(open, person)));
    const row = { kind: "language_test", id, personId: person.id, before: current, after: fields } as const;
    const same = nothingMoved(ctx, open, { row });
    if (same) return same;
    const changed = await ctx.db
      .update(languageTest)
      .set({ ...fields, version: sql`${languageTest.version} + 1` })
      .where(
        and(eq(languageTest.id, id), eq(languageTest.caseId, caseId), eq(languageTest.version, version)),
      );
    requireOneRow(changed.rowCount);
    return factsChanged(ctx, open, {
      event: "fact.changed",
      row,
      detail: { fact: "Language test", ...aboutPerson(person) },
    });
  },
});
