import type { DescribedPage, EncodingFailure, Turn } from "@/lib/encoding/types";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";

/**
 * `reading`: the files are opened to see their pages; `arranging`: somebody puts them in order; `building`: the files
 * are made; `built`: they can be looked at and approved; `frozen`: approved, and never changed again.
 */
export type PackageState = "reading" | "arranging" | "building" | "built" | "frozen";

export type SlotState = "waiting" | "done";

/** In which language a paper is, as the consultant says. */
export type SlotLanguage = "english_or_french" | "with_affidavit" | "certified" | "without_affidavit";

/** A page of an accepted file, at its place in a slot. */
export interface PlannedPage {
  versionId: string;
  /** From 0. */
  page: number;
  /** Degrees clockwise. */
  turn: Turn;
}

/** An accepted file that a slot is made of. */
export interface SlotSource {
  versionId: string;
  /** The document's title and the version's number in it. */
  title: string;
  number: number;
  fileName: string;
  mediaType: string;
  extension: string;
  size: number;
  sha256: string;
  flags: readonly string[];
  /** Its pages were put into the slot; whoever moved them since has moved them. */
  placed: boolean;
}

/** What is wrong with a slot before anything is built. */
export type FindingCode = "missing" | "stale" | "unreadable" | "not_readable_here" | "no_pages";

/** What building it brought to light. */
export type FaultCode =
  | "too_large"
  | "coarse"
  | "photo_type"
  | "photo_size"
  | "cannot_merge"
  | "letter_unfinished"
  | EncodingFailure;

export interface Finding {
  code: FindingCode;
  /** What a screen says of it. */
  words: string;
}

export interface Fault {
  code: FaultCode;
  words: string;
}

/** What is wrong with a slot, in words; `late` stops the file from doing its work, `watch` is to be looked at. */
export interface Problem {
  code: FindingCode | FaultCode | "language_unsaid" | "no_affidavit";
  tone: "late" | "watch";
  words: string;
}

/** The pages of a received file, or why it cannot be read. */
export interface FileDescription {
  versionId: string;
  type: "pdf" | "jpeg" | "png" | null;
  pages: readonly DescribedPage[];
  failure: EncodingFailure | null;
}

/** The file that was made for a slot. */
export interface BuiltFile {
  fileName: string;
  mediaType: string;
  size: number;
  sha256: string;
  pageCount: number;
}

/** A slot as it is stored. */
export interface PackageSlot {
  id: string;
  packageId: string;
  caseId: string;
  position: number;
  slotKey: string;
  kind: string;
  title: string;
  personId: string | null;
  personName: string | null;
  required: boolean;
  country: string | null;
  language: SlotLanguage | null;
  sources: SlotSource[];
  pages: PlannedPage[];
  findings: Finding[];
  faults: Fault[];
  state: SlotState;
  file: BuiltFile | null;
}

/** A slot as its screen shows it. */
export interface SlotView extends PackageSlot {
  /** Its number in the package and in its file's name. */
  number: number;
  problems: Problem[];
  /** It is made from the file itself: the index and the letter. */
  generated: boolean;
  asksLanguage: boolean;
}

export interface PackageSummary {
  id: string;
  number: number;
  state: PackageState;
  createdAt: Date;
  approvedAt: Date | null;
  approvedBy: string | null;
  /** It went to IRCC: the instant that was recorded. */
  sentAt: Date | null;
}

export interface PackageView extends PackageSummary {
  plannedOn: IsoDate;
  letter: string;
  /** The letter is not the one that was drafted from the file. */
  letterEdited: boolean;
  requestedAt: Date | null;
  builtAt: Date | null;
  rulesAsOf: string | null;
  manifestSha256: string | null;
  approvedDespite: string | null;
  version: number;
  slots: SlotView[];
  descriptions: Readonly<Record<string, FileDescription>>;
  progress: { done: number; total: number };
  /** Accepted since, or no longer: the package does not have it yet. */
  outdated: string[];
  totalBytes: number;
}

/** The package screen of a case. */
export interface PackagePage {
  caseId: string;
  number: string;
  timeZone: string;
  today: IsoDate;
  /** The one that is looked at: the open one, else the newest. */
  current: PackageView | null;
  all: PackageSummary[];
  /** A new one can be begun; else why not. */
  begin: { allowed: true } | { allowed: false; reason: string };
}

/** Every file of a package as the manifest names it. */
export interface ManifestFile {
  name: string;
  slot: string;
  title: string;
  person: string | null;
  sha256: string;
  bytes: number;
  pages: number;
  sources: readonly {
    version_id: string;
    document: string;
    version: number;
    file: string;
    sha256: string;
    pages: readonly number[];
  }[];
  problems: readonly string[];
}

/** A built file, with what opens its bytes. */
export interface StoredSlotFile extends BuiltFile {
  fileId: string;
  caseId: string;
  storageKey: string;
  wrappedKey: string;
  keyId: string;
}

/** What is taken out: every file in its order, and the manifest where it is approved. */
export interface OpenedPackage {
  caseNumber: string;
  number: number;
  at: Date;
  files: StoredSlotFile[];
  manifest: string;
}
