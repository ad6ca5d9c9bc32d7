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
  declinedReason: string | null;
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

/** One line of the pool, ranked as IRCC ranks: score, then the earlier submission. */
export interface PoolEntry {
  caseId: string;
  number: string;
  displayName: string;
  ownerName: string;
  profileNumber: string;
  crsScore: number;
  submittedAt: Date;
  expiresAt: Date;
  programs: Program[];
  categories: Category[];
  /** The best of the last rounds this profile could compete in: the cut-off and the distance to it. */
  nearest: { label: string; date: IsoDate; lowestCrs: number; margin: number } | null;
}

export interface PoolPage {
  today: IsoDate;
  timeZone: string;
  entries: PoolEntry[];
  total: number;
  /** How many would be in at 5, 10 and 20 points lower than each one's nearest cut-off. */
  within: { points: number; count: number }[];
  next: { score: number; submittedAt: string; id: string } | null;
}
