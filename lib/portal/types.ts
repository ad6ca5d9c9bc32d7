import type { CaseStage, FirmDay } from "@/lib/cases/types";
import type { RequirementState, Responsible } from "@/lib/checklist/types";
import type { Preview } from "@/lib/documents/types";
import type { Waiting } from "@/lib/checklist/waiting/types";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import type { ClientView } from "@/lib/processing/types";

/** What stands around every page of a client: which firm, which case, what is new. */
export interface PortalFrame {
  givenName: string;
  caseId: string;
  /** Who looks after the case at the firm. */
  consultant: string;
  /** Messages of the firm that the client has not opened. */
  unread: number;
  day: FirmDay;
  demo: boolean;
}

/** Where a document is; each required one is in exactly one part, so that the parts add up to the whole. */
export type PortalPart = "accepted" | "with_us" | "on_the_way" | "for_you";

/** One document of the client's list. */
export interface PortalItem {
  id: string;
  /** What the rules call it; `other` for one that the firm added by hand. */
  kind: string;
  title: string;
  personId: string | null;
  state: RequirementState;
  part: PortalPart;
  responsible: Responsible;
  required: boolean;
  /** Day by which the client had best act; null where nothing is theirs to do, or nothing is planned. */
  bestBy: IsoDate | null;
  /** Days until it is likely to be accepted if everybody acts today; 0 once it is. */
  readyIn: number;
  requestedOn: IsoDate | null;
  /** The day on which somebody applied for it to whoever issues it. */
  appliedOn: IsoDate | null;
  /** Who has to act, and since when. */
  waiting: Pick<Waiting, "holder" | "since">;
  receivedAt: Date | null;
  /** Why it came back: for a row where it is short enough, the whole of it, and the code of the usual fault it is. */
  returned: { short: string | null; reason: string; fault: string | null } | null;
}

export type Relation = "you" | "spouse" | "partner" | "child";

export interface PortalPerson {
  id: string;
  givenName: string;
  relation: Relation;
}

export interface PortalGroup {
  /** null: the whole family, or the application as such. */
  person: PortalPerson | null;
  items: PortalItem[];
  required: number;
  accepted: number;
}

/** How many required documents are in each part. */
export type PartCounts = Readonly<Record<PortalPart, number>>;

/** Why the client has nothing to do: what happens meanwhile. */
export type Meanwhile = "invited" | "listing" | "checking" | "waiting" | "preparing" | "reading" | "sending";

/** The one thing for today. `holdsUp`: days by which the application waits longer for it than for anything else. */
export type NextThing =
  /** A document came back and has to be sent anew. */
  | { kind: "redo"; item: PortalItem; holdsUp: number }
  /** A document that was asked for. */
  | { kind: "send"; item: PortalItem; holdsUp: number }
  /** The firm has signed off: the facts are to be confirmed. */
  | { kind: "confirm" }
  /** Nothing was asked for yet, but this one can be sent already. */
  | { kind: "ahead"; item: PortalItem; holdsUp: number }
  | { kind: "nothing"; meanwhile: Meanwhile };

/** What the firm is busy with. */
export type Doing =
  | { kind: "checking"; titles: string[]; since: Date | null }
  | { kind: "writing"; titles: string[] }
  | { kind: "steps"; titles: string[] }
  | { kind: "reading" }
  | { kind: "sending" };

/** One time that somebody had a document open; `saved`: a copy was taken. */
export interface OpeningTime {
  at: Date;
  saved: boolean;
}

/** Somebody of the firm had a document open, on one day. */
export interface Opening {
  /** The newest of its times. */
  at: Date;
  /** Newest first. */
  times: readonly OpeningTime[];
  title: string;
  name: string;
  /** `owner`: the consultant of the case. */
  role: "owner" | "consultant" | "manager" | "administrator";
}

/** A page of openings. */
export interface PortalOpenings {
  openings: Opening[];
  /** Where the next page begins; null: there is none. */
  older: Date | null;
}

export type PortalPhase = "before" | "window" | "sent" | "ended";

/** The window of an invitation as its client counts it. */
export interface PortalWindow {
  lastDay: IsoDate;
  /** Whole days until the last day; negative once it has passed. */
  daysLeft: number;
  plannedOn: IsoDate | null;
}

export interface PortalHome {
  number: string;
  stage: CaseStage;
  phase: PortalPhase;
  partOfDay: "morning" | "afternoon" | "evening";
  next: NextThing;
  /** Further documents that wait for the client, beside the next one. */
  more: number;
  window: PortalWindow | null;
  parts: PartCounts;
  groups: PortalGroup[];
  doing: Doing[];
  openings: Opening[];
  message: {
    authorName: string;
    body: string;
    at: Date;
    /** The item that it is about; null: the application as a whole. */
    item: { id: string; title: string } | null;
  } | null;
  /** Where the application is at IRCC; null: it was not acknowledged yet. */
  processing: ClientView | null;
  sent: { at: Date; number: string } | null;
}

export interface PortalList {
  day: FirmDay;
  parts: PartCounts;
  groups: PortalGroup[];
  window: PortalWindow | null;
}

export interface PortalVersion {
  id: string;
  number: number;
  fileName: string;
  size: number;
  /** For a call about this very file. */
  receipt: string;
  state: "received" | "in_review" | "accepted" | "returned";
  sentAt: Date;
  sentByYou: boolean;
  /** Who sent it, as they typed it, where it came by a link. */
  senderName: string | null;
  preview: Preview;
  returnReason: string | null;
}

export interface PortalDocument {
  item: PortalItem;
  caseId: string;
  person: PortalPerson | null;
  /** Why it is needed, one clause. */
  why: string;
  goodExample: string;
  /** What it must show; the same points the firm ticks. */
  points: readonly string[];
  /** What often goes wrong, in a few words each. */
  faults: readonly string[];
  returnedAt: Date | null;
  /** May the client say that they applied for it. */
  mayApply: boolean;
  /** Of the line, for its forms. */
  version: number;
  versions: PortalVersion[];
  /** May a file be sent now; else why not. */
  upload: { allowed: true } | { allowed: false; reason: string };
  /** Messages of the firm about it that the client has not opened. */
  unread: number;
  day: FirmDay;
  /** Other documents that still wait for the client. */
  more: number;
}
