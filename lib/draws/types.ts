import type { RoundProgram } from "@/lib/express-entry/draws/invited";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import type { ReplayPage } from "./replay/types";

/** A round of invitations, as lists and comparisons need it. */
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
}

/** A round with all that IRCC published of it: for its own page and its correction. */
export interface PublishedRoundDto extends RoundDto {
  /** The programs the round covered, as published. */
  covers: string | null;
  poolTotal: number | null;
  poolAsOf: IsoDate | null;
  /** Candidates by band of scores, such as `501-600`. */
  pool: Readonly<Record<string, number>> | null;
  source: string;
  version: number;
}

/** A recorded round as the form that corrects it starts. `today` in the firm's zone. */
export interface RoundToCorrect {
  round: PublishedRoundDto;
  today: IsoDate;
}

/** What a round said before somebody put it right. */
export interface CorrectionDto {
  id: string;
  field: string;
  before: string | null;
  after: string | null;
  reason: string;
  by: string;
  at: Date;
}

/** A round and what it means for the clients the viewer sees. */
export interface RoundPage {
  round: PublishedRoundDto;
  /** Of the same program within the two years around it, oldest first: for the chart. */
  sameProgram: RoundDto[];
  corrections: CorrectionDto[];
  today: IsoDate;
  timeZone: string;
  /** null: never replayed, or no pool to see. */
  replay: ReplayPage | null;
  /** `matches`: who sees only public facts (an administrator) gets no clients. */
  allowed: { matches: boolean; replay: boolean; recordInvitation: boolean; correct: boolean };
}

/** A year of rounds, or the whole history, newest first. */
export interface RoundsOfYear {
  /** null: every year. */
  year: number | null;
  /** Years there is history of, newest first. */
  years: number[];
  rounds: RoundDto[];
  allowed: { record: boolean };
}
