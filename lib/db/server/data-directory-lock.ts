import "server-only";
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { wait } from "@/lib/clock/wait";
import { newToken } from "@/lib/ids/token";
import { isRunning, markOf, type ProcessMark } from "@/lib/db/server/process-identity";

/** Another Landfall runs on this folder. The message is a sentence for the person who started the second. */
class DataDirectoryInUseError extends Error {
  override readonly name = "DataDirectoryInUseError";
  constructor(directory: string, pid: number) {
    super(
      `Landfall is already running on ${directory} (process ${pid}). Stop it first, or set another DATA_DIR.`,
    );
  }
}

export type DataDirectoryLock = { release(): void };

type Holder = ProcessMark & { nonce: string };

/**
 * Takes `directory` for this process, or throws {@link DataDirectoryInUseError}. The lock of a process that was
 * killed is taken over: its holder is recognised by pid and start, so a reused pid does not keep it.
 */
export async function lockDataDirectory(directory: string): Promise<DataDirectoryLock> {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const path = join(directory, "landfall.lock");
  const mark = markOf(process.pid);
  if (!mark) throw new Error("This process has no identity: is /proc mounted?");
  const mine: Holder = { ...mark, nonce: newToken() };
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const holder = readHolder(path);
    if (holder && isRunning(holder)) throw new DataDirectoryInUseError(directory, holder.pid);
    if (holder) setAside(path, holder);
    if (place(path, mine)) {
      // Somebody who set aside the same dead holder may have moved ours by mistake: look again.
      await wait(50);
      if (readHolder(path)?.nonce === mine.nonce) return { release: () => release(path, mine) };
    }
  }
  throw new Error(`The lock ${path} could not be taken: several processes are starting at once.`);
}

function readHolder(path: string): Holder | null {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Holder;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw new Error(`The lock ${path} cannot be read. If no Landfall runs here, delete it.`, {
      cause: error,
    });
  }
}

/** Creates the lock whole or not at all: a link, unlike a write, cannot be seen half done. */
function place(path: string, mine: Holder): boolean {
  const draft = `${path}.${mine.nonce}`;
  writeFileSync(draft, JSON.stringify(mine), { mode: 0o600 });
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function setAside(path: string, dead: Holder): void {
  const aside = `${path}.${newToken()}`;
  try {
    renameSync(path, aside);
  } catch {
    return; // another starter was quicker
  }
  const moved = readHolder(aside);
  if (moved && moved.nonce !== dead.nonce) place(path, moved);
  rmSync(aside, { force: true });
}

function release(path: string, mine: Holder): void {
  if (readHolder(path)?.nonce === mine.nonce) rmSync(path, { force: true });
}
