import type { ReplayCriterion, ReplayOutcome, ReplayReason } from "@/lib/express-entry/draws/replay";
import type { Program } from "@/lib/express-entry/eligibility/criterion";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";

/** Why a replay was asked for. */
export type ReplayReasonAsked = "recorded" | "imported" | "corrected" | "asked";

/** `judging`: client by client; `advising`: the lists are whole, what would have been enough is still worked out. */
export type ReplayState = "waiting" | "judging" | "advising" | "done";

/** The lists of a replay. `invited` and `reached` are the same verdict, with and without a recorded ITA. */
export const REPLAY_LISTS = ["reached", "near_miss", "invited", "below", "not_eligible"] as const;
export type ReplayList = (typeof REPLAY_LISTS)[number];

/** What came of a client since the round. */
export interface Since {
  kind: "invited" | "declined" | "lapsed" | "submitted" | "expired" | "withdrawn" | "in_pool" | "ended";
  /** Of the ITA, or the end; null where the state has no day. */
  on: IsoDate | null;
}

/** One client of a replay, as its lists show them. */
export interface ReplayLineDto {
  caseId: string;
  caseNumber: string;
  displayName: string;
  ownerName: string;
  outcome: ReplayOutcome;
  reason: ReplayReason;
  /** Why, in words. */
  words: string;
  score: number | null;
  /** As recorded from IRCC's account. */
  recordedScore: number;
  superseded: boolean;
  margin: number | null;
  submittedAt: Date;
  invitationClass: Program | null;
  failing: ReplayCriterion | null;
  doubt: ReplayCriterion | null;
  enough: string | null;
  since: Since;
  /** Day on which the file came to the firm, where that was after the round. */
  cameOn: IsoDate | null;
  /** Somebody looked in the account: no ITA was sent. */
  noInvitation: { reason: string; by: string; on: IsoDate } | null;
  /** Stands in the pool now, so that an ITA can be recorded. */
  recordable: boolean;
}

/** Clients that a round left out for one reason. */
export interface ReasonCount {
  reason: ReplayReason;
  label: string;
  count: number;
}

/** The newest replay of a round, as far as the viewer sees its clients. */
export interface ReplayPage {
  id: string;
  state: ReplayState;
  done: number;
  total: number;
  requestedAt: Date;
  judgedAt: Date | null;
  /** The round was corrected since: the figures are those of before. */
  stale: boolean;
  rulesetId: string | null;
  superseded: boolean;
  counts: Readonly<Record<ReplayList, number>>;
  /** Clients with a profile then. */
  clients: number;
  lists: Readonly<Record<ReplayList, readonly ReplayLineDto[]>>;
  reasons: readonly ReasonCount[];
  /** Recorded ITAs of this round that the rules do not explain. */
  disagreeing: number;
}
