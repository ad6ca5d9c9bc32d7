import "server-only";
import { createHash } from "node:crypto";
import type pg from "pg";

export type ChainVerdict =
  { whole: true; links: number } | { whole: false; links: number; seq: number; fault: string };

interface LinkRow {
  seq: string;
  hash: Buffer;
  /** null: the event the link stands for is gone. */
  canonical: string | null;
}

const BATCH = 5_000;
/** Where the chain starts; the first migration writes the same (drizzle/0003_audit_chain.sql). */
const GENESIS = createHash("sha256").update("landfall").digest();

const LINKS = `
  select c.seq::text as seq, c.hash, case when e.id is null then null else audit_canonical(e) end as canonical
  from audit_chain c left join audit_event e on e.id = c.event_id
  where c.seq > $1 order by c.seq limit ${BATCH}`;

function faultOf(link: LinkRow, expectedSeq: number, previous: Buffer): string | null {
  if (Number(link.seq) !== expectedSeq) return `link ${expectedSeq} is missing`;
  if (link.canonical === null) return "its event was deleted";
  const expected = createHash("sha256").update(previous).update(link.canonical, "utf8").digest();
  return expected.equals(link.hash) ? null : "its event or its link was altered";
}

/**
 * Walks the audit chain from its start and recomputes every hash here, not in the database
 * (SECURITY.md 5.6). Names the first sequence that is off: altered, deleted, inserted or reordered.
 */
export async function verifyChain(connection: pg.ClientBase): Promise<ChainVerdict> {
  let seq = 0;
  let previous: Buffer = GENESIS;
  for (;;) {
    const { rows } = await connection.query<LinkRow>(LINKS, [seq]);
    for (const link of rows) {
      const fault = faultOf(link, seq + 1, previous);
      if (fault) return { whole: false, links: seq, seq: seq + 1, fault };
      seq += 1;
      previous = link.hash;
    }
    if (rows.length < BATCH) break;
  }
  return verifyEnd(connection, seq, previous);
}

/** The head must stand on the last link, and every event must have a link. */
async function verifyEnd(connection: pg.ClientBase, seq: number, last: Buffer): Promise<ChainVerdict> {
  const head = await connection.query<{ seq: string; hash: Buffer }>(
    "select seq::text as seq, hash from audit_head",
  );
  const [only] = head.rows;
  if (!only || Number(only.seq) !== seq || !last.equals(only.hash)) {
    return { whole: false, links: seq, seq: seq + 1, fault: "the chain was cut: its head stands elsewhere" };
  }
  const loose = await connection.query<{ id: string }>(
    "select e.id from audit_event e left join audit_chain c on c.event_id = e.id where c.seq is null limit 1",
  );
  const [unlinked] = loose.rows;
  if (unlinked) return { whole: false, links: seq, seq: seq + 1, fault: `event ${unlinked.id} has no link` };
  return { whole: true, links: seq };
}
