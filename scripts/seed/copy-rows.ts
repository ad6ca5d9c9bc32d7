import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { SEEDED_TABLE_NAMES, type Batch, type SeededTable } from "./rows";

/** Text of this size is handed to the connection at once. */
const CHUNK_CHARACTERS = 64 * 1024;
const ESCAPES: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

/** `factsAtInvitation` is the column `facts_at_invitation`. */
function columnName(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** A value in the text format of COPY. */
function field(value: unknown): string {
  if (value === null || value === undefined) return "\\N";
  if (typeof value === "number") return String(value);
  if (typeof value === "boolean") return value ? "t" : "f";
  const text =
    typeof value === "string" ? value : value instanceof Date ? value.toISOString() : JSON.stringify(value);
  return /[\\\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, (sign) => ESCAPES[sign] ?? sign) : text;
}

function* chunks(rows: readonly object[], keys: readonly string[]): Generator<string> {
  let chunk = "";
  for (const row of rows) {
    const values = row as Readonly<Record<string, unknown>>;
    // A key that only some rows have would be lost in silence.
    if (Object.keys(values).length !== keys.length)
      throw new Error(`a row has not the columns ${keys.join(", ")}`);
    chunk += `${keys.map((key) => field(values[key])).join("\t")}\n`;
    if (chunk.length < CHUNK_CHARACTERS) continue;
    yield chunk;
    chunk = "";
  }
  yield chunk;
}

async function copyTable(owner: pg.ClientBase, table: SeededTable, rows: readonly object[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const keys = Object.keys(first);
  // Table and column names are our schema's own.
  const target = owner.query(copyFrom(`copy ${table} (${keys.map(columnName).join(", ")}) from stdin`));
  await pipeline(Readable.from(chunks(rows, keys)), target);
}

/** Copies a batch into its tables, in the order that their foreign keys ask for. */
export async function copyBatch(owner: pg.ClientBase, batch: Batch): Promise<void> {
  for (const table of SEEDED_TABLE_NAMES) await copyTable(owner, table, batch[table]);
}
