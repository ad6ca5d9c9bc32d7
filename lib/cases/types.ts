import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import type { DeadlineKind } from "@/lib/deadlines/types";
import type { Program as InvitationClass } from "@/lib/express-entry/eligibility/criterion";

export type { DeadlineKind } from "@/lib/deadlines/types";
export type { Program as InvitationClass } from "@/lib/express-entry/eligibility/criterion";

/** The states of section 8 of the rules reference; 13 to 16 run in parallel at IRCC and are one stage here. */
export type CaseStage =
  | "ENQUIRY"
  | "CONSULTATION"
  | "RETAINER_PENDING"
  | "RETAINED"
  | "ASSESSMENT"
  | "PROFILE_PREPARATION"
  | "IN_POOL"
  | "NOMINATION_OFFERED"
  | "ITA_RECEIVED"
  | "APPLICATION_PREPARATION"
  | "READY_TO_SUBMIT"
  | "SUBMITTED"
  | "IN_PROCESS"
  | "APPROVED"
  | "CONFIRMATION_ISSUED"
  | "LANDED"
  | "ITA_EXPIRED"
  | "REJECTED_INCOMPLETE"
  | "REFUSED"
  | "WITHDRAWN"
  | "CLOSED";

export type AgreementKind = "consultation" | "service";

/** A case as a command finds it: visible to the actor, its row locked until the transaction ends. */
export interface LockedCase {
  id: string;
  number: string;
  clientId: string;
  ownerId: string;
  stage: CaseStage;
  displayName: string;
  factsVersion: number;
  plannedSubmissionOn: string | null;
  requiredCount: number;
  acceptedCount: number;
  version: number;
}

/** Someone of the firm, as colleagues know them. */
export interface Colleague {
  id: string;
  name: string;
  role: "consultant" | "manager" | "administrator";
}

/** The day on which a screen is looked at, in the firm's zone. */
export interface FirmDay {
  firmName: string;
  timeZone: string;
  today: IsoDate;
}

/** Steps of the journey that this module takes; those of other modules are in `CaseAllowed`. */
export type CaseStep =
  "recordConsultation" | "sendServiceAgreement" | "recordServiceAgreement" | "startAssessment" | "startAgain";

/** What the viewer may do with this case now: policy and state machine in one answer. */
export interface CaseAllowed {
  edit: boolean;
  assign: boolean;
  plan: boolean;
  close: boolean;
  withdraw: boolean;
  inviteClient: boolean;
  readFacts: boolean;
  listDocuments: boolean;
  review: boolean;
  readMessages: boolean;
  sendMessages: boolean;
  readTimeline: boolean;
  readTasks: boolean;
  recordProfile: boolean;
  recordInvitation: boolean;
  decideInvitation: boolean;
  signOff: boolean;
  recordSubmission: boolean;
}

/** An open invitation, as the head of a case needs it. */
export interface OpenWindow {
  invitedOn: IsoDate;
  endsOn: IsoDate;
  /** Days since the invitation: 27 on day 27. */
  day: number;
  invitationClass: InvitationClass;
  score: number;
  /** Two people have read the date in the letter. */
  confirmed: boolean;
}

export interface CaseHeader {
  id: string;
  number: string;
  displayName: string;
  stage: CaseStage;
  /** Its application is on hold since then; the stage stays. */
  heldOn: IsoDate | null;
  /** An application was sent, now or before: what came after it has its page. */
  wasSent: boolean;
  stageSince: IsoDate;
  source: string | null;
  enquiryNote: string | null;
  clientId: string;
  clientEmail: string | null;
  clientPhone: string | null;
  clientVersion: number;
  /** The client's way into the portal; null before the first invitation. */
  accountStatus: "invited" | "active" | "disabled" | null;
  owner: Colleague & { away: { from: IsoDate; to: IsoDate; cover: string | null } | null };
  /** The viewer owns it: what they look at is looked at by the one it waits for. */
  mine: boolean;
  program: string | null;
  nocCode: string | null;
  crsScore: number | null;
  window: OpenWindow | null;
  profile: { number: string; expiresOn: IsoDate; score: number } | null;
  nextDeadline: { on: IsoDate; kind: DeadlineKind } | null;
  plannedSubmissionOn: IsoDate | null;
  requiredCount: number;
  acceptedCount: number;
  reviewCount: number;
  returnedCount: number;
  documentCount: number;
  unreadCount: number;
  /** Open tasks of the case. */
  taskCount: number;
  version: number;
  day: FirmDay;
  allowed: CaseAllowed;
  /** Legal next steps of this module, in order. */
  allowedSteps: readonly CaseStep[];
}

/** One answer of the search palette. */
export interface CaseHit {
  number: string;
  displayName: string;
  stageLabel: string;
}
