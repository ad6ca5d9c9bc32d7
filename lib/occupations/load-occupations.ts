import "server-only";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { searchTextOf } from "./rules";

/** A connection as the owner of the tables; `pg.Client` and `pg.PoolClient` are two. */
export interface OwnerConnection {
  query(text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
}

interface NocFile {
  version: string;
  rows: {
    code: string;
    teer: number;
    en: string;
    fr: string;
    definition: string;
    titlesEn: string[];
    titlesFr: string[];
  }[];
}

/** Read from the project's own folder: the file is too large to be compiled in, and is needed at the start alone. */
const FILE = join(process.cwd(), "lib", "occupations", "data", "noc-2021.json");

/**
 * Brings the table `occupation` to the shipped edition of the National Occupational Classification. Idempotent: the
 * hash of the data is kept as the table's comment, and a second run does nothing. Codes that a job may name are
 * never deleted, only brought up to date.
 * @returns how many occupations were written; 0 when they were there already
 */
export async function loadOccupations(owner: OwnerConnection, file = FILE): Promise<number> {
  const text = await readFile(file, "utf8");
  const data = JSON.parse(text) as NocFile;
  const hash = createHash("sha256").update(text).digest("hex");
  const note = `${data.version}, sha256 ${hash}`;
  const { rows } = await owner.query("select obj_description('occupation'::regclass) as note");
  if (rows[0]?.note === note) return 0;
  const occupations = data.rows.map((row) => {
    const titles = [...new Set([...row.titlesEn, ...row.titlesFr])];
    return {
      code: row.code,
      teer: row.teer,
      title_en: row.en,
      title_fr: row.fr,
      definition_en: row.definition,
      search_text: searchTextOf(row.code, [row.en, row.fr, ...titles]),
      titles,
    };
  });
  await owner.query(
    `insert into occupation (code, teer, title_en, title_fr, definition_en, search_text, titles)
     select code, teer, title_en, title_fr, definition_en, search_text, titles
     from jsonb_to_recordset($1::jsonb) as row(code text, teer integer, title_en text, title_fr text,
       definition_en text, search_text text, titles text[])
     on conflict (code) do update set teer = excluded.teer, title_en = excluded.title_en,
       title_fr = excluded.title_fr, definition_en = excluded.definition_en,
       search_text = excluded.search_text, titles = excluded.titles`,
    [JSON.stringify(occupations)],
  );
  // A comment takes no parameter; the hash is hex and the version is ours.
  await owner.query(`comment on table occupation is '${note.replaceAll("'", "''")}'`);
  return occupations.length;
}
