import type { PersonRole } from "@/lib/express-entry/facts";

/** Columns of a row of facts, by their names. */
export type RowFields = Readonly<Record<string, unknown>>;

export type FactKind = "person" | "job" | "language_test" | "credential" | "family";

/** What taking an item over writes. */
export interface Operation {
  kind: FactKind;
  /** The row that is changed; null: a new one. */
  id: string | null;
  /** Whose fact it is, in the answers: `you`, `partner`, `child-1`; null: the family's. */
  who: string | null;
  /** Role of a new person. */
  role: PersonRole | null;
  /** What the columns say before; null for a new row. */
  before: RowFields | null;
  fields: RowFields;
}

/** One difference between a file and what was sent, to be taken over or not. */
export interface ComparisonItem {
  /** Stable while neither side changes: `person.you.birthDate`, `job.canada-0`. */
  key: string;
  /** `You`, `Spouse or partner`: whom it is about, for staff. */
  about: string;
  label: string;
  /** What the file says; null: nothing. */
  now: string | null;
  told: string;
  /** `same` is shown and cannot be taken over. */
  change: "add" | "change" | "same";
  /** The item without which this one has no person to belong to. */
  needs: string | null;
  operation: Operation | null;
}
