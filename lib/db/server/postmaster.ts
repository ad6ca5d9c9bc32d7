import "server-only";
import { spawn, spawnSync } from "node:child_process";
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { wait } from "@/lib/clock/wait";
import { commandFor, giveTo, type ServerAccount } from "@/lib/db/server/account";
import { identityOf, isRunning, markOf, signal } from "@/lib/db/server/process-identity";
import { postgresPath } from "@/lib/db/server/programs";

/** A socket's path must fit in 107 bytes; its name in the folder takes the last of them. */
const longestSocketDirectory = 107 - "/.s.PGSQL.5432".length;

/** The folder for the server's socket: the data directory itself, or a short private one when its path is long. */
export function chooseSocketDirectory(dataDirectory: string, account: ServerAccount): string {
  if (Buffer.byteLength(dataDirectory) <= longestSocketDirectory) return dataDirectory;
  // Root's own TMPDIR may be closed to the account of the server.
  const directory = mkdtempSync(join(account.owner ? "/tmp" : tmpdir(), "landfall-"));
  giveTo(account.owner, directory);
  return directory;
}

/**
 * The server that runs on `dataDirectory`, found by `postmaster.pid`; null if there is none. A file whose pid now
 * belongs to some other program is removed: PostgreSQL would take that program for a server and refuse to start.
 */
export function findPostmaster(dataDirectory: string): number | null {
  const path = join(dataDirectory, "postmaster.pid");
  if (!existsSync(path)) return null;
  const pid = Number.parseInt(readFileSync(path, "utf8"), 10);
  if (!(pid > 0) || identityOf(pid) === null) return null; // PostgreSQL itself clears up after a dead one
  if (isServerOf(pid, dataDirectory)) return pid;
  rmSync(path, { force: true });
  return null;
}

function isServerOf(pid: number, dataDirectory: string): boolean {
  if (process.platform !== "linux") {
    const { stdout } = spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
    return stdout.includes("postgres") && stdout.includes(`-D ${dataDirectory} `);
  }
  try {
    const program = basename(readlinkSync(`/proc/${pid}/exe`)).split(" ")[0];
    return program === "postgres" && readlinkSync(`/proc/${pid}/cwd`) === realpathSync(dataDirectory);
  } catch {
    return false; // gone meanwhile, or another user's: not one that we started
  }
}

/** Fast shutdown: open transactions are rolled back, everything committed is kept. Returns when it has ended. */
export async function stopPostmaster(pid: number): Promise<void> {
  const mark = markOf(pid);
  if (!mark) return;
  for (const [name, seconds] of [
    ["SIGINT", 15],
    ["SIGQUIT", 5],
    ["SIGKILL", 5],
  ] as const) {
    signal(pid, name);
    for (let tenths = 0; tenths < seconds * 20; tenths += 1) {
      if (!isRunning(mark)) return;
      await wait(50);
    }
  }
  throw new Error(`PostgreSQL (process ${pid}) does not end`);
}

const settings = {
  listen_addresses: "", // reachable through the socket alone
  unix_socket_permissions: "0700",
  port: "5432",
  timezone: "UTC",
  log_timezone: "UTC",
  password_encryption: "scram-sha-256",
  jit: "off",
  // Statements and details hold names and dates of birth; the log says what failed, not with which values.
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
  log_parameter_max_length_on_error: "0",
  idle_in_transaction_session_timeout: "300s",
};

type Launch = {
  dataDirectory: string;
  socketDirectory: string;
  account: ServerAccount;
  logFile: string;
  durable: boolean;
};

/** A server that was started by this process. */
export type Postmaster = { pid: number; exited: Promise<void> };

/** Starts the server in a session of its own: the Ctrl-C meant for the supervisor does not reach it. */
export function launchPostmaster({
  dataDirectory,
  socketDirectory,
  account,
  logFile,
  durable,
}: Launch): Postmaster {
  const name = account.dataDirectoryName(dataDirectory);
  const all = {
    ...settings,
    unix_socket_directories: socketDirectory === dataDirectory ? name : socketDirectory,
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  const args = ["-D", name, ...Object.entries(all).flatMap(([key, value]) => ["-c", `${key}=${value}`])];
  const command = commandFor(account, account.owner, dataDirectory, postgresPath(account.programs), args);
  const log = openLog(logFile);
  try {
    const child = spawn(command.file, command.args, {
      ...command.options,
      detached: true,
      stdio: ["ignore", log, log],
    });
    if (child.pid === undefined) throw new Error("PostgreSQL could not be started");
    const exited = new Promise<void>((resolve) =>
      child.once("exit", () => resolve()).once("error", () => resolve()),
    );
    child.unref();
    return { pid: child.pid, exited };
  } finally {
    closeSync(log);
  }
}

function openLog(path: string): number {
  const tooLong = existsSync(path) && statSync(path).size > 10 * 1024 * 1024;
  return openSync(path, tooLong ? "w" : "a", 0o600);
}

/** The last lines of the server's log, for the message of a start that failed. */
export function lastLogLines(logFile: string): string {
  if (!existsSync(logFile)) return "no log";
  return readFileSync(logFile, "utf8").trimEnd().split("\n").slice(-5).join("\n");
}
