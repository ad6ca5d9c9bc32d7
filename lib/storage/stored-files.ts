import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

import { systemErrorCode } from "@/lib/storage/storage-error";

const SHARD = /^[0-9a-f]{2}$/;

/** Names of objects, and paths of unfinished attempts, last written before an instant. */
export async function listStoredFiles(
  directory: string,
  writtenBefore: Date,
): Promise<{ readonly objects: readonly string[]; readonly attempts: readonly string[] }> {
  const isOld = (path: string) => wasWrittenBefore(path, writtenBefore);
  const objects: string[] = [];
  for (const shard of (await readdir(directory)).filter((name) => SHARD.test(name))) {
    for (const name of await readdir(join(directory, shard))) {
      if (name.startsWith(shard) && (await isOld(join(directory, shard, name)))) objects.push(name);
    }
  }
  const attempts: string[] = [];
  for (const name of (await readdir(join(directory, "tmp"))).filter((entry) => entry.endsWith(".part"))) {
    const path = join(directory, "tmp", name);
    if (await isOld(path)) attempts.push(path);
  }
  return { objects, attempts };
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
