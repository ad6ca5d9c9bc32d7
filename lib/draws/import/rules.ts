/** What an import would do, row by row, before anything is written. Pure. */
import { bandsInOrder } from "../rules";
import type { FileRow, ImportPlan, KnownRound, ReadRow, RoundChange, RoundFacts, RoundField } from "./types";

/** IRCC's whole history is under 600 KB. */
export const MAX_FILE_BYTES = 5 * 1024 * 1024;

/** The fields in which a file and a recorded round can differ, in words. */
export const ROUND_FIELDS = {
  date: "Date",
  at: "Time of the round",
  name: "Name",
  program: "For",
  covers: "Programs covered",
  invitations: "Invitations",
  lowestCrs: "Lowest CRS",
  tieBreakAt: "Tie-break",
  poolAsOf: "Pool as of",
  poolTotal: "Size of the pool",
  pool: "Pool by score",
} as const satisfies Record<RoundField, string>;

/** A value of a round, as text: instants to the second, in UTC; the pool band by band, highest first. */
export function inText(value: RoundFacts[RoundField]): string | null {
  if (value === null) return null;
  if (value instanceof Date) return value.toISOString().replace(".000Z", "Z");
  if (typeof value !== "object") return String(value);
  return bandsInOrder(value)
    .map(([band, count]) => `${band}: ${count}`)
    .join(", ");
}

type Pool = RoundFacts["pool"];

/** The bands in which a pool differs from the recorded one, as recorded and as said; none where it does not. */
function differingBands(known: Pool, said: Pool): [before: Pool, after: Pool] {
  const bands = Object.entries(said ?? {}).filter(([band, count]) => known?.[band] !== count);
  if (bands.length === 0) return [null, null];
  const before = bands.flatMap(([band]): [string, number][] => {
    const count = known?.[band];
    return count === undefined ? [] : [[band, count]];
  });
  return [before.length === 0 ? null : Object.fromEntries(before), Object.fromEntries(bands)];
}

/** What a file says differently. What it leaves out stays as it is: an import never takes a value away. */
function changesOf(known: RoundFacts, round: RoundFacts): RoundChange[] {
  return (Object.keys(ROUND_FIELDS) as RoundField[]).flatMap((field) => {
    const values = field === "pool" ? differingBands(known.pool, round.pool) : [known[field], round[field]];
    const [before = null, after = null] = values.map(inText);
    return after === null || after === before ? [] : [{ field, before, after }];
  });
}

/** Why a row cannot stand beside an earlier one with the same number; null for a true copy. */
function contradiction(earlier: ReadRow, row: ReadRow): string | null {
  const fields = changesOf(earlier.round, row.round).map(({ field }) => ROUND_FIELDS[field]);
  if (fields.length === 0) return null;
  return `The same number stands in the file before, at ${earlier.place}, with other values: ${fields.join(", ")}.`;
}

/**
 * Compares the rows of a file, in their order, with what is recorded. Of rows with one number the first counts; a true
 * copy of it is passed over, and one that says something else is a fault.
 */
export function planImport(rows: readonly FileRow[], known: ReadonlyMap<string, KnownRound>): ImportPlan {
  const plan: ImportPlan = { fresh: [], changed: [], same: 0, faulty: [] };
  const first = new Map<string, ReadRow>();
  for (const row of rows) {
    if ("faults" in row) {
      plan.faulty.push(row);
      continue;
    }
    const { place, label, round } = row;
    const earlier = first.get(round.id);
    if (earlier) {
      const message = contradiction(earlier, row);
      if (message !== null) plan.faulty.push({ place, label, faults: [{ field: "number", message }] });
      continue;
    }
    first.set(round.id, row);
    const recorded = known.get(round.id);
    const changes = recorded ? changesOf(recorded, round) : [];
    if (!recorded) plan.fresh.push(row);
    else if (changes.length === 0) plan.same += 1;
    else {
      const pool = round.pool && { ...recorded.pool, ...round.pool };
      plan.changed.push({ ...row, round: { ...round, pool }, version: recorded.version, changes });
    }
  }
  return plan;
}
