import "server-only";
import { existsSync, mkdirSync, realpathSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { monotonicMilliseconds } from "@/lib/clock/clock";
import { wait } from "@/lib/clock/wait";
import { chooseAccount, type ServerAccount } from "@/lib/db/server/account";
import { dataDirectoryIn, ensureCluster } from "@/lib/db/server/cluster";
import { databaseName, endpointFileIn, ownerRole, type Connection } from "@/lib/db/server/connections";
import { loadOrCreateCredentials, writeDurably, type Credentials } from "@/lib/db/server/credentials";
import {
  chooseSocketDirectory,
  findPostmaster,
  lastLogLines,
  launchPostmaster,
  stopPostmaster,
  type Postmaster,
} from "@/lib/db/server/postmaster";
import { locatePrograms } from "@/lib/db/server/programs";
import { scramVerifier } from "@/lib/db/server/scram";

const port = 5432;

export type EmbeddedServer = {
  pid: number;
  /** Makes and drops databases; for nothing else. */
  superuser: Connection;
  /** Owns the database and its tables, and is as little a superuser as on a hosted PostgreSQL. */
  owner: Connection;
  /** Resolves when the server has ended, whoever ended it. */
  exited: Promise<void>;
  /** Fast shutdown; resolves when the server has ended. */
  stop(): Promise<void>;
};

type Options = {
  /** The folder for everything of PostgreSQL, `DATA_DIR/postgres`. The caller holds the lock of DATA_DIR. */
  directory: string;
  /** False gives up durability for speed: tests only. */
  durable?: boolean;
};

/**
 * Starts a PostgreSQL of our own under `directory`, creating it at the first start. A server that an earlier run
 * left behind is stopped first: its settings may be old, and nobody watches it. Resolves when connections are
 * taken and the owner and the database exist.
 */
export async function startEmbeddedServer({ directory, durable = true }: Options): Promise<EmbeddedServer> {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const place = realpathSync(directory);
  const programs = locatePrograms();
  const existing = dataDirectoryIn(place);
  const account = chooseAccount(programs, existsSync(existing) ? existing : place);
  const credentials = loadOrCreateCredentials(place);
  await ensureCluster({ directory: place, account, superuserPassword: credentials.superuser, durable });
  const orphan = findPostmaster(existing);
  if (orphan !== null) await stopPostmaster(orphan);
  const { postmaster, socketDirectory } = await launch(place, account, credentials, durable);
  const superuser = connectionTo(socketDirectory, "postgres", credentials.superuser, "postgres");
  const owner = connectionTo(socketDirectory, ownerRole, credentials.owner, databaseName);
  await createOwnerAndDatabase(superuser, credentials);
  writeDurably(endpointFileIn(place), JSON.stringify({ host: socketDirectory, port }));
  return {
    pid: postmaster.pid,
    superuser,
    owner,
    exited: postmaster.exited,
    stop: async () => {
      await stopPostmaster(postmaster.pid);
      removeSocketDirectory(place, socketDirectory);
    },
  };
}

/**
 * Launches until connections are taken. Backends of a server that was killed may hold its memory a few seconds
 * longer, during which a new one refuses to start: hence more than one try.
 */
async function launch(place: string, account: ServerAccount, credentials: Credentials, durable: boolean) {
  const dataDirectory = dataDirectoryIn(place);
  const logFile = join(place, "server.log");
  const socketDirectory = chooseSocketDirectory(dataDirectory, account);
  const connection = connectionTo(socketDirectory, "postgres", credentials.superuser, "postgres");
  const giveUpAt = monotonicMilliseconds() + 15_000;
  for (;;) {
    const postmaster = launchPostmaster({ dataDirectory, socketDirectory, account, logFile, durable });
    if (await takesConnections(postmaster, connection)) return { postmaster, socketDirectory };
    if (monotonicMilliseconds() > giveUpAt) {
      throw new Error(`PostgreSQL does not start:\n${lastLogLines(logFile)}`);
    }
    await wait(500);
  }
}

/** True once the server answers, however long its recovery takes; false if it ends before. */
async function takesConnections(postmaster: Postmaster, connection: Connection): Promise<boolean> {
  const ended = new AbortController();
  void postmaster.exited.then(() => ended.abort());
  while (!ended.signal.aborted) {
    const client = new Client({ ...connection, connectionTimeoutMillis: 5_000 });
    client.on("error", () => undefined); // a server that ends meanwhile is seen by `exited`
    try {
      await client.connect();
      await client.end();
      return true;
    } catch (error) {
      if ((error as { code?: string }).code === "28P01") throw wrongPassword(error);
      await wait(50, ended.signal);
    }
  }
  return false;
}

function wrongPassword(cause: unknown): Error {
  return new Error("credentials.json does not belong to this data directory: restore both from one backup.", {
    cause,
  });
}

function connectionTo(host: string, user: string, password: string, database: string) {
  return { host, port, user, password, database };
}

/** A short folder in the temporary directory is ours to remove; the data directory is not. */
function removeSocketDirectory(place: string, socketDirectory: string): void {
  if (!socketDirectory.startsWith(place)) rmSync(socketDirectory, { recursive: true, force: true });
}

async function createOwnerAndDatabase(superuser: Connection, credentials: Credentials): Promise<void> {
  const client = new Client({ ...superuser });
  await client.connect();
  try {
    const has = async (query: string, name: string) => (await client.query(query, [name])).rowCount !== 0;
    if (!(await has("select from pg_roles where rolname = $1", ownerRole))) {
      await client.query(`create role ${ownerRole} nosuperuser nobypassrls login createrole`);
    }
    await client.query(`alter role ${ownerRole} password '${scramVerifier(credentials.owner)}'`);
    if (!(await has("select from pg_database where datname = $1", databaseName))) {
      await client.query(`create database ${databaseName} owner ${ownerRole}`);
    }
  } finally {
    await client.end();
  }
}
