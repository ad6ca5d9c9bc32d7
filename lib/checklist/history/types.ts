import type { DocumentKind } from "@/lib/express-entry/documents/document-kind";

/** How long an accepted document took, in one file. */
export interface DocumentDuration {
  requirementId: string;
  personId: string | null;
  kind: DocumentKind;
  /** Of kinds that are asked for by country. */
  country: string | null;
  /** First asked for. */
  requestedAt: Date;
  /** When the first file came. */
  firstReceivedAt: Date;
  /** When the file came that was accepted in the end. */
  receivedAt: Date;
  acceptedAt: Date;
  /** How often one was sent back before. */
  returns: number;
}

/** The middle of what the firm's own files took, from asking to having it. */
export interface MedianOf {
  /** Whole days, rounded up: half of the files took no longer. */
  days: number;
  /** How many files it is of. */
  files: number;
}
