import "server-only";
import { spawn } from "node:child_process";
import {
  closeSync,
  existsSync,
  fchownSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { newToken } from "@/lib/ids/token";
import { commandFor, giveTo, type ServerAccount } from "@/lib/db/server/account";
import { syncDirectory } from "@/lib/db/server/credentials";
import { initdbPath } from "@/lib/db/server/programs";

const draftPrefix = "data.draft-";

/** The name that the finished data directory has inside the folder kept for PostgreSQL. */
export const dataDirectoryIn = (directory: string): string => join(directory, "data");

type NewCluster = { directory: string; account: ServerAccount; superuserPassword: string; durable: boolean };

/**
 * Creates the data directory if there is none: under another name first, renamed when complete, so that a start
 * killed at any moment leaves either a whole one or a draft that the next start throws away.
 */
export async function ensureCluster(cluster: NewCluster): Promise<void> {
  const { directory, account } = cluster;
  for (const name of readdirSync(directory)) {
    if (name.startsWith(draftPrefix))
      rmSync(join(directory, name), { recursive: true, force: true, maxRetries: 20 });
  }
  const target = dataDirectoryIn(directory);
  if (existsSync(target)) return giveTo(account.owner, target);
  const draft = join(directory, `${draftPrefix}${newToken()}`);
  mkdirSync(draft, { mode: 0o700 });
  giveTo(account.creator, draft);
  await runInitdb(cluster, draft);
  giveTo(account.owner, draft);
  renameSync(draft, target);
  syncDirectory(directory);
}

async function runInitdb(cluster: NewCluster, draft: string): Promise<void> {
  const { account, durable } = cluster;
  const password = openPasswordFile(cluster);
  try {
    const args = [
      ...["--pgdata", account.dataDirectoryName(draft)],
      ...["--username", "postgres", "--pwfile", "/dev/stdin", "--auth", "scram-sha-256"],
      ...[
        "--encoding",
        "UTF8",
        "--locale",
        "C",
        "--locale-provider",
        "builtin",
        "--builtin-locale",
        "C.UTF-8",
      ],
      ...["--data-checksums", "--no-instructions", ...(durable ? [] : ["--no-sync"])],
    ];
    const command = commandFor(account, account.creator, draft, initdbPath(account.programs), args);
    const child = spawn(command.file, command.args, {
      ...command.options,
      stdio: [password, "ignore", "pipe"],
    });
    let complaint = "";
    child.stderr?.setEncoding("utf8").on("data", (text: string) => (complaint += text));
    const status = await new Promise<number | NodeJS.Signals | null>((resolve, reject) => {
      child.once("error", reject).once("close", (code, signal) => resolve(code ?? signal));
    });
    if (status !== 0) throw new Error(`initdb failed (${status}): ${complaint.trim()}`);
  } finally {
    closeSync(password);
  }
}

/** An open file with the superuser's password that has no name any more: nothing to find on the disk later. */
function openPasswordFile({ directory, account, superuserPassword }: NewCluster): number {
  const path = join(directory, `${draftPrefix}password-${newToken()}`);
  const writing = openSync(path, "wx", 0o600);
  writeSync(writing, `${superuserPassword}\n`);
  if (account.creator) fchownSync(writing, account.creator.uid, account.creator.gid);
  const reading = openSync(path, "r");
  closeSync(writing);
  rmSync(path);
  return reading;
}
