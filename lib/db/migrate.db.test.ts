import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { isMigrated, migrate } from "@/lib/db/migrate";
import { testDatabase } from "@/lib/testing/database";
import { testRolePasswords as passwords } from "@/lib/testing/test-roles";

const migrated = testDatabase();
const blank = testDatabase({ copyOf: "empty" });

/** A folder of migrations for one test: ours for the queue, and the files given. */
function folderWith(files: Record<string, string>): string {
  const directory = mkdtempSync(join(tmpdir(), "landfall-migrations-"));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  cpSync("drizzle/graphile", join(directory, "graphile"), { recursive: true });
  for (const [name, sql] of Object.entries(files)) writeFileSync(join(directory, name), sql);
  return directory;
}

const names = async () =>
  (await blank.owner.query<{ name: string }>("select name from landfall_migration order by name")).rows;

describe("a database that was never migrated", () => {
  beforeEach(async () => {
    await blank.owner.query(
      "drop schema public cascade; create schema public; drop schema if exists graphile_worker cascade",
    );
  });

  it("gets every file once, in order, and nothing at the second run", async () => {
    const directory = folderWith({
      "0002_second.sql":
        "alter table early add column late text;\n--> statement-breakpoint\ncreate table other (id int);",
      "0001_first.sql": "create table early (id int);",
    });
    const run = () => migrate({ owner: blank.connections.owner, passwords, directory });
    expect(await run()).toEqual(["0001_first.sql", "0002_second.sql"]);
    expect(await run()).toEqual([]);
  });

  it("gets each file once when two migrate at the same moment", async () => {
    const directory = folderWith({ "0001_first.sql": "create table early (id int);" });
    const run = () => migrate({ owner: blank.connections.owner, passwords, directory });
    expect((await Promise.all([run(), run()])).flat()).toEqual(["0001_first.sql"]);
  });

  it("keeps nothing of a file that fails half way, and goes on from there once it is mended", async () => {
    const before = { "0001_first.sql": "create table early (id int);" };
    const broken = folderWith({ ...before, "0002_second.sql": "create table half (id int); select 1 / 0;" });
    await expect(migrate({ owner: blank.connections.owner, passwords, directory: broken })).rejects.toThrow(
      "The migration 0002_second.sql failed: division by zero",
    );
    expect(await names()).toEqual([{ name: "0001_first.sql" }]);
    const mended = folderWith({ ...before, "0002_second.sql": "create table half (id int);" });
    expect(await migrate({ owner: blank.connections.owner, passwords, directory: mended })).toEqual([
      "0002_second.sql",
    ]);
  });

  it("refuses a file that was changed after it was applied, and a history it does not know", async () => {
    const owner = blank.connections.owner;
    await migrate({
      owner,
      passwords,
      directory: folderWith({ "0001_first.sql": "create table early (id int);" }),
    });
    await expect(
      migrate({
        owner,
        passwords,
        directory: folderWith({ "0001_first.sql": "create table early (id bigint);" }),
      }),
    ).rejects.toThrow("The migration 0001_first.sql was changed after it was applied");
    await expect(
      migrate({ owner, passwords, directory: folderWith({ "0000_other.sql": "select 1;" }) }),
    ).rejects.toThrow("newer version of Landfall (0001_first.sql is unknown here)");
    expect(await names()).toEqual([{ name: "0001_first.sql" }]);
  });

  it("waits five seconds at most for a table in use, and says so", async () => {
    const owner = blank.connections.owner;
    const first = { "0001_first.sql": "create table early (id int);" };
    await migrate({ owner, passwords, directory: folderWith(first) });
    const reader = await blank.owner.connect();
    try {
      await reader.query("begin; lock table early in access share mode");
      const directory = folderWith({ ...first, "0002_second.sql": "drop table early;" });
      await expect(migrate({ owner, passwords, directory })).rejects.toThrow("a table it changes is in use");
    } finally {
      await reader.query("rollback");
      reader.release();
    }
  });
});

describe("the migrated database", () => {
  it("is seen as migrated by both runtime roles", async () => {
    expect(await isMigrated(migrated.app)).toBe(true);
    expect(await isMigrated(migrated.portal)).toBe(true);
  });

  it("has two runtime roles that can go around nothing", async () => {
    const { rows } = await migrated.owner.query(`
      select rolname, rolsuper, rolinherit, rolcreaterole, rolcreatedb, rolbypassrls,
        exists (select from pg_auth_members where member = pg_roles.oid) as member,
        exists (select from pg_class where relowner = pg_roles.oid) as owns
      from pg_roles where rolname like 'landfall\\_%' and rolname <> 'landfall_owner' order by 1`);
    const bound = {
      rolsuper: false,
      rolinherit: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolbypassrls: false,
      member: false,
      owns: false,
    };
    expect(rows).toEqual([
      { rolname: "landfall_app", ...bound },
      { rolname: "landfall_portal", ...bound },
    ]);
  });

  it("lets neither of them create anything", async () => {
    for (const pool of [migrated.app, migrated.portal]) {
      await expect(pool.query("create table mine (id int)")).rejects.toThrow(
        "permission denied for schema public",
      );
      await expect(pool.query("create schema mine")).rejects.toThrow("permission denied for database");
    }
  });
});

describe("the queue", () => {
  it("shows the staff's role a job it added, in the same transaction, and takes it back with it", async () => {
    const client = await migrated.app.connect();
    try {
      await client.query("begin");
      await client.query("select enqueue('send-mail', '{\"id\": 1}')");
      const seen = "select task_identifier, max_attempts from graphile_worker.jobs";
      expect((await client.query(seen)).rows).toEqual([{ task_identifier: "send-mail", max_attempts: 12 }]);
      await client.query("rollback");
      expect((await client.query(seen)).rows).toEqual([]);
    } finally {
      client.release();
    }
  });

  it("takes from a client's role only the tasks on its list, and shows it nothing", async () => {
    await migrated.portal.query("select enqueue('send-mail')");
    await expect(migrated.portal.query("select enqueue('erase-client')")).rejects.toThrow(
      'a client may not enqueue "erase-client"',
    );
    await expect(migrated.portal.query("select * from graphile_worker.jobs")).rejects.toThrow(
      "permission denied",
    );
  });
});
