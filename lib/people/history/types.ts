/** The kinds of facts whose changes are kept. */
export type RecordedKind = "person" | "address" | "job" | "language_test" | "credential" | "family";
export type ChangeVerb = "added" | "changed" | "removed";

/** What one row says: by field, in the names of its columns. */
export type FactFields = Readonly<Record<string, unknown>>;

/** One field of one fact, before and after. */
export interface FieldChange {
  /** null: a fact of the family as a whole. */
  personId: string | null;
  kind: RecordedKind;
  factId: string;
  verb: ChangeVerb;
  field: string;
  /** null: it said nothing. */
  before: unknown;
  after: unknown;
}

/** A change as it is kept: with who and when. */
export interface RecordedChange extends FieldChange {
  id: string;
  /** Null where the product itself did it. */
  by: string | null;
  at: Date;
}

/** What the screen shows of the changes of a file's facts. */
export interface FactHistory {
  /** The firm's zone: instants are shown in it. */
  timeZone: string;
  today: string;
  /** The last change of any fact of the file; null: none since changes are kept. */
  savedAt: Date | null;
  /** Newest first. */
  changes: readonly RecordedChange[];
}
