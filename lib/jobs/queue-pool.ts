import "server-only";
import { Pool } from "pg";
import type { Connection } from "@/lib/db/server/connections";

/**
 * A pool for graphile-worker, which wants both kinds of lost connections handled: one that breaks while idle and
 * one that breaks in use. Neither needs an answer here: the query that meets it fails and is tried again.
 */
export function queuePool(connection: Connection, max: number, applicationName: string): Pool {
  const pool = new Pool({ ...connection, max, application_name: applicationName });
  const ignore = () => undefined;
  pool.on("error", ignore);
  pool.on("connect", (client) => client.on("error", ignore));
  return pool;
}
