import type { CommonFault, ValidityRule } from "@/lib/express-entry/documents/document-kind";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import type { Preview, VersionState } from "@/lib/documents/types";
import type { DateQuestion } from "../rules";
import type { RequirementState, Validity } from "../types";

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
}

export interface ReviewQueue {
  entries: QueueEntry[];
  today: IsoDate;
  /** More wait than are listed. */
  more: boolean;
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
  allowed: { review: boolean; open: boolean };
}
