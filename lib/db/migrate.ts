import "server-only";
import { join } from "node:path";
import { runMigrations as runQueueMigrations } from "graphile-worker";
import { Client, escapeIdentifier } from "pg";
import {
  migrationDirectory,
  MigrationRefusedError,
  pendingMigrations,
  readMigrationFiles,
  type AppliedMigration,
  type MigrationFile,
} from "@/lib/db/migration-files";
import { ensureRuntimeRoles } from "@/lib/db/runtime-roles";
import { runtimeRoles, type Connection, type RolePasswords } from "@/lib/db/server/connections";
import { quietLogger } from "@/lib/jobs/logger";
import { queuePool } from "@/lib/jobs/queue-pool";

/** The key of the advisory lock under which one process migrates and the others wait. */
const migrationLock = 7_201_963;

type Migration = {
  owner: Connection;
  passwords: RolePasswords;
  /** Default: the project's `drizzle/`; its folder `graphile/` holds what follows the queue's own migrations. */
  directory?: string;
};

/**
 * Brings the database to this version: the two runtime roles, our files, the queue's tables, the rights on them.
 * Each file is one transaction. Of two that migrate at once one waits and finds nothing to do.
 * Returns the names of the files applied; throws {@link MigrationRefusedError} with a sentence.
 */
export async function migrate({
  owner,
  passwords,
  directory = migrationDirectory(),
}: Migration): Promise<string[]> {
  const files = readMigrationFiles(directory);
  const queueFiles = readMigrationFiles(join(directory, "graphile"));
  const client = new Client({ ...owner, application_name: "landfall migrate" });
  await client.connect();
  try {
    await requireVersion(client);
    await client.query("set lock_timeout = '60s'");
    await client.query("select pg_advisory_lock($1)", [migrationLock]);
    await client.query("set lock_timeout = '5s'");
    const applied = await readJournal(client);
    const pending = pendingMigrations(files, applied);
    await ensureRuntimeRoles(client, passwords);
    await grantEntry(client);
    for (const file of pending) await apply(client, file);
    await migrateQueue(owner);
    for (const file of queueFiles) await inTransaction(client, () => client.query(file.sql));
    return pending.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

/** Whether every file of this version is applied, as a runtime role sees it: for the readiness check. */
export async function isMigrated(
  connection: { query(sql: string): Promise<{ rows: unknown[] }> },
  directory = migrationDirectory(),
): Promise<boolean> {
  const { rows } = await connection.query("select name, sha256 from landfall_migration");
  return pendingMigrations(readMigrationFiles(directory), rows as AppliedMigration[]).length === 0;
}

async function requireVersion(client: Client): Promise<void> {
  const { rows } = await client.query<{ version: number }>(
    "select current_setting('server_version_num')::int / 10000 as version",
  );
  const version = rows[0]?.version ?? 0;
  if (version < 15) {
    throw new MigrationRefusedError(
      `Landfall needs PostgreSQL 15 or newer; DATABASE_URL points at version ${version}.`,
    );
  }
}

async function readJournal(client: Client): Promise<AppliedMigration[]> {
  await client.query(`
    create table if not exists landfall_migration (
      name text primary key,
      sha256 text not null,
      applied_at timestamptz not null default now()
    )`);
  return (await client.query<AppliedMigration>("select name, sha256 from landfall_migration")).rows;
}

/** Nobody but the two roles may enter the database, and both may see which migrations it has. */
async function grantEntry(client: Client): Promise<void> {
  const roles = Object.values(runtimeRoles).map(escapeIdentifier).join(", ");
  const { rows } = await client.query<{ name: string }>("select current_database() as name");
  const database = escapeIdentifier(rows[0]?.name ?? "");
  await client.query(`revoke all on database ${database} from public`);
  await client.query(`grant connect on database ${database} to ${roles}`);
  await client.query(`revoke create on schema public from public`);
  await client.query(`grant usage on schema public to ${roles}`);
  await client.query(`grant select on landfall_migration to ${roles}`);
}

async function apply(client: Client, file: MigrationFile): Promise<void> {
  try {
    await inTransaction(client, async () => {
      await client.query(file.sql);
      await client.query("insert into landfall_migration (name, sha256) values ($1, $2)", [
        file.name,
        file.sha256,
      ]);
    });
  } catch (error) {
    const { message, code } = error as { message: string; code?: string };
    const reason =
      code === "55P03" ? "a table it changes is in use; stop the other processes and try again" : message;
    throw new Error(`The migration ${file.name} failed: ${reason}`, { cause: error });
  }
}

async function inTransaction(client: Client, work: () => Promise<unknown>): Promise<void> {
  await client.query("begin");
  try {
    await work();
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
}

async function migrateQueue(owner: Connection): Promise<void> {
  const pool = queuePool(owner, 1, "landfall migrate queue");
  try {
    await runQueueMigrations({ pgPool: pool, logger: quietLogger });
  } finally {
    await pool.end();
  }
}
