import "server-only";
import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import type { Database } from "./database";
import * as tables from "./schema/tables";

export interface PoolConfig {
  connectionString?: string;
  host?: string;
  port?: number;
  user?: string;
  password?: string;
  database?: string;
}

/** The two runtime logins (SECURITY.md 5.5): staff, worker and sign-in on one; clients on the other. */
export interface DatabasePools {
  app: pg.Pool;
  portal: pg.Pool;
}

/** Largest number of connections each process opens per role. */
const POOL_SIZE = 10;

/**
 * Besides the zone: a page read at random costs hardly more than the next one on today's disks and in the cache.
 * PostgreSQL's own figure of 4 makes it read whole tables where an index answers in a tenth of the time.
 */
export const SESSION_OPTIONS = "-c timezone=UTC -c random_page_cost=1.1";

/**
 * A pool whose sessions count time in UTC and give up early: 2.5 s to connect, 15 s a statement, so that a stopped
 * database answers 503 quickly instead of hanging the page. A server that hangs cannot end a statement itself:
 * after 20 s we no longer wait for it.
 */
export function createPool(config: PoolConfig, applicationName: string): pg.Pool {
  const pool = new pg.Pool({
    ...config,
    max: POOL_SIZE,
    application_name: applicationName,
    connectionTimeoutMillis: 2_500,
    idleTimeoutMillis: 30_000,
    statement_timeout: 15_000,
    query_timeout: 20_000,
    idle_in_transaction_session_timeout: 30_000,
    options: SESSION_OPTIONS,
  });
  // An idle connection that the server drops must not end the process; the next query reconnects or fails.
  pool.on("error", () => undefined);
  return pool;
}

export function drizzleOn(connection: pg.PoolClient): Database {
  return drizzle(connection, { schema: tables, casing: "snake_case" });
}
