import type { RoundProgram } from "@/lib/express-entry/draws/invited";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";

/** A round of invitations as IRCC published it. */
export interface RoundDto {
  id: string;
  number: number | null;
  date: IsoDate;
  at: Date | null;
  name: string;
  /** Name of the category, or of the program in full. */
  title: string;
  program: RoundProgram;
  categoryBased: boolean;
  invitations: number;
  lowestCrs: number;
  tieBreakAt: Date | null;
  poolTotal: number | null;
  source: string;
}

/** One of our clients against one round. */
export interface RoundMatch {
  caseId: string;
  caseNumber: string;
  displayName: string;
  profileId: string;
  profileNumber: string;
  crsScore: number;
  submittedAt: Date;
  ownerId: string;
  ownerName: string;
  /** Score less cut-off. */
  margin: number;
  /** At the cut-off and submitted after the tie-break by this many seconds. */
  secondsLate: number | null;
  outcome: "invited" | "near_miss" | "not_in_round";
  /** Why, in words. */
  reason: string;
  /** The ITA recorded for this round, if there is one. */
  invitation: { recorded: boolean };
  /** The class an invitation of this round would be for. */
  invitationClass: string | null;
}

/** A round and what it means for the clients the viewer sees. */
export interface RoundPage {
  round: RoundDto;
  matches: RoundMatch[];
  /** Profiles that were live at the round, whether they competed or not. */
  live: number;
  /** More than the page shows. */
  truncated: boolean;
  /** `matches`: who sees only public facts (an administrator) gets no clients. */
  allowed: { matches: boolean; recordInvitation: boolean };
}

/** A year of rounds, newest first. */
export interface RoundsOfYear {
  year: number;
  /** Years there is history of, newest first. */
  years: number[];
  rounds: RoundDto[];
  today: IsoDate;
  allowed: { record: boolean };
}
