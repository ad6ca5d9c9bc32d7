import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
export type VersionState = "received" | "in_review" | "accepted" | "returned";
export type UploadState = "reserved" | "stored" | "failed";

/** What a file was put together from, in order: pages (from 1) of versions, with their names as they were then. */
export type MadeFrom = { versionId: string; title: string; number: number; pages: number[] }[];

/** What an upload answers once it is durable, and again whenever its PUT is repeated. */
export interface ReceivedDocument {
  documentId: string;
  versionId: string;
  /** 2 for the second file sent for the same thing. */
  number: number;
  fileName: string;
  size: number;
  sha256: string;
  receivedAt: Date;
}

/** A reservation as the PUT finds it. */
export interface UploadTarget {
  id: string;
  caseId: string;
  ownerId: string;
  clientId: string;
  requirementId: string | null;
  fileName: string;
  title: string | null;
  size: number;
  declaredSha256: string | null;
  state: UploadState;
  versionId: string | null;
  madeFrom: MadeFrom | null;
  /** It goes with a message, of an item's thread or (null) of the general one. */
  forMessage: boolean;
  messageItem: string | null;
  /** Who sends it, as they typed it: by a link. */
  senderName: string | null;
}

/** One file that was received, as every kind of actor may see it. */
export interface DocumentVersion {
  id: string;
  documentId: string;
  caseId: string;
  requirementId: string | null;
  title: string;
  number: number;
  fileName: string;
  mediaType: string;
  extension: string;
  size: number;
  sha256: string;
  flags: string[];
  state: VersionState;
  /** The account; the link, where it came by one. */
  uploadedBy: string;
  uploadedAt: Date;
  /** Who sent it, as they typed it, where it came by a link. */
  senderName: string | null;
  reviewedAt: Date | null;
  returnCode: string | null;
  returnReason: string | null;
  /** The message that it came with. */
  messageId: string | null;
}

/** How a version may be looked at in the browser; `download`: only kept and saved. */
export type Preview = "picture" | "pdf" | "download";

/** Who has had the bytes of a version, newest first. */
export interface DocumentOpening {
  versionId: string;
  at: Date;
  by: string;
  how: string;
}

export interface VersionLine {
  id: string;
  number: number;
  fileName: string;
  mediaType: string;
  size: number;
  sha256: string;
  state: VersionState;
  /** A newer version stands in its place. */
  replaced: boolean;
  flagged: boolean;
  preview: Preview;
  uploadedBy: string;
  uploadedAt: Date;
  reviewedBy: string | null;
  reviewedAt: Date | null;
  returnReason: string | null;
  /** It came with a message rather than for an item. */
  withMessage: boolean;
  openings: DocumentOpening[];
}

export interface DocumentLine {
  documentId: string;
  requirementId: string | null;
  title: string;
  /** Whose it is; null: the family's, or of no checklist line. */
  personName: string | null;
  versions: VersionLine[];
}

export interface CaseDocuments {
  caseId: string;
  number: string;
  timeZone: string;
  today: IsoDate;
  documents: DocumentLine[];
  versionCount: number;
  totalBytes: number;
  allowed: { open: boolean; upload: boolean; review: boolean };
}

/** What the edge needs to send a version's bytes; never leaves the server. */
export interface OpenedDocument {
  versionId: string;
  caseId: string;
  fileName: string;
  mediaType: string;
  extension: string;
  size: number;
  flags: string[];
  storageKey: string;
  /** What the encryption is bound to: the version's id. */
  fileId: string;
  wrappedKey: string;
  keyId: string;
}
