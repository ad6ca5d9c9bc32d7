import "server-only";
import { and, eq } from "drizzle-orm";
import { defineCommand, type Command } from "@/lib/command/define-command";
import type { LockedCase } from "@/lib/cases/types";
import type { address, credential, job, languageTest } from "@/lib/db/schema/facts";
import type { PersonFacts } from "@/lib/express-entry/facts";
import type { RecordedKind } from "../history/types";
import { removeFactInput } from "../schemas";
import type { FactsChanged } from "../types";
import {
  aboutPerson,
  factsChanged,
  loadCase,
  mayEditFacts,
  openFacts,
  refuseStale,
  requireFact,
  requireOneRow,
  type FactList,
} from "./change-facts";

interface Removal<List extends FactList> {
  /** Of the command. */
  name: string;
  kind: RecordedKind;
  /** `Job`: what the timeline calls it. */
  label: string;
  table: typeof address | typeof job | typeof languageTest | typeof credential;
  list: List;
  fieldsOf: (fact: PersonFacts[List][number]) => object;
}

/** The command that removes one kind of fact that hangs on a person. */
export function defineRemoval<List extends FactList>(
  removal: Removal<List>,
): Command<typeof removeFactInput, LockedCase, FactsChanged> {
  const { name, kind, label, table, list, fieldsOf } = removal;
  return defineCommand({
    name,
    input: removeFactInput,
    load: loadCase,
    authorise: mayEditFacts,
    execute: async (ctx, file, { caseId, id, version }) => {
      const open = await openFacts(ctx, file);
      const { person, fact } = requireFact(open, list, id);
      refuseStale(open, id, version, {}, {});
      const removed = await ctx.db
        .delete(table)
        .where(and(eq(table.id, id), eq(table.caseId, caseId), eq(table.version, version)));
      requireOneRow(removed.rowCount);
      return factsChanged(ctx, open, {
        event: "fact.removed",
        row: { kind, id, personId: person.id, before: { ...fieldsOf(fact) }, after: null },
        detail: { fact: label, ...aboutPerson(person) },
      });
    },
  });
}
