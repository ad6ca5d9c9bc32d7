import "server-only";
import { escapeIdentifier, escapeLiteral, type ClientBase } from "pg";
import { runtimeRoles, type RolePasswords } from "@/lib/db/server/connections";
import { scramVerifier } from "@/lib/db/server/scram";
import { MigrationRefusedError } from "@/lib/db/migration-files";

/** Neither can do more than its grants say: no ownership, no inherited right, no way around row-level security. */
const attributes = "login noinherit nosuperuser nocreatedb nocreaterole noreplication nobypassrls";

/**
 * Creates the two runtime roles, or gives the existing ones their passwords again. Where the owner's login may
 * not, the message tells an operator what to run.
 */
export async function ensureRuntimeRoles(client: ClientBase, passwords: RolePasswords): Promise<void> {
  for (const key of ["app", "portal"] as const) {
    const role = runtimeRoles[key];
    const verifier = escapeLiteral(scramVerifier(passwords[key]));
    const { rows } = await client.query<{ unsafe: boolean }>(
      "select rolsuper or rolbypassrls or rolinherit or not rolcanlogin as unsafe from pg_roles where rolname = $1",
      [role],
    );
    const [existing] = rows;
    const create = `create role ${escapeIdentifier(role)} ${attributes} password ${verifier}`;
    const change = `alter role ${escapeIdentifier(role)} password ${verifier}`;
    if (existing?.unsafe) {
      throw new MigrationRefusedError(
        `The role ${role} has more rights than it may have. Run: alter role ${role} login noinherit nosuperuser nobypassrls`,
      );
    }
    await runOrAsk(client, existing ? change : create);
  }
}

async function runOrAsk(client: ClientBase, statement: string): Promise<void> {
  try {
    await client.query(statement);
  } catch (error) {
    if ((error as { code?: string }).code !== "42501") throw error;
    throw new MigrationRefusedError(
      `The login of DATABASE_URL may not manage roles. Give it CREATEROLE, or run as an administrator: ${statement}`,
      { cause: error },
    );
  }
}
