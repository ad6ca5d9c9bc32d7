import type { RoundProgram } from "@/lib/express-entry/draws/invited";
import type { StreamFit, StreamTerms } from "@/lib/express-entry/nomination/stream-fit";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";

/** `nominated`: the certificate is there, IRCC's account does not show it yet. `offered`: the 30 days are running. */
export type NominationStatus =
  | "interest"
  | "applied"
  | "nominated"
  | "offered"
  | "accepted"
  | "refused"
  | "declined"
  | "lapsed"
  | "withdrawn";

/** How a track can end by somebody's word; a lapse comes by itself. */
export type NominationOutcome = Extract<NominationStatus, "refused" | "declined" | "lapsed" | "withdrawn">;

/** One Express Entry stream of a province, as the firm entered it. */
export interface StreamDto extends StreamTerms {
  id: string;
  province: string;
  name: string;
  notes: string | null;
  link: string | null;
  opensOn: IsoDate | null;
  closesOn: IsoDate | null;
  /** The day on which the firm read the source. */
  asOf: IsoDate;
  source: string;
  version: number;
}

export type StreamState = "open" | "not_open_yet" | "closed";

/** What a line of the catalogue said before. */
export interface StreamChangeDto {
  id: string;
  field: string;
  before: string | null;
  after: string | null;
  by: string;
  at: Date;
}

/** One of the viewer's clients in the pool whose facts fit a stream, or may. */
export interface StreamMatch {
  caseId: string;
  number: string;
  displayName: string;
  ownerName: string;
  /** By facts and rules, as the pool ranks it. */
  score: number;
  fit: StreamFit;
}

/** A line of the catalogue's list. */
export interface StreamLine {
  stream: StreamDto;
  state: StreamState;
  /** Whom it targets, in words. */
  target: string;
  /** Clients in the pool who fit, and those with a condition in doubt; null for who sees no clients. */
  fitting: number | null;
  inDoubt: number | null;
}

export interface Catalogue {
  today: IsoDate;
  lines: StreamLine[];
  /** Clients compared; more are in the pool where `truncated`. */
  compared: number;
  truncated: boolean;
  allowed: { edit: boolean; matches: boolean; pool: boolean };
}

export interface StreamPage {
  stream: StreamDto;
  state: StreamState;
  /** `21231 Software engineers and designers`. */
  occupations: string[];
  matches: StreamMatch[];
  changes: StreamChangeDto[];
  compared: number;
  truncated: boolean;
  today: IsoDate;
  timeZone: string;
  allowed: { edit: boolean; matches: boolean };
}

/** A paper for the province, with its dates. */
export interface NominationDocumentDto {
  id: string;
  title: string;
  dueOn: IsoDate | null;
  sentOn: IsoDate | null;
  /** The paper in the file, where it is there. */
  document: { id: string; title: string } | null;
  version: number;
}

/** What a province and a client have said to one another. */
export interface NominationDto {
  id: string;
  streamId: string | null;
  province: string;
  streamName: string;
  status: NominationStatus;
  interestOn: IsoDate | null;
  answerBy: IsoDate | null;
  appliedOn: IsoDate | null;
  referenceNumber: string | null;
  decisionExpectedOn: IsoDate | null;
  issuedOn: IsoDate | null;
  certificateNumber: string | null;
  expiresOn: IsoDate | null;
  offeredOn: IsoDate | null;
  acceptBy: IsoDate | null;
  acceptedOn: IsoDate | null;
  endedOn: IsoDate | null;
  endedReason: string | null;
  irccToldOn: IsoDate | null;
  version: number;
}

/** A step that may be recorded of a track now. */
export type NominationStep = "apply" | "nominate" | "offer" | "accept" | "tell_ircc" | NominationOutcome;

export interface NominationTrack extends NominationDto {
  documents: NominationDocumentDto[];
  /** Legal now, and the viewer may take them. */
  steps: NominationStep[];
  /** The next day on which something is due; null: none. */
  due: { on: IsoDate; what: string } | null;
  /** The case was invited or sent as a provincial nominee and the nomination is gone: what has to happen. */
  warning: string | null;
}

/** A round's latest cut-off against a score. */
export interface CutOff {
  program: RoundProgram;
  label: string;
  date: IsoDate;
  lowestCrs: number;
  /** Score less cut-off. */
  margin: number;
}

/** What an accepted nomination would do, or does, to the score and to the next rounds. */
export interface NominationEffect {
  /** Of which province it is told. */
  province: string;
  /** The nomination counts today: there is nothing to foresee. */
  inForce: boolean;
  before: { score: number; classes: string[]; rounds: CutOff[] };
  after: { score: number; classes: string[]; round: CutOff | null };
  /** Why the nominee class would not take the person, in words; empty: it would. */
  obstacles: string[];
  /** IRCC's score of the live profile; null: there is none. */
  profileScore: number | null;
  /** The figures rest on rules that are no longer in force. */
  superseded: string | null;
}

/** A stream against one client. */
export interface StreamForCase {
  stream: StreamDto;
  state: StreamState;
  fit: StreamFit;
}

/** The nomination track of a case: on its overview in brief, and on a page of its own. */
export interface NominationPage {
  caseId: string;
  number: string;
  today: IsoDate;
  tracks: NominationTrack[];
  /** A province can still be approached: only then are streams and the effect of a nomination told. */
  approachable: boolean;
  /** Streams whose terms the facts meet, or may; the rest only counted. */
  streams: StreamForCase[];
  otherStreams: number;
  effect: NominationEffect | null;
  /** For the forms: streams by name, and papers of the file. */
  choices: { value: string; label: string }[];
  documents: { id: string; title: string }[];
  allowed: { start: boolean; record: boolean };
}
