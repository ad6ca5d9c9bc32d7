import "server-only";
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import { newToken } from "@/lib/ids/token";

const credentials = z.object({ superuser: z.string().min(40), owner: z.string().min(40) });

/** Passwords of the embedded server, 256 random bits each: of its superuser, and of the owner of the tables. */
export type Credentials = z.infer<typeof credentials>;

const fileIn = (directory: string) => join(directory, "credentials.json");

/** The passwords kept beside the data directory; null before the first start. */
export function readCredentials(directory: string): Credentials | null {
  try {
    return credentials.parse(JSON.parse(readFileSync(fileIn(directory), "utf8")));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw new Error(`${fileIn(directory)} is damaged: restore it from a backup.`, { cause: error });
  }
}

/**
 * The passwords, made at the first call. They are on disk for good before a data directory that needs them
 * exists, so a start that is killed in between can go on.
 */
export function loadOrCreateCredentials(directory: string): Credentials {
  const existing = readCredentials(directory);
  if (existing) return existing;
  const created = { superuser: newToken(), owner: newToken() };
  writeDurably(fileIn(directory), JSON.stringify(created));
  return created;
}

/** Writes a private file (0600) whole or not at all, and returns when it would survive a power cut. */
export function writeDurably(path: string, text: string): void {
  const draft = `${path}.draft`;
  writeFileSync(draft, text, { mode: 0o600, flush: true });
  renameSync(draft, path);
  syncDirectory(dirname(path));
}

/** Makes a rename in `directory` survive a power cut. */
export function syncDirectory(directory: string): void {
  const handle = openSync(directory, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
