import { escapeIdentifier, Client, Pool } from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { newId } from "@/lib/ids/id";
import { SESSION_OPTIONS } from "@/lib/db/client";
import { asRole, databaseName, ownerRole, runtimeRoles, type Connection } from "@/lib/db/server/connections";
import { testRolePasswords } from "@/lib/testing/test-roles";
// The key "databaseServer" of `inject` is declared where it is provided.
import type {} from "@/lib/testing/database-setup";

/** A migrated, empty database of the test file's own. Its members may be used inside hooks and tests. */
export type TestDatabase = {
  /** Owns the tables: for arranging, and for looking at what no runtime role may see. */
  readonly owner: Pool;
  /** `landfall_app`: staff requests and the worker. */
  readonly app: Pool;
  /** `landfall_portal`: a client's requests, under row-level security. */
  readonly portal: Pool;
  readonly connections: Readonly<Record<"owner" | "app" | "portal", Connection>>;
};

/**
 * Call at the top of a `*.db.test.ts` file: before its tests a copy of the migrated database is made, afterwards
 * it is dropped. `copyOf: "empty"` gives a database without any migration.
 */
export function testDatabase({ copyOf = "migrated" }: { copyOf?: "migrated" | "empty" } = {}): TestDatabase {
  let opened: TestDatabase | undefined;
  const name = `test_${newId().replaceAll("-", "")}`;
  beforeAll(async () => {
    const template = copyOf === "migrated" ? databaseName : "template0";
    await asSuperuser(
      `create database ${escapeIdentifier(name)} template ${template} owner ${ownerRole}`,
      `revoke all on database ${escapeIdentifier(name)} from public`,
      `grant connect on database ${escapeIdentifier(name)} to ${runtimeRoles.app}, ${runtimeRoles.portal}`,
    );
    opened = open(name);
  });
  afterAll(async () => {
    if (opened) await Promise.all([opened.owner.end(), opened.app.end(), opened.portal.end()]);
    // Ended connections close a moment later; PostgreSQL waits five seconds for them before it refuses.
    // With force at once it would cut them off, and the error would have nobody to catch it.
    try {
      await asSuperuser(`drop database if exists ${escapeIdentifier(name)}`);
    } catch {
      await asSuperuser(`drop database if exists ${escapeIdentifier(name)} with (force)`);
    }
  });
  const current = (): TestDatabase => {
    if (!opened) throw new Error("the test database is there from beforeAll on");
    return opened;
  };
  return {
    get owner() {
      return current().owner;
    },
    get app() {
      return current().app;
    },
    get portal() {
      return current().portal;
    },
    get connections() {
      return current().connections;
    },
  };
}

function open(database: string): TestDatabase {
  const { host, port, ownerPassword } = inject("databaseServer");
  const owner = { host, port, database, user: ownerRole, password: ownerPassword };
  const app = asRole(owner, runtimeRoles.app, testRolePasswords.app);
  const portal = asRole(owner, runtimeRoles.portal, testRolePasswords.portal);
  const pool = (connection: Connection) => {
    const made = new Pool({ ...connection, max: 5, options: SESSION_OPTIONS });
    // A connection that is still closing when its database is dropped is told so; nobody waits for that answer.
    made.on("connect", (client) => client.on("error", () => undefined));
    return made;
  };
  return { owner: pool(owner), app: pool(app), portal: pool(portal), connections: { owner, app, portal } };
}

async function asSuperuser(...statements: string[]): Promise<void> {
  const { host, port, superuserPassword } = inject("databaseServer");
  const client = new Client({
    host,
    port,
    user: "postgres",
    password: superuserPassword,
    database: "postgres",
  });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
