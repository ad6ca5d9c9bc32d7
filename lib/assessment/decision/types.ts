import type { InvitationCheck } from "@/lib/assessment/invitation/types";
import type { InvitationDecision } from "@/lib/express-entry/draws/invitation-decision";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";

export type DecisionKind = "accept" | "decline";

/** What a decision was made on, kept with it. */
export interface DecisionFigures {
  invitedOn: IsoDate;
  /** The day the application was planned for. */
  plannedOn: IsoDate;
  deadline: IsoDate;
  daysLeft: number;
  advice: InvitationCheck["advice"];
  adviceReason: string;
  /** As IRCC showed it. */
  scoreAtInvitation: number;
  /** By the facts of the planned day, with age and rules of the invitation; null: these rules have no values. */
  scoreOnPlannedDay: number | null;
  /** null: no round known. */
  lowestCrs: number | null;
  rulesetId: string;
}

export interface DecisionRecord {
  id: string;
  decision: DecisionKind;
  reason: string;
  by: string;
  at: Date;
  figures: DecisionFigures;
}

/** The latest round of one kind that the profile would compete in again. */
export interface NextCutOff {
  label: string;
  date: IsoDate;
  lowestCrs: number;
  /** Score less cut-off. */
  margin: number;
  /** Days from one such round to the next, on average over the last year; null: there was one alone. */
  everyDays: number | null;
}

/** A score in the pool on a day, where age and rules count as they are on it. */
export interface PoolScore {
  on: IsoDate;
  total: number;
  /** The rules of the day have no values: by the last complete ones, and not IRCC's score. */
  superseded: boolean;
}

/** One way to answer an invitation, and what it costs. */
export interface Exit {
  key: "submit" | "decline" | "lapse";
  title: string;
  /** What it leads to, in a sentence. */
  outcome: string;
  /** Why this way is closed; null: it is open. */
  closed: string | null;
  costs: { days: string; points: string; rank: string };
  /** What stands in its way, a sentence each. */
  blocks: string[];
}

/** Everything about the invitation whose 60 days are running. */
export interface OpenDecision {
  check: InvitationCheck;
  decision: InvitationDecision;
  receivedAt: Date;
  plannedOn: IsoDate;
  /** Day 50: the firm's own target. */
  targetOn: IsoDate;
  deadline: IsoDate;
  profile: { submittedAt: Date; expiresAt: Date };
  exits: Exit[];
  cutOffs: NextCutOff[];
  /** Back in the pool, today. */
  inPool: PoolScore;
  /** People by id. */
  names: Readonly<Record<string, string>>;
}

export interface DecisionPage {
  caseId: string;
  number: string;
  today: IsoDate;
  timeZone: string;
  /** null: no invitation is open. */
  open: OpenDecision | null;
  /** Decisions about every invitation of the case, newest first. */
  records: DecisionRecord[];
  allowed: { accept: boolean; decline: boolean };
}
