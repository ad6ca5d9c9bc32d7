import type { CaseStage } from "@/lib/cases/types";
import type { BiometricsPerson } from "@/lib/express-entry/processing/biometrics";
import type { PermitVerdict } from "@/lib/express-entry/processing/bridging-permit";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";

/** IRCC's four tracks; they run in parallel (section 8). */
export type Track = "biometrics" | "medical" | "eligibility" | "background";
export type TrackState = "not_started" | "in_progress" | "action_required" | "passed" | "failed";

/** Biometrics instruction, additional documents (ADR), procedural fairness (PFL), passport request (PPR). */
export type LetterKind = "biometrics" | "adr" | "pfl" | "passport_request";
/** `void`: nobody has to answer any more. */
export type LetterState = "open" | "answered" | "void";

export type Completeness = "passed" | "returned";
export type Decision = "approved" | "refused";
export type Approval = "portal" | "passport";
export type Challenge = "reconsideration" | "court";
export type Confirmation = "ecopr" | "copr";
export type PermitOutcome = "issued" | "refused";

/** What can be recorded of an application. */
export type StepKind =
  | "acknowledged"
  | "check_passed"
  | "check_returned"
  | "track_changed"
  | "letter_received"
  | "extension_asked"
  | "letter_extended"
  | "letter_answered"
  | "permit_applied"
  | "permit_decided"
  | "approved"
  | "refused"
  | "challenged"
  | "reopened"
  | "held"
  | "resumed"
  | "confirmed"
  | "landed"
  | "address_given";

export interface ApplicationDto {
  id: string;
  submissionId: string;
  receivedOn: IsoDate;
  acknowledgedOn: IsoDate;
  number: string;
  completeness: Completeness | null;
  checkedOn: IsoDate | null;
  missing: string | null;
  feesReturnedOn: IsoDate | null;
  permitAppliedOn: IsoDate | null;
  permitOutcome: PermitOutcome | null;
  permitOutcomeOn: IsoDate | null;
  permitUntil: IsoDate | null;
  decision: Decision | null;
  decidedOn: IsoDate | null;
  approvedBy: Approval | null;
  rprfPaid: boolean | null;
  toldInCanada: boolean | null;
  challenge: Challenge | null;
  challengedOn: IsoDate | null;
  /** On hold since then, and why: its stage and its clocks stay as they are. */
  heldOn: IsoDate | null;
  heldReason: string | null;
  confirmation: Confirmation | null;
  confirmedOn: IsoDate | null;
  confirmationUntil: IsoDate | null;
  landedOn: IsoDate | null;
  landedAt: string | null;
  addressGivenOn: IsoDate | null;
  version: number;
}

export interface DocumentRef {
  id: string;
  title: string;
}

export interface LetterDto {
  id: string;
  kind: LetterKind;
  track: Track | null;
  letterOn: IsoDate;
  dueOn: IsoDate;
  dueRule: string;
  asks: string;
  state: LetterState;
  extensionAskedOn: IsoDate | null;
  extensionReason: string | null;
  extendedFrom: IsoDate | null;
  answeredOn: IsoDate | null;
  answer: string | null;
  document: DocumentRef | null;
  proof: DocumentRef | null;
  /** What it asks the client for, on their list. */
  items: { id: string; title: string; state: string }[];
  version: number;
}

/** How one of IRCC's tracks stands, by its newest step; `since` null: nothing was recorded. */
export interface TrackLine {
  track: Track;
  state: TrackState;
  since: IsoDate | null;
  note: string | null;
}

/** One line of what happened: who, when (UTC), on what paper, and whether the client was told. */
export interface StepDto {
  id: string;
  kind: StepKind;
  track: Track | null;
  state: TrackState | null;
  letterKind: LetterKind | null;
  happenedOn: IsoDate;
  note: string | null;
  document: DocumentRef | null;
  byName: string;
  at: Date;
  clientTold: boolean;
}

/** Where the application is, in one word; screens have the sentences. Most pressing first. */
export type Headline =
  | "waiting_acknowledgement"
  | "answer_pfl"
  | "answer_adr"
  | "give_biometrics"
  | "send_passport"
  | "waiting_completeness"
  | "returned"
  | "on_hold"
  | "track_failed"
  | "action_required"
  | "in_review"
  | "all_passed"
  | "approved"
  | "confirmed"
  | "landed"
  | "refused"
  | "challenged"
  | "withdrawn";

/** An application in one short line: "Acknowledged", its day, "background in progress". */
export interface ProgressLine {
  done: string;
  on: IsoDate;
  now: string | null;
}

/** A step that may be recorded next. */
export type ProcessingStep =
  | "acknowledge"
  | "check"
  | "change_track"
  | "record_letter"
  | "decide"
  | "challenge"
  | "reopen"
  | "hold"
  | "resume"
  | "confirm"
  | "land"
  | "give_address"
  | "permit";

/** The whole of one application. */
export interface ApplicationView extends ApplicationDto {
  tracks: TrackLine[];
  letters: LetterDto[];
  steps: StepDto[];
}

/** The page of a case after its submission. */
export interface ProcessingPage {
  caseId: string;
  number: string;
  stage: CaseStage;
  today: IsoDate;
  timeZone: string;
  /** The submission that waits for its acknowledgement, or that was acknowledged. */
  sent: { number: string; on: IsoDate } | null;
  current: ApplicationView | null;
  /** Applications that were returned, and stay in the file. */
  earlier: ApplicationView[];
  headline: Headline;
  biometrics: BiometricsPerson[];
  permit: PermitVerdict | null;
  /** The clock of the six-month standard. */
  standardOn: IsoDate | null;
  documents: DocumentRef[];
  steps: ProcessingStep[];
}

/** What the client is told: where it is, what they have to do, what happened. */
export interface ClientView {
  headline: Headline;
  number: string | null;
  tracks: Pick<TrackLine, "track" | "state" | "since">[];
  /** Open letters, the earliest day first. */
  letters: Pick<LetterDto, "id" | "kind" | "dueOn" | "asks">[];
  confirmationUntil: IsoDate | null;
  steps: Pick<StepDto, "id" | "kind" | "track" | "state" | "letterKind" | "happenedOn">[];
}
