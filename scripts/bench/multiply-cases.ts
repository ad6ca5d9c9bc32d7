import type pg from "pg";

/** Tables of a file that lists read, in the order of their foreign keys. */
const MULTIPLIED = [
  "client",
  "case_file",
  "person",
  "family_fact",
  "express_entry_profile",
  "requirement",
  "document",
  "document_version",
  "invitation",
  "deadline",
  "message",
  "audit_event",
] as const;

/** Ids of people of the firm, who stay the same, as do all whose name ends with `_by`. */
const KEPT_IDS: readonly string[] = ["owner_id", "by_user_id", "author_id", "actor_id"];
/** Text that is unique in its table. */
const UNIQUE_TEXT: readonly string[] = ["number", "profile_number", "storage_key"];

interface Column {
  table_name: string;
  column_name: string;
  data_type: string;
}

function copied({ column_name: name, data_type: type }: Column): string {
  const isOfStaff = KEPT_IDS.includes(name) || name.endsWith("_by");
  if (type === "uuid" && !isOfStaff) return `md5(${name}::text || n)::uuid`;
  if (type === "text" && UNIQUE_TEXT.includes(name)) return `${name} || '-' || n`;
  return name;
}

/**
 * Makes `times` further copies of every file in the database, for measuring queries on large tables without inventing
 * every file anew. Inside a bulk transaction; the names are our own schema's.
 */
export async function multiplyCases(owner: pg.ClientBase, times: number): Promise<void> {
  const { rows } = await owner.query<Column>(
    `select table_name, column_name, data_type from information_schema.columns
     where table_schema = 'public' and table_name = any($1) order by ordinal_position`,
    [[...MULTIPLIED]],
  );
  for (const table of MULTIPLIED) {
    const columns = rows.filter(({ table_name: name }) => name === table);
    const names = columns.map(({ column_name: name }) => name).join(", ");
    await owner.query(
      `insert into ${table} (${names}) select ${columns.map(copied).join(", ")}
       from ${table}, generate_series(1, $1::integer) n`,
      [times],
    );
  }
}
