import "server-only";
import { execFileSync, spawnSync, type SpawnSyncReturns } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { userInfo } from "node:os";
import { childEnvironment } from "@/lib/runtime/env";
import { postgresPath, type Programs } from "@/lib/db/server/programs";
import { stagePrograms } from "@/lib/db/server/staged-programs";

/**
 * How the server's programs run: PostgreSQL refuses to run as root, and the project may lie in a folder that
 * only root can enter (a clone under /root). See docs/decisions/postgresql-as-root.md.
 */
export type ServerAccount = {
  programs: Programs;
  /** Who owns the data directory; undefined: whoever runs this. */
  owner: Ids | undefined;
  /**
   * The account for `initdb`, which wants a name in /etc/passwd where the server itself is content with a
   * number. Undefined: whoever runs this.
   */
  creator: Ids | undefined;
  /** Put in front of a program: empty, or `unshare` with its options. */
  prefix: readonly string[];
  /**
   * How the data directory is named to a program that has it as working directory. Root enters the folder
   * before it gives up its rights, so the server reaches it by this name though not by its path.
   */
  dataDirectoryName: (path: string) => string;
};

type Ids = { uid: number; gid: number };

/** In the range systemd keeps for accounts without a name, so that no person and no other service has it. */
const serverIds: Ids = { uid: 61_432, gid: 61_432 };
const byWorkingDirectory = () => "/proc/self/cwd";

/** The options of `spawn` and the command line that run `program` under `account` inside `directory`. */
export function commandFor(
  account: ServerAccount,
  ids: Ids | undefined,
  directory: string,
  program: string,
  args: readonly string[],
) {
  const [file = program, ...rest] = [...account.prefix, program, ...args];
  // A plain locale and zone: messages and dates of the server's own log do not depend on who started it.
  const env = { ...childEnvironment(), LC_ALL: "C", TZ: "UTC" } as unknown as NodeJS.ProcessEnv;
  return { file, args: rest, options: { cwd: directory, env, ...ids } };
}

/** Finds a way to run the programs inside `directory`, trying each; throws a sentence when there is none. */
export function chooseAccount(programs: Programs, directory: string): ServerAccount {
  const candidates = process.geteuid?.() === 0 ? rootCandidates : ordinaryCandidates;
  const failures: string[] = [];
  for (const candidate of candidates) {
    const account = candidate(programs, directory);
    if (account === null) continue;
    const probe = tryVersion(account, directory);
    if (probe.status === 0) return account;
    failures.push(probe.error?.message ?? probe.stderr.trim());
  }
  const reason = failures.find((text) => text !== "") ?? "no account to run it under";
  throw new Error(
    `PostgreSQL cannot be run here (${reason}). Start Landfall as an ordinary user, or set DATABASE_URL.`,
  );
}

type Candidate = (programs: Programs, directory: string) => ServerAccount | null;

/** Gives up root's rights for an account of its own; the programs are copied if it cannot reach them. */
const unprivilegedAccount: Candidate = (programs, directory) => {
  if (process.platform !== "linux") return null;
  const owner = ownerOf(directory);
  const inPlace: ServerAccount = {
    programs,
    owner,
    creator: isNamed(owner.uid) ? owner : namedAccount(),
    prefix: [],
    dataDirectoryName: byWorkingDirectory,
  };
  if (inPlace.creator === undefined) return null;
  const works = (candidate: Programs) =>
    tryVersion({ ...inPlace, programs: candidate }, directory).status === 0;
  if (works(programs)) return inPlace;
  const staged = stagePrograms(programs, works);
  return staged && { ...inPlace, programs: staged };
};

/** Where root may not change its uid (a container without that right): a user namespace in which it is nobody. */
const userNamespace: Candidate = (programs) => {
  const inner = namedAccount();
  if (inner === undefined || process.platform !== "linux") return null;
  return {
    programs,
    owner: undefined,
    creator: undefined,
    prefix: ["unshare", "--user", `--map-user=${inner.uid}`, `--map-group=${inner.gid}`, "--"],
    dataDirectoryName: byWorkingDirectory,
  };
};

const asMyself: Candidate = (programs) =>
  isNamed(process.geteuid?.() ?? 0)
    ? { programs, owner: undefined, creator: undefined, prefix: [], dataDirectoryName: (path) => path }
    : null;

const rootCandidates = [unprivilegedAccount, userNamespace];
const ordinaryCandidates = [asMyself, userNamespace];

function tryVersion(account: ServerAccount, directory: string): SpawnSyncReturns<string> {
  const { file, args, options } = commandFor(
    account,
    account.owner,
    directory,
    postgresPath(account.programs),
    ["--version"],
  );
  return spawnSync(file, args, { ...options, encoding: "utf8" });
}

/** An existing data directory keeps its owner: it may have been made by an ordinary user's start. */
function ownerOf(directory: string): Ids {
  const { uid, gid } = statSync(directory);
  return uid === 0 ? serverIds : { uid, gid };
}

function isNamed(uid: number): boolean {
  if (uid === process.geteuid?.()) {
    try {
      return userInfo().username !== "";
    } catch {
      return false;
    }
  }
  return passwdAccounts().some((account) => account.uid === uid);
}

/** Some account with a name, `nobody` if there is one: only initdb's look-up needs it. */
function namedAccount(): Ids | undefined {
  const accounts = passwdAccounts().filter((account) => account.uid !== 0);
  return accounts.find((account) => account.name === "nobody") ?? accounts[0];
}

function passwdAccounts(): (Ids & { name: string })[] {
  const lines = readFileSync("/etc/passwd", "utf8").split("\n");
  return lines.flatMap((line) => {
    const [name, , uid, gid] = line.split(":");
    return name && uid && gid ? [{ name, uid: Number(uid), gid: Number(gid) }] : [];
  });
}

/** Hands `path` and all below it to `ids`, if it is not theirs yet. The folder itself goes last: that is the mark. */
export function giveTo(ids: Ids | undefined, path: string): void {
  if (ids === undefined || statSync(path).uid === ids.uid) return;
  execFileSync("chown", ["-R", `${ids.uid}:${ids.gid}`, path]);
}
