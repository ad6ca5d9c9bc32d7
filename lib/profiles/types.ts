import type { CaseStage } from "@/lib/cases/types";
import type { Category } from "@/lib/express-entry/draws/categories";
import type { Program } from "@/lib/express-entry/eligibility/criterion";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";

export type ProfileStatus = "live" | "invited" | "expired" | "withdrawn";
export type InvitationClass = Program;
export type InvitationStatus = "open" | "submitted" | "declined" | "expired" | "cancelled";

/** The Express Entry profile of a case, as recorded from IRCC's account. */
export interface ProfileDto {
  id: string;
  profileNumber: string;
  submittedAt: Date;
  expiresAt: Date;
  crsScore: number;
  rulesetId: string;
  programs: Program[];
  categories: Category[];
  status: ProfileStatus;
  version: number;
}

/** An invitation to apply, with its window. */
export interface InvitationDto {
  id: string;
  profileId: string;
  roundId: string | null;
  receivedAt: Date;
  issueDate: IsoDate;
  timeZone: string;
  invitationClass: Program;
  category: string | null;
  crsScore: number;
  rulesetId: string;
  computedDeadline: IsoDate;
  shownExpiry: IsoDate | null;
  deadlineDate: IsoDate;
  status: InvitationStatus;
  /** When it was submitted on, declined, lapsed or cancelled. */
  closedAt: Date | null;
  declinedReason: string | null;
  /** Who entered the date that stands, and when: the first key. */
  recordedBy: string;
  recordedAt: Date;
  letterDocumentId: string | null;
  /** Who read the same date in the letter; null: not confirmed. */
  confirmedBy: string | null;
  confirmedAt: Date | null;
  /** What a second person read in the letter instead; null: no discrepancy. */
  disputed: { by: string; at: Date; issuedOn: IsoDate; deadline: IsoDate } | null;
  version: number;
}

/** A round that reaches a profile by the rules, while no invitation of it is recorded. */
export interface ReachedRound {
  roundId: string;
  label: string;
  date: IsoDate;
  reason: string;
  invitationClass: Program | null;
  category: Category | null;
}

/** Where a case stands between assessment and application, and what may be recorded now. */
export interface PoolStep {
  caseId: string;
  number: string;
  stage: CaseStage;
  /** Score derived from the facts today; what the profile form starts with. */
  derivedScore: number | null;
  /** Class an invitation would be for, by the facts today. */
  likelyClass: Program | null;
  profile: ProfileDto | null;
  invitation: InvitationDto | null;
  reached: ReachedRound[];
  rounds: { id: string; label: string }[];
  timeZone: string;
  today: IsoDate;
  allowed: {
    recordProfile: boolean;
    changeScore: boolean;
    recordInvitation: boolean;
    startPreparation: boolean;
    decline: boolean;
  };
}

/** What changes next for a profile in the pool. */
export interface PoolCliff {
  on: IsoDate;
  /** Of the score; 0 where only a class or the profile ends. */
  points: number;
  label: string;
  /** No program is left, or the profile's year is over. */
  leaves: boolean;
}

/** The latest round of a kind, and how far a profile is from its cut-off. */
export interface CutOffDistance {
  roundId: string;
  label: string;
  date: IsoDate;
  lowestCrs: number;
  /** Score less cut-off. */
  margin: number;
  /** Tie-break included. */
  reached: boolean;
}

/** A place in the ranking, behind which the next page goes on. */
export interface PoolCursor {
  score: number;
  submittedAt: Date;
  id: string;
}

/** One line of the pool, ranked as IRCC ranks: score, then the earlier submission. */
export interface PoolEntry {
  caseId: string;
  number: string;
  displayName: string;
  ownerName: string;
  profileNumber: string;
  /** By facts and rules as of `scoredOn`; the recorded one until it is computed. */
  score: number;
  /** As last seen in IRCC's account. */
  recordedScore: number;
  scoredOn: IsoDate | null;
  rulesetId: string;
  superseded: boolean;
  submittedAt: Date;
  expiresAt: Date;
  programs: Program[];
  categories: Category[];
  /** Rounds of the last year this profile could be invited in, the best first. */
  distances: CutOffDistance[];
  cliffs: PoolCliff[];
}

export interface PoolPage {
  today: IsoDate;
  timeZone: string;
  /** The class the list is of; null: everybody. */
  held: string | null;
  entries: PoolEntry[];
  total: number;
  /** How many have each score, the highest first. */
  scores: { score: number; count: number }[];
  /** How many would be in at 5, 10 and 20 points lower than their best cut-off. */
  within: { points: number; count: number }[];
  /** The latest round of each kind within a year. */
  cutOffs: { roundId: string; program: string; label: string; date: IsoDate; lowestCrs: number }[];
  /** Cursor of the next page; null: this is the last. */
  next: string | null;
}
