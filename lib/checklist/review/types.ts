import type { CommonFault, ValidityRule } from "@/lib/express-entry/documents/document-kind";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import type { Preview, VersionState } from "@/lib/documents/types";
import type { DateQuestion } from "../rules";
import type { RequirementState, Validity } from "../types";

/** Facts that documents bear out. */
export type ComparedKind = "person" | "job" | "language_test" | "credential";

/** One fact of the case that a document has to say too. */
export interface ComparedFact {
  kind: ComparedKind;
  factId: string;
  field: string;
  label: string;
  /** What the file says, as it is read. */
  says: string;
  /** Columns of the fact that it shows, as the history of facts names them. */
  columns: readonly string[];
  /** `person:<id>:birthDate`. */
  key: string;
  /** The key with what it said: what an agreement is given for. */
  token: string;
}

/** A document says something else than the facts. */
export interface DocumentFlag {
  id: string;
  requirementId: string;
  /** The item that the document was sent for. */
  lineTitle: string;
  versionId: string;
  kind: ComparedKind;
  factId: string;
  field: string;
  key: string;
  label: string;
  factSays: string;
  documentSays: string;
  by: string;
  at: Date;
  /** How it was settled; null: it still stands. */
  settled: { how: "fact_corrected" | "explained"; reason: string | null; by: string; at: Date } | null;
}

/** Who has a document in front of them. */
export interface Hold {
  mine: boolean;
  by: string;
  since: Date;
  /** Shows signs of life; else anybody may take it. */
  alive: boolean;
}

export type QueueOrder = "urgent" | "oldest";

/** What part of the queue is gone through, and in which order. */
export interface QueueFilter {
  caseNumber: string | null;
  consultantId: string | null;
  kind: string | null;
  order: QueueOrder;
}

/** One document that waits for a decision. */
export interface QueueEntry {
  requirementId: string;
  title: string;
  caseNumber: string;
  caseName: string;
  /** Whose it is; null: the whole family's. */
  personName: string | null;
  /** The next hard date of its case. */
  dueOn: IsoDate | null;
  receivedAt: Date | null;
  kind: string;
  consultant: string;
  /** A colleague has it in front of them. */
  heldBy: string | null;
}

/** A way to narrow the queue, with how many wait there. */
export interface QueueChoice {
  value: string;
  label: string;
  count: number;
}

/** One page of the queue. */
export interface ReviewQueue {
  entries: QueueEntry[];
  today: IsoDate;
  /** Everything that waits under this filter. */
  total: number;
  consultants: QueueChoice[];
  kinds: QueueChoice[];
  /** Cursors of the neighbouring pages; null where there is none. */
  after: string | null;
  before: string | null;
}

/** Where one document stands in the queue. */
export interface QueuePlace {
  /** From 1; null where it does not wait (any more). */
  position: number | null;
  total: number;
  previous: string | null;
  /** The next ones that nobody else has, nearest first. */
  following: QueueEntry[];
  today: IsoDate;
}

export interface ReviewVersion {
  id: string;
  number: number;
  fileName: string;
  mediaType: string;
  size: number;
  preview: Preview;
  state: VersionState;
  sentBy: string;
  sentAt: Date;
  returnReason: string | null;
  /** `pages 1–3 of version 2 of Passport`; null: it is as it was sent. */
  madeFrom: string | null;
}

/** Another file of the same case, to put together with. */
export interface CaseFile {
  versionId: string;
  requirementId: string | null;
  title: string;
  personName: string | null;
  number: number;
  preview: Preview;
}

/** Another item of the same case that a file can go to. */
export interface CaseLine {
  requirementId: string;
  title: string;
  personName: string | null;
}

/** An accepted document of the same person to look at beside it: the passport. */
export interface BesideIt {
  title: string;
  versionId: string;
  preview: Preview;
}

export interface Review {
  requirementId: string;
  /** Version of the line, for compare-and-set. */
  version: number;
  title: string;
  state: RequirementState;
  caseNumber: string;
  caseName: string;
  personName: string | null;
  personDetail: string | null;
  reason: string;
  goodExample: string;
  plannedOn: IsoDate | null;
  lastDay: IsoDate | null;
  today: IsoDate;
  timeZone: string;
  openedAt: Date;
  validity: Validity;
  validityWords: string;
  rule: ValidityRule;
  /** It has to be issued after this day. */
  issuedAfter: IsoDate | null;
  question: DateQuestion | null;
  issuedOn: IsoDate | null;
  validUntil: IsoDate | null;
  /** What the facts expect the date to be, or have to come after. */
  expectation: string | null;
  points: readonly string[];
  faults: readonly CommonFault[];
  /** Newest first; the first is the one that is decided on. */
  versions: ReviewVersion[];
  beside: BesideIt[];
  facts: readonly ComparedFact[];
  /** Of the newest file, the standing ones first. */
  flags: DocumentFlag[];
  /** null: nobody has it. */
  hold: Hold | null;
  /** Other files and other items of the case. */
  files: CaseFile[];
  lines: CaseLine[];
  allowed: { review: boolean; open: boolean; message: boolean };
}
