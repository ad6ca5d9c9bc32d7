/** What an import would do, row by row, before anything is written. Pure. */
import type { FileRow, ImportPlan, KnownRound, RoundChange, RoundFacts, RoundField } from "./types";

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
} as const satisfies Record<RoundField, string>;

/** A value of a round, as text: instants to the second, in UTC. */
export function inText(value: string | number | Date | null): string | null {
  if (value === null) return null;
  return value instanceof Date ? value.toISOString().replace(".000Z", "Z") : String(value);
}

/** What a file says differently. What it leaves out stays as it is: an import never takes a value away. */
function changesOf(known: RoundFacts, round: RoundFacts): RoundChange[] {
  return (Object.keys(ROUND_FIELDS) as RoundField[]).flatMap((field) => {
    const [before, after] = [inText(known[field]), inText(round[field])];
    return after === null || after === before ? [] : [{ field, before, after }];
  });
}

function samePool(known: RoundFacts, round: RoundFacts): boolean {
  return (
    round.pool === null ||
    JSON.stringify(Object.entries(known.pool ?? {}).sort()) ===
      JSON.stringify(Object.entries(round.pool).sort())
  );
}

/** Compares the rows of a file with what is recorded. A number that comes twice with other values is a fault of both. */
export function planImport(rows: readonly FileRow[], known: ReadonlyMap<string, KnownRound>): ImportPlan {
  const plan: ImportPlan = { fresh: [], changed: [], same: 0, faulty: [] };
  const first = new Map<string, RoundFacts>();
  for (const row of rows) if ("round" in row && !first.has(row.round.id)) first.set(row.round.id, row.round);
  const seen = new Set<string>();
  for (const row of rows) {
    if ("faults" in row) {
      plan.faulty.push(row);
      continue;
    }
    const { place, label, round } = row;
    const earlier = first.get(round.id);
    if (earlier && earlier !== round && changesOf(earlier, round).length > 0) {
      const message = "The same number stands in the file before, with other values.";
      plan.faulty.push({ place, label, faults: [{ field: "number", message }] });
      continue;
    }
    if (seen.has(round.id)) continue;
    seen.add(round.id);
    const recorded = known.get(round.id);
    if (!recorded) plan.fresh.push({ place, label, round });
    else {
      const changes = changesOf(recorded, round);
      if (changes.length > 0 || !samePool(recorded, round)) {
        plan.changed.push({ place, label, round, version: recorded.version, changes });
      } else plan.same += 1;
    }
  }
  return plan;
}
