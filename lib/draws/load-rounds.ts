import "server-only";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type pg from "pg";

/** Read from the project's own folder, beside its source, retrieval date and licence; needed at the start alone. */
const FILE = join(process.cwd(), "lib", "draws", "data", "express-entry-rounds.json");

interface RoundsFile {
  retrieved: string;
  rows: unknown[];
}

/**
 * Brings the table `round` to the shipped history of rounds of invitations. Idempotent: the hash of the data is kept
 * as the table's comment, and a second run does nothing. A round that staff recorded or corrected stays as they left it,
 * and nothing is deleted.
 * @returns how many rounds were written; 0 when they were there already
 */
export async function loadRounds(owner: pg.ClientBase, file = FILE): Promise<number> {
  const text = await readFile(file, "utf8");
  const { retrieved, rows } = JSON.parse(text) as RoundsFile;
  const note = `IRCC rounds of invitations, sha256 ${createHash("sha256").update(text).digest("hex")}`;
  const known = await owner.query<{ note: string | null }>(
    "select obj_description('round'::regclass) as note",
  );
  if (known.rows[0]?.note === note) return 0;
  const written = await owner.query(
    `insert into round (id, number, date, at, name, program, category_based, invitations, lowest_crs, tie_break_at,
       pool_total, covers, pool_as_of, pool, source)
     select id, number, date, at, name, program, "categoryBased", invitations, "lowestCrs", "tieBreakAt",
       "poolTotal", covers, "poolAsOf", pool, $2
     from jsonb_to_recordset($1::jsonb) as row(id text, number integer, date date, at timestamptz, name text,
       program text, "categoryBased" boolean, invitations integer, "lowestCrs" integer, "tieBreakAt" timestamptz,
       "poolTotal" integer, covers text, "poolAsOf" date, pool jsonb)
     on conflict (id) do update set number = excluded.number, date = excluded.date, at = excluded.at,
       name = excluded.name, program = excluded.program, category_based = excluded.category_based,
       invitations = excluded.invitations, lowest_crs = excluded.lowest_crs,
       tie_break_at = excluded.tie_break_at, pool_total = excluded.pool_total, covers = excluded.covers,
       pool_as_of = excluded.pool_as_of, pool = excluded.pool, source = excluded.source
     where round.recorded_by is null and not exists (select from round_correction where round_id = round.id)`,
    [JSON.stringify(rows), `IRCC, Express Entry rounds of invitations, as of ${retrieved}`],
  );
  // A comment takes no parameter; the note is ours and its hash is hex.
  await owner.query(`comment on table round is '${note}'`);
  return written.rowCount ?? 0;
}
