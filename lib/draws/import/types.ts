import type { RoundProgram } from "@/lib/express-entry/draws/invited";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";

/** What a file can say of a round. `null`: the file does not say. */
export interface RoundFacts {
  id: string;
  number: number | null;
  date: IsoDate;
  /** Instant of the round, UTC. */
  at: Date | null;
  name: string;
  program: RoundProgram;
  categoryBased: boolean;
  covers: string | null;
  invitations: number;
  lowestCrs: number;
  tieBreakAt: Date | null;
  poolAsOf: IsoDate | null;
  poolTotal: number | null;
  pool: Record<string, number> | null;
}

/** A value that cannot be taken, in plain words. */
export interface ImportFault {
  field: string;
  message: string;
}

/** One row of a file: its line or place for the reader, and what is in it or wrong with it. */
export type FileRow =
  | { place: string; label: string; round: RoundFacts }
  | { place: string; label: string; faults: ImportFault[] };

/** What a file is; `refused` where it cannot be read at all. */
export type RoundsFile = { rows: FileRow[] } | { refused: string };

/** Where a file and a recorded round can differ; the pool by score is compared as a whole. */
export type RoundField = Exclude<keyof RoundFacts, "id" | "number" | "categoryBased" | "pool">;

export interface RoundChange {
  field: RoundField;
  before: string | null;
  after: string | null;
}

interface Placed {
  place: string;
  label: string;
}

export interface ImportPlan {
  fresh: (Placed & { round: RoundFacts })[];
  changed: (Placed & { round: RoundFacts; version: number; changes: RoundChange[] })[];
  same: number;
  faulty: (Placed & { faults: ImportFault[] })[];
}

/** A round as it is recorded. */
export type KnownRound = RoundFacts & { version: number };
