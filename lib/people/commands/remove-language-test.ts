import "server-only";
import { and, eq } from "drizzle-orm";
import { defineCommand } from "@/lib/command/define-command";
import { languageTest } from "@/lib/db/schema/facts";
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

/** Removes a language test; the audit log keeps that it was there. */
export const removeLanguageTest = defineCommand({
  name: "language-test.remove",
  input: removeFactInput,
  load: loadCase,
  authorise: mayEditFacts,
  execute: async (ctx, file, { caseId, id, version }) => {
    const open = await openFacts(ctx, file);
    const { person } = requireFact(open, "languageTests", id);
    refuseStale(open, id, version, {}, {});
    const removed = await ctx.db
      .delete(languageTest)
      .where(
        and(eq(languageTest.id, id), eq(languageTest.caseId, caseId), eq(languageTest.version, version)),
      );
    requireOneRow(removed.rowCount);
    return factsChanged(ctx, open, {
      event: "fact.removed",
      object: { kind: "language_test", id },
      detail: { fact: "Language test", ...aboutPerson(person) },
      id: null,
    });
  },
});
