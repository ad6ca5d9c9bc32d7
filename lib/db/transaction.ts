import "server-only";
import type pg from "pg";
import { withPatience } from "@/lib/clock/patience";
import type { Actor } from "@/lib/policy/actor";
import { drizzleOn, type DatabasePools } from "./client";
import { isConnectionFailure, queryHangs } from "./connection-failure";
import type { Database } from "./database";

export type TransactionMode = "read" | "write";

export interface OpenTransaction {
  db: Database;
  /** The database's clock at BEGIN: the one clock of the product (SECURITY.md 6.5). */
  now: Date;
}

/** Milliseconds. A server that takes longer to begin a transaction hangs; the answer is 503 within 3 s (SECURITY.md 6.7). */
const PATIENCE = 1_500;

const BEGIN: Readonly<Record<TransactionMode, string>> = {
  read: "begin transaction isolation level repeatable read read only",
  write: "begin transaction isolation level read committed read write",
};

function poolFor(pools: DatabasePools, actor: Actor): pg.Pool {
  return actor.kind === "client" || actor.kind === "link" ? pools.portal : pools.app;
}

/** Rolls back after `error`. Returns why the connection must be thrown away instead of serving the next request. */
async function rollBack(connection: pg.PoolClient, error: unknown): Promise<Error | undefined> {
  // A server that did not answer would not answer this either, and nobody should wait for it.
  if (error instanceof Error && isConnectionFailure(error)) return error;
  try {
    await connection.query("rollback");
    return undefined;
  } catch (rollbackError) {
    return rollbackError instanceof Error ? rollbackError : new Error("rollback failed");
  }
}

/**
 * Runs `work` in one transaction as the database role of the actor, with the client of the transaction set
 * for row-level security. Commits when `work` resolves, rolls back when it throws.
 */
export async function inTransaction<T>(
  pools: DatabasePools,
  actor: Actor,
  mode: TransactionMode,
  work: (open: OpenTransaction) => Promise<T>,
): Promise<T> {
  const connection = await poolFor(pools, actor).connect();
  let broken: Error | undefined;
  try {
    await withPatience(connection.query(BEGIN[mode]), PATIENCE, queryHangs);
    const clientId = actor.kind === "client" || actor.kind === "link" ? actor.clientId : "";
    const userId = actor.kind === "system" ? "" : actor.userId;
    const settings = await connection.query<{ now: Date }>(
      "select date_trunc('milliseconds', now()) as now, set_config('app.client_id', $1, true), set_config('app.user_id', $2, true)",
      [clientId, userId],
    );
    const now = settings.rows[0]?.now;
    if (!now) throw new Error("the database did not tell the time");
    const result = await work({ db: drizzleOn(connection), now });
    await connection.query("commit");
    return result;
  } catch (error) {
    broken = await rollBack(connection, error);
    throw error;
  } finally {
    connection.release(broken);
  }
}
