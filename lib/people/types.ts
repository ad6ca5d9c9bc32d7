import type { CaseFacts } from "@/lib/express-entry/facts";

/** What every change of facts answers. */
export interface FactsChanged {
  /** The row that was added or changed; null after a removal. */
  id: string | null;
  /** The version that the row has now; null after a removal. */
  version: number | null;
  /** `09:41`, in the firm's zone. */
  savedAt: string;
  /** Saved, but worth a second look; whole sentences. */
  warnings: string[];
}

/** The facts of a case as a screen edits them: with the version that each row had when it was read. */
export interface FactSheet {
  caseId: string;
  facts: CaseFacts;
  /** Row version by row id; the family's facts stand under the id of the case. */
  versions: Readonly<Record<string, number>>;
}

/** The groups of the family's facts that are edited together. */
export type FamilyPart = "place" | "funds" | "relatives" | "offer" | "certificate" | "nomination";

/** A fault of one field, in plain words. Empty: none. */
export type FieldFaults = Record<string, string>;
