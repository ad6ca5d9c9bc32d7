import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

import { systemErrorCode } from "@/lib/storage/storage-error";

const SHARD = /^[0-9a-f]{2}$/;

/** Names of the objects in a directory that were last written before an instant. */
export async function listOldObjects(directory: string, writtenBefore: Date): Promise<string[]> {
  const names: string[] = [];
  for (const shard of (await readdir(directory)).filter((name) => SHARD.test(name))) {
    for (const name of await readdir(join(directory, shard))) {
      if (!name.startsWith(shard)) continue;
      if (await wasWrittenBefore(join(directory, shard, name), writtenBefore)) names.push(name);
    }
  }
  return names;
}

/** Paths of the unfinished attempts in a directory that were last written before an instant. */
export async function listOldAttempts(directory: string, writtenBefore: Date): Promise<string[]> {
  const paths: string[] = [];
  for (const name of (await readdir(directory)).filter((entry) => entry.endsWith(".part"))) {
    const path = join(directory, name);
    if (await wasWrittenBefore(path, writtenBefore)) paths.push(path);
  }
  return paths;
}

/** False for what has vanished meanwhile: another worker was faster. */
async function wasWrittenBefore(path: string, instant: Date): Promise<boolean> {
  try {
    return (await stat(path)).mtimeMs < instant.getTime();
  } catch (error) {
    if (systemErrorCode(error) === "ENOENT") return false;
    throw error;
  }
}
