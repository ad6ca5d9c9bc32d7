import type { RoundProgram } from "@/lib/express-entry/draws/invited";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";

/** What a file can say of a round. `null`: the file does not say. */
export interface RoundFacts {
  id: string;
  number: number | null;
  date: IsoDate;
  /** Instant of the round, UTC. */
  at: Date | null;
  /** null as well where only its kind is said, such as `CEC`. */
  name: string | null;
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

/** One row of a file: its line or entry, and what it is called in front of people. */
interface Placed {
  place: string;
  label: string;
}

/** A row that can be taken. */
export interface ReadRow extends Placed {
  round: RoundFacts;
}

interface FaultyRow extends Placed {
  faults: ImportFault[];
}

export type FileRow = ReadRow | FaultyRow;

/** What a file is; `refused` where it cannot be read at all. */
export type RoundsFile = { rows: FileRow[] } | { refused: string };

/** Where a file and a recorded round can differ. */
export type RoundField = Exclude<keyof RoundFacts, "id" | "number" | "categoryBased">;

export interface RoundChange {
  field: RoundField;
  before: string | null;
  after: string | null;
}

export interface ChangedRow extends ReadRow {
  /** Of the recorded round. */
  version: number;
  changes: RoundChange[];
}

export interface ImportPlan {
  fresh: ReadRow[];
  changed: ChangedRow[];
  /** How many rows say what is recorded already. */
  same: number;
  faulty: FaultyRow[];
}

/** A round as it is recorded. */
export type KnownRound = RoundFacts & { name: string; version: number };
