import "server-only";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { readCredentials } from "@/lib/db/server/credentials";

/** What `pg` needs to connect. A plain object: `new Pool(connection)`, `new Client({ ...connection, ... })`. */
export type Connection =
  | { connectionString: string }
  | { host: string; port: number; user: string; password: string; database: string };

/** The passwords of the two runtime roles: derived from the keyring, so equal on every host of a firm. */
export type RolePasswords = { app: string; portal: string };

export const runtimeRoles = { app: "landfall_app", portal: "landfall_portal" } as const;

export const ownerRole = "landfall_owner";
export const databaseName = "landfall";

const endpoint = z.object({ host: z.string(), port: z.number() });

/** Where the embedded server listens: the folder of its socket, and the number in the socket's name. */
export type Endpoint = z.infer<typeof endpoint>;

export const postgresDirectoryIn = (dataDir: string): string => join(dataDir, "postgres");
export const endpointFileIn = (directory: string): string => join(directory, "endpoint.json");

/** The endpoint of the last start; null before the first. */
function readEndpoint(directory: string): Endpoint | null {
  try {
    return endpoint.parse(JSON.parse(readFileSync(endpointFileIn(directory), "utf8")));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

type Location = { dataDir: string; databaseUrl: string | undefined };

/** The owner's login: for migrate, backup, restore, seed and verify, never for a request. */
export function ownerConnection({ dataDir, databaseUrl }: Location): Connection {
  if (databaseUrl !== undefined) return { connectionString: databaseUrl };
  const directory = postgresDirectoryIn(dataDir);
  const [place, credentials] = [readEndpoint(directory), readCredentials(directory)];
  if (!place || !credentials)
    throw new Error(`There is no database under ${dataDir} yet: run npm start first.`);
  return { ...place, user: ownerRole, password: credentials.owner, database: databaseName };
}

/** The logins of the running product: staff and worker, and a client's requests. */
export function runtimeConnections(
  location: Location,
  passwords: RolePasswords,
): Record<keyof RolePasswords, Connection> {
  const owner = ownerConnection(location);
  return {
    app: asRole(owner, runtimeRoles.app, passwords.app),
    portal: asRole(owner, runtimeRoles.portal, passwords.portal),
  };
}

/** The same server and database, as somebody else. */
export function asRole(connection: Connection, user: string, password: string): Connection {
  if (!("connectionString" in connection)) return { ...connection, user, password };
  const url = new URL(connection.connectionString);
  url.username = user;
  url.password = password;
  return { connectionString: url.href };
}
