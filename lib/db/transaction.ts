import "server-only";
import type pg from "pg";
import type { Actor } from "@/lib/policy/actor";
import { drizzleOn, type DatabasePools } from "./client";
import type { Database } from "./database";

export type TransactionMode = "read" | "write";

export interface OpenTransaction {
  db: Database;
  /** The database's clock at BEGIN: the one clock of the product (SECURITY.md 6.5). */
  now: Date;
}

const BEGIN: Readonly<Record<TransactionMode, string>> = {
  read: "begin transaction isolation level repeatable read read only",
  write: "begin transaction isolation level read committed read write",
};

function poolFor(pools: DatabasePools, actor: Actor): pg.Pool {
  return actor.kind === "client" ? pools.portal : pools.app;
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
    await connection.query(BEGIN[mode]);
    const clientId = actor.kind === "client" ? actor.clientId : "";
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
    try {
      await connection.query("rollback");
    } catch (rollbackError) {
      // A connection that cannot even roll back is thrown away, not handed to the next request.
      broken = rollbackError instanceof Error ? rollbackError : new Error("rollback failed");
    }
    throw error;
  } finally {
    connection.release(broken);
  }
}
