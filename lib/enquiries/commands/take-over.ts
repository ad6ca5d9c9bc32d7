import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { LockedCase } from "@/lib/cases/types";
import type { ActorContext } from "@/lib/command/actor-context";
import { credential, familyFact, job, languageTest, person } from "@/lib/db/schema/facts";
import { conflict } from "@/lib/errors/app-error";
import { newId } from "@/lib/ids/id";
import type { RowChange } from "@/lib/people/history/rules";
import type { ComparisonItem, Operation } from "../comparison/types";

type Columns = Record<string, unknown>;
type Owner = Pick<LockedCase, "id" | "clientId">;

const gone = () =>
  conflict(
    "The file changed while you were comparing. Nothing was taken over; reload the page and choose again.",
  );

async function insertRow(
  ctx: ActorContext,
  file: Owner,
  operation: Operation,
  personId: string,
): Promise<string> {
  const id = newId();
  const { kind, role, fields } = operation;
  // The columns come from typed facts (comparison/rules), by the names of the tables.
  const row: Columns = { id, caseId: file.id, clientId: file.clientId, ...fields };
  switch (kind) {
    case "person":
      await ctx.db.insert(person).values({ ...row, role } as Columns as typeof person.$inferInsert);
      return id;
    case "job":
      await ctx.db.insert(job).values({ ...row, personId } as Columns as typeof job.$inferInsert);
      return id;
    case "language_test":
      await ctx.db
        .insert(languageTest)
        .values({ ...row, personId } as Columns as typeof languageTest.$inferInsert);
      return id;
    case "credential":
      await ctx.db
        .insert(credential)
        .values({ ...row, personId } as Columns as typeof credential.$inferInsert);
      return id;
    case "family":
      throw new Error("a case has one row of family facts, made with it");
  }
}

async function updateRow(ctx: ActorContext, file: Owner, { kind, id, fields }: Operation): Promise<void> {
  const set: Columns = { ...fields, version: sql`version + 1` };
  const rowId = id ?? file.id;
  const changed = await (() => {
    switch (kind) {
      case "person":
        return ctx.db
          .update(person)
          .set(set)
          .where(and(eq(person.id, rowId), eq(person.caseId, file.id)));
      case "job":
        return ctx.db
          .update(job)
          .set(set)
          .where(and(eq(job.id, rowId), eq(job.caseId, file.id)));
      case "language_test":
        return ctx.db
          .update(languageTest)
          .set(set)
          .where(and(eq(languageTest.id, rowId), eq(languageTest.caseId, file.id)));
      case "credential":
        return ctx.db
          .update(credential)
          .set(set)
          .where(and(eq(credential.id, rowId), eq(credential.caseId, file.id)));
      case "family":
        return ctx.db.update(familyFact).set(set).where(eq(familyFact.caseId, file.id));
    }
  })();
  if (changed.rowCount !== 1) throw gone();
}

/**
 * Writes items of a comparison into a locked case, in the caller's transaction, people before what belongs to them.
 * `people` names those who are in the file already, by their name in the answers (`you`). Returns what each row said
 * before and says now; what follows from changed facts is the caller's to do.
 */
export async function takeOver(
  ctx: ActorContext,
  file: Owner,
  items: readonly ComparisonItem[],
  people: Readonly<Record<string, string>>,
): Promise<RowChange[]> {
  const ids: Record<string, string> = { ...people };
  const rows: RowChange[] = [];
  for (const { operation } of items) {
    if (operation === null) continue;
    const { kind, who, before, fields } = operation;
    const personId = who === null ? null : (ids[who] ?? null);
    if (kind === "family" || operation.id !== null) {
      await updateRow(ctx, file, operation);
      rows.push({ kind, id: operation.id ?? file.id, personId, before, after: { ...before, ...fields } });
      continue;
    }
    if (kind !== "person" && personId === null) throw gone();
    const id = await insertRow(ctx, file, operation, personId ?? "");
    if (kind === "person" && who !== null) ids[who] = id;
    rows.push({ kind, id, personId: kind === "person" ? id : personId, before: null, after: fields });
  }
  return rows;
}
