/** The one method of `pg` that is needed here: a pool, a client and a fake all have it. */
type Queryable = { query(sql: string): Promise<{ rows: unknown[] }> };

/**
 * The database's clock: the one clock of a firm with several web and worker processes (SECURITY.md 6.5).
 * Inside a transaction it is the instant the transaction began.
 */
export async function databaseNow(connection: Queryable): Promise<Date> {
  const { rows } = await connection.query("select now() as now");
  const [row] = rows as { now: Date }[];
  if (!row) throw new Error("select now() returned no row");
  return row.now;
}
