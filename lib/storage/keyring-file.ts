import "server-only";

import { randomBytes } from "node:crypto";
import { constants } from "node:fs";
import { link, mkdir, open, rm } from "node:fs/promises";
import { dirname } from "node:path";

import { syncDirectory } from "@/lib/storage/directory-sync";
import { Keyring } from "@/lib/storage/keyring";
import { StorageError, systemErrorCode } from "@/lib/storage/storage-error";

/**
 * Reads the keyring, or makes it on the first start. Safe when several processes start at once (all get the
 * same one) and when killed half way (the name appears only with its whole contents).
 *
 * Throws `keyring_unusable` with a sentence that names the file and what to do.
 */
export async function loadOrCreateKeyring(path: string): Promise<Keyring> {
  const existing = await readKeyring(path);
  if (existing !== null) return existing;
  await createKeyring(path);
  const created = await readKeyring(path);
  if (created === null)
    throw new StorageError("keyring_unusable", `KEYRING_FILE ${path} vanished while starting.`);
  return created;
}

/** The keyring at `path`, or null when there is no file. Checks the opened file, not the name. */
async function readKeyring(path: string): Promise<Keyring | null> {
  const handle = await open(path, "r").catch((error: unknown) => {
    if (systemErrorCode(error) === "ENOENT") return null;
    throw new StorageError("keyring_unusable", `KEYRING_FILE ${path} cannot be opened.`, { cause: error });
  });
  if (handle === null) return null;
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) throw new StorageError("keyring_unusable", `KEYRING_FILE ${path} is not a file.`);
    if ((stats.mode & 0o077) !== 0) {
      throw new StorageError(
        "keyring_unusable",
        `KEYRING_FILE ${path} can be read by other users of this machine: run chmod 600 ${path} and start again.`,
      );
    }
    return parseNamed(path, await handle.readFile("utf8"));
  } finally {
    await handle.close();
  }
}

function parseNamed(path: string, text: string): Keyring {
  try {
    return Keyring.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : "it cannot be read";
    throw new StorageError(
      "keyring_unusable",
      `KEYRING_FILE ${path} is damaged (${reason}): restore it from your export; documents cannot be read without it.`,
    );
  }
}

/** Writes aside, then links: unlike rename, link never replaces a keyring another process has just made. */
async function createKeyring(path: string): Promise<void> {
  const directory = dirname(path);
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const aside = `${path}.${randomBytes(8).toString("hex")}.part`;
  try {
    const handle = await open(aside, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600);
    try {
      await handle.writeFile(Keyring.generate().serialize());
      await handle.sync();
    } finally {
      await handle.close();
    }
    await link(aside, path).catch((error: unknown) => {
      if (systemErrorCode(error) !== "EEXIST") throw error;
    });
  } finally {
    await rm(aside, { force: true });
  }
  await syncDirectory(directory);
}
