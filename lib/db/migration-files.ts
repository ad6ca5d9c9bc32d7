import "server-only";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

export type MigrationFile = { name: string; sql: string; sha256: string };

/** A migration that was applied, as the journal table `landfall_migration` remembers it. */
export type AppliedMigration = { name: string; sha256: string };

/** The schema of the database and the files of this version do not go together. The message is a sentence. */
export class MigrationRefusedError extends Error {
  override readonly name = "MigrationRefusedError";
}

/** The project's own folder of migrations. */
export const migrationDirectory = (): string => resolve("drizzle");

/** The SQL files of a folder in the order of their numbers. */
export function readMigrationFiles(directory: string): MigrationFile[] {
  const names = readdirSync(directory).filter((name) => name.endsWith(".sql"));
  return names.sort().map((name) => {
    if (!/^\d{2,4}_[a-z0-9_-]+\.sql$/.test(name)) {
      throw new MigrationRefusedError(`The migration ${name} should be named like 0100_what_it_does.sql.`);
    }
    const sql = readFileSync(join(directory, name), "utf8");
    return { name, sql, sha256: createHash("sha256").update(sql).digest("hex") };
  });
}

/** The files still to apply, or a {@link MigrationRefusedError} when the database has another history. */
export function pendingMigrations(
  files: readonly MigrationFile[],
  applied: readonly AppliedMigration[],
): MigrationFile[] {
  const byName = new Map(files.map((file) => [file.name, file]));
  for (const { name, sha256 } of applied) {
    const file = byName.get(name);
    if (!file) {
      throw new MigrationRefusedError(
        `The database was migrated by a newer version of Landfall (${name} is unknown here): start that version.`,
      );
    }
    if (file.sha256 !== sha256) {
      throw new MigrationRefusedError(
        `The migration ${name} was changed after it was applied: restore the file and add a new one instead.`,
      );
    }
  }
  const done = new Set(applied.map(({ name }) => name));
  return files.filter(({ name }) => !done.has(name));
}
