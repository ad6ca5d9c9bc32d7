/** Changes of facts, field by field, and the facts as they stood before them. Pure. */
import type { ChangeVerb, FactFields, FieldChange, RecordedKind } from "./types";

/** A row of facts that came, changed or went. */
export interface RowChange {
  personId: string | null;
  kind: RecordedKind;
  id: string;
  /** null: it was not there. */
  before: FactFields | null;
  /** null: it is gone. */
  after: FactFields | null;
}

function verbOf({ before, after }: RowChange): ChangeVerb {
  if (before === null) return "added";
  return after === null ? "removed" : "changed";
}

/** As text, its keys in order: PostgreSQL keeps the keys of a JSON value in an order of its own. */
export function canonicalText(value: unknown): string {
  return JSON.stringify(value ?? null, (_key, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** One change a field that says something else than before; none where nothing moved. */
export function fieldChanges(change: RowChange): FieldChange[] {
  const { personId, kind, id: factId, before, after } = change;
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return fields
    .filter((field) => canonicalText(before?.[field]) !== canonicalText(after?.[field]))
    .map((field) => ({
      personId,
      kind,
      factId,
      verb: verbOf(change),
      field,
      before: before?.[field] ?? null,
      after: after?.[field] ?? null,
    }));
}

/** A row of facts by itself: whose it is, and what its columns say. */
export interface FactRecord {
  personId: string | null;
  kind: RecordedKind;
  id: string;
  fields: Record<string, unknown>;
}

/**
 * The rows as they stood before the changes, which are given newest first. Fields that a change does not name are
 * what they are now: a field that did not exist then is left as it is.
 */
export function undoChanges(rows: readonly FactRecord[], newestFirst: readonly FieldChange[]): FactRecord[] {
  const byId = new Map(rows.map((row) => [row.id, { ...row, fields: { ...row.fields } }]));
  for (const { kind, personId, factId, verb, field, before } of newestFirst) {
    if (verb === "added") {
      byId.delete(factId);
      continue;
    }
    const row = byId.get(factId) ?? { kind, personId, id: factId, fields: {} };
    row.fields[field] = before;
    byId.set(factId, row);
  }
  return [...byId.values()];
}
